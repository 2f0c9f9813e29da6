"""`python tools/bench NAME` runs a measurement: build, segments, daily, publish or reading."""

import importlib
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT / "scripts"), str(PROJECT / "tools")]

name = sys.argv.pop(1) if len(sys.argv) > 1 else ""
if name not in ("build", "segments", "daily", "publish", "reading"):
    sys.exit("tools/bench build|segments|daily|publish|reading [OPTIONS]")
importlib.import_module(f"bench.{name}").main()
