"""The dashboard: `make dashboard` shows it on this machine. It reads the published marts."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import streamlit as st

from core.errors import CannotRun
from dashboard import analytics, cohorts, filters, journeys, segments
from dashboard.data import reopen_when_published, session

TABS = {
    "Segments": segments.show,
    "Analytics": analytics.show,
    "Cohorts": cohorts.show,
    "Customer journeys": journeys.show,
}


def main() -> None:
    st.set_page_config(page_title="Segmentation", page_icon="◔", layout="wide")
    st.title("Segmentation")
    reopen_when_published()
    try:
        chosen = filters.choose(session())
        filters.headline(chosen)
        tabs = st.tabs(list(TABS), key="tab", on_change="rerun", bind="query-params")
        for tab, show in zip(tabs, TABS.values(), strict=True):
            if tab.open:
                with tab, st.spinner("Reading the marts …"):
                    show(chosen)
    except CannotRun as error:
        st.error(error.message)
        st.caption("The page tries again by itself when marts are published.")


main()
