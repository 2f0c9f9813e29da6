"""Where things are: the project folder, and what the environment decides."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def database() -> Path:
    """The warehouse file; a relative SEGMENTATION_DB is seen from the project folder."""
    return PROJECT / os.environ.get("SEGMENTATION_DB", "warehouse.duckdb")


def serve_folder() -> Path:
    """Where marts are published; by default the folder serve beside the warehouse."""
    return PROJECT / os.environ.get("SEGMENTATION_SERVE", database().parent / "serve")


def engine_settings() -> dict[str, str]:
    """What DuckDB may use, as in profiles.yml."""
    return {
        "threads": os.environ.get("SEGMENTATION_THREADS", "2"),
        "memory_limit": os.environ.get("SEGMENTATION_MEMORY", "8GB"),
    }
