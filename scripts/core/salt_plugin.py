"""Gives every DuckDB cursor the salt for hashing personal data.

The salt comes from the environment (SEGMENTATION_SALT) and reaches SQL as the DuckDB
variable `segmentation_salt`, so that it stands in no compiled file and in no log.
"""

import os

from dbt.adapters.duckdb.plugins import BasePlugin


class Plugin(BasePlugin):
    def configure_cursor(self, cursor) -> None:
        salt = os.environ.get("SEGMENTATION_SALT", "")
        cursor.execute("set variable segmentation_salt = ?", [salt])
