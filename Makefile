# make demo   indexes the sample minutes and asks a few questions
# make test   checks style, types and layers, then runs the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: help demo serve test lint format vendor screenshots clean

help:
	@echo 'make demo    index the sample minutes and answer a few questions about them'
	@echo 'make serve   serve the demo index over HTTP on http://127.0.0.1:8000'
	@echo 'make test    style, types, layers, then all tests'
	@echo 'make lint    style, types and layers only'
	@echo 'make format  let ruff put the code in order'
	@echo 'make vendor  fetch the pages'\'' design system and scripts from npm again (needs npm)'
	@echo 'make screenshots  take the pictures in README again (needs chromium)'
	@echo 'make clean   remove the environment, the demo index and caches'

demo: $(INSTALLED)
	$(BIN)/besluttet demo

serve: $(INSTALLED)
	test -d demo-data || $(BIN)/besluttet demo
	$(BIN)/besluttet serve --data demo-data

test: lint
	$(BIN)/pytest

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(INSTALLED)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

vendor: $(INSTALLED)
	$(BIN)/python tools/vendor_pages.py

screenshots: $(INSTALLED)
	$(BIN)/python -m tools.make_screenshots

clean:
	rm -rf $(VENV) demo-data build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# made once, and again when what it holds has changed
$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'besluttet needs Python 3.11 or newer, and "$(PYTHON)" is not. Name one that is: make PYTHON=python3.12'; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo '"$(PYTHON)" comes without venv; install it (Debian and Ubuntu: apt install python3-venv)'; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
