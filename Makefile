# make demo    localize the example case and draw it
# make test    every test
# make check   style, types and the fast tests: before a commit
# Nothing is needed beforehand but make, git and a Python >= 3.11 with venv and pip.

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

# The first of these that runs and is new enough; a name that exists may still not run.
PYTHON ?= $(shell for name in python3.11 python3 python3.12 python3.13; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& echo $$name && break; done)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL: # two installs into one environment would step on each other
.PHONY: help demo test check validate bench docs clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

demo: $(VENV)/.core
	$(BIN)/lumbosacral localize examples/foot_drop.yaml --svg foot_drop.svg

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 -m "not slow"

validate: $(VENV)/.core
	$(BIN)/python -m validation.run

bench: $(VENV)/.core
	$(BIN)/python -m benchmarks.run

docs: $(VENV)/.dev
	$(BIN)/sphinx-build -q -W docs docs/_build

clean:
	rm -rf $(VENV) build dist docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis foot_drop.svg
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: an environment is made once, and filled again only when what it is filled with has changed.
$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "lumbosacral needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.core: pyproject.toml constraints.txt | $(VENV)/.made
	$(INSTALL) -e .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/.made
	$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/.core
