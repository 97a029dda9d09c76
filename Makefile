# `make help` lists the targets. Everything is installed into .venv, from the hash-pinned lists in requirements/.

PYTHON ?= python3
ROOT = .
OUT = $(or $(ROOT),.)/site

# The recipes read these from the environment, so that a path may hold spaces.
export PYTHON ROOT OUT

PY := .venv/bin/python
PIP := -m pip --quiet --quiet --disable-pip-version-check --no-input install
# Nothing that isn't pinned is fetched, and nothing is compiled.
PINNED := $(PIP) --require-hashes --only-binary :all: --requirement
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command "make lock" --upgrade

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build serve check test test-long bless messages screenshots bench bench-search lock clean

help: # list the targets
	@awk -F ':.*# ' '/^[a-z-]+:.*# / { printf "make %-12s  %s\n", $$1, $$2 }' Makefile

build: .venv/.build # build both editions of the community in ROOT (here) into OUT (ROOT/site)
	@$(PY) -m acquaint build --root "$${ROOT:-.}" --out "$$OUT"

serve: .venv/.build # show the community in ROOT in a browser, and again after every change
	@$(PY) -m acquaint serve --root "$${ROOT:-.}"

check: .venv/.test # check the community in ROOT, the code, its types, and all workflows
	@$(PY) -m acquaint check --root "$${ROOT:-.}"
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --quiet --check .
	@$(PY) -m mypy --no-error-summary
	@.venv/bin/zizmor --offline --quiet .github/workflows action.yml generator/acquaint/starter/files/.github/workflows

test: .venv/.test # run every test, on all cores
	@$(PY) -m pytest --numprocesses auto --dist worksteal

test-long: .venv/.test # run what tries made-up examples, with far more of them and never the same twice
	@ACQUAINT_LONG=1 $(PY) -m pytest --numprocesses auto --dist worksteal -m "hypothesis or slow"

bless: .venv/.test # approve what the golden tests see now; look at the difference before you commit it
	@ACQUAINT_BLESS=1 $(PY) -m pytest -m golden
	@git status --short -- tests docs

messages: .venv/.test # take new sentences into every catalogue of templates/translations, and drop those that are gone
	@$(PY) tests/catalogues.py

screenshots: .venv/.test # draw the pictures of README and docs anew, from the example community in Chromium
	@$(PY) docs/screenshots.py

bench: .venv/.build # measure builds, edits and start, with two other generators beside us
	@$(MAKE) --silent .venv/.bench || true
	@$(PY) bench/run.py

bench-search: .venv/.test # measure what the search fetches and how long a letter takes, in Chromium
	@$(PY) bench/search.py

lock: # renew requirements/ from pyproject.toml (needs uv)
	@$(LOCK) pyproject.toml --group build --output-file requirements/build.txt
	@$(LOCK) pyproject.toml --group build --group test --constraints requirements/build.txt --output-file requirements/test.txt
	@$(LOCK) --group bench --output-file requirements/bench.txt

clean: # remove .venv, the example's built site, and what the tools left
	@rm -rf .venv site/public site/internal dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find generator tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	$(if $(CANNOT),$(error $(CANNOT)))
	@echo "Setting up .venv"
	@"$$PYTHON" -m venv --clear .venv || { rm -rf .venv; exit 2; }

CANNOT = $(shell sh requirements/check-python "$(PYTHON)")

.venv/.build: requirements/build.txt pyproject.toml .venv/bin/python
	@echo "Installing what requirements/build.txt pins"
	@$(PY) $(PINNED) requirements/build.txt
	@$(PY) $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: requirements/test.txt .venv/.build
	@echo "Installing what requirements/test.txt pins"
	@$(PY) $(PINNED) requirements/test.txt
	@touch $@

# Apart from what Acquaint itself needs: these programs ask for other versions of it.
.venv/.bench: requirements/bench.txt .venv/bin/python
	@echo "Installing what requirements/bench.txt pins"
	@$(PY) -m venv --clear .venv/bench
	@.venv/bench/bin/python $(PINNED) requirements/bench.txt
	@touch $@
