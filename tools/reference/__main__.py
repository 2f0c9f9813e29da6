"""`python tools/reference` renews docs/; `--check` only says what is old."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reference.pages import main

main()
