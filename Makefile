# Everything starts here: `make run` for the demo, `make test` for the tests.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
DBT := $(VENV)/bin/dbt

.DEFAULT_GOAL := help
.PHONY: help setup setup-dashboard run dashboard report demo test test-browser lint docs reference \
	bench lock clean

help: ## what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 17

setup: $(VENV)/.installed ## installs the locked packages into .venv

$(VENV)/.installed: requirements.txt
	@echo "setting up $(VENV) (once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; set PYTHON=…"; exit 2; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) \
		|| { echo "Could not make $(VENV): on Debian, apt-get install python3-venv"; exit 2; }
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

setup-dashboard: $(VENV)/.installed-dashboard ## what charts need, for report and dashboard

$(VENV)/.installed-dashboard: requirements-dashboard.txt $(VENV)/.installed
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements-dashboard.txt
	@touch $@

demo: setup ## writes the demo data to data/demo, unless it is there
	@test -d data/demo/events || $(PY) scripts/run.py demo

run: demo ## builds the marts from the demo data, with 14 weeks of history
	@$(PY) scripts/run.py backfill --last 14w --every 7d --then-daily 14d
	@$(PY) scripts/run.py insights
	@echo
	@echo "Next: make dashboard, or make report; scripts/run.py customer ID for one person;"
	@echo "segments are the files in segments/: scripts/run.py segments list, explain, new;"
	@echo "for data of your own: scripts/run.py init, then inputs new NAME FILE (docs/inputs.md)."

dashboard: setup-dashboard ## shows the published marts on http://127.0.0.1:8501
	@$(VENV)/bin/streamlit run scripts/dashboard/app.py

report: setup-dashboard ## writes the analysis to reports/, as Markdown and as one HTML page
	@$(PY) scripts/run.py report

test: setup-dashboard ## runs all tests, but for those in a browser
	@$(PY) -m pytest

test-browser: $(VENV)/.installed-browser ## opens dashboard and report in Debian's chromium
	@$(PY) -m pytest -n 0 -rs tests/python/test_browser.py

$(VENV)/.installed-browser: requirements-browser.txt $(VENV)/.installed-dashboard
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements-browser.txt
	@touch $@

lint: setup ## checks the style of SQL and Python
	@$(VENV)/bin/ruff check scripts tools tests
	@$(VENV)/bin/ruff format --check scripts tools tests
	@$(VENV)/bin/sqlfluff lint --disable-progress-bar models tests analyses

docs: setup ## writes the dbt docs as one page, target/static_index.html
	@$(DBT) docs generate --static --quiet
	@echo "open target/static_index.html"

reference: setup ## renews the parts of docs/ that are made from the project
	@$(PY) tools/reference

bench: run ## measures build, segments, one more day, publishing and reading against what else there is
	@$(PY) tools/bench build
	@$(PY) tools/bench segments
	@$(PY) tools/bench daily
	@$(PY) tools/bench publish
	@$(PY) tools/bench reading

LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-strip-extras --custom-compile-command "make lock" --upgrade

lock: ## renews requirements*.txt from requirements*.in (needs uv)
	@$(LOCK) --output-file requirements.txt requirements.in
	@$(LOCK) --output-file requirements-dashboard.txt requirements-dashboard.in
	@$(LOCK) --output-file requirements-browser.txt requirements-browser.in

clean: ## removes what can be made again, but no data
	@rm -rf target logs $(VENV)
