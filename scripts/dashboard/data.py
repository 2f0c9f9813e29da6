"""What the pages read: one file at a time, each query once, the new file when there is one."""

from __future__ import annotations

from typing import Any

import streamlit as st

from core.marts import Marts, Row
from reports.text import NOTHING

MOST_QUERIES = 500


class Session(Marts):
    """The marts of now; what was read before from the same file is not read again."""

    def read(self, query: str, **parameters: Any) -> list[Row]:
        return _read(str(self.file), version(), query, parameters)


@st.cache_data(show_spinner=False, max_entries=MOST_QUERIES)
def _read(file: str, written: int, query: str, parameters: dict[str, Any]) -> list[Row]:
    return Marts().read(query, **parameters)


def session() -> Session:
    return Session()


def version() -> int:
    """Changes when another file is published, or the warehouse is written."""
    file = Marts().file
    return file.stat().st_mtime_ns if file.exists() else 0


@st.fragment(run_every="15s")
def reopen_when_published() -> None:
    """Shows the page anew when other marts were published meanwhile."""
    now = (str(Marts().file), version())
    before = st.session_state.setdefault("_shown_file", now)
    if before != now:
        st.session_state["_shown_file"] = now
        st.rerun()


def is_dark() -> bool:
    return st.context.theme.type == "dark"


def chart(figure: Any, key: str) -> None:
    """A figure in its own style, without buttons that lead elsewhere."""
    st.plotly_chart(figure, theme=None, width="stretch", key=key, config={"displaylogo": False})


def table(rows: list[Row], **options: Any) -> None:
    """Rows as a table that can be sorted and searched; decimals as numbers."""
    from decimal import Decimal

    shown = [{k: float(v) if isinstance(v, Decimal) else v for k, v in row.items()} for row in rows]
    st.dataframe(shown, hide_index=True, width="stretch", placeholder=NOTHING, **options)


def nothing(what: str) -> None:
    """An empty state: what there is none of, and why that may be."""
    st.info(what, icon="ℹ️")
