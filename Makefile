# Targets stand in the order in which they build on each other. `make` alone shows the whole of it.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DB := samples.duckdb
SEEDS := 60
READY := $(VENV)/.ready

.DEFAULT_GOAL := all
.PHONY: all install ingest reviews diff test lint types tests bench bench-invented bench-scale readme cookbook lock clean help

all: install ingest reviews diff ## install, ingest the samples, print the reviews and what moved between the last two

install: $(READY) ## set up .venv with the locked dependencies and this project

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "planreview needs Python 3.11 or later; try make PYTHON=python3.12"; exit 2; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV) || $(PYTHON) -m virtualenv --clear $(VENV) || { echo "no venv: apt install python3-venv, or $(PYTHON) -m pip install --user virtualenv"; exit 2; }
	@echo "installing what requirements.lock names into $(VENV); this takes a minute or two"
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q ingest normalise parsers planreview warehouse
	@touch $@

ingest: install ## read the sample reviews into samples.duckdb
	$(BIN)/planreview ingest samples/aldermere --db $(DB)

reviews: install ## print the reviews that are loaded
	$(BIN)/planreview reviews --db $(DB)

diff: install ## print what moved between the last two reviews
	$(BIN)/planreview diff --db $(DB)

test: lint types tests ## lint, types and tests, as .ci/run does

lint: install ## ruff
	$(BIN)/ruff check .

types: install ## mypy --strict
	$(BIN)/mypy

tests: install ## pytest
	$(BIN)/pytest --numprocesses auto

bench: install ## measure against pdfplumber, camelot and bare PDFium; threads against known histories
	$(BIN)/python -m bench
	$(BIN)/python -m bench.history

bench-invented: install ## read reviews that nobody wrote by hand, drawn from SEEDS seeds, and say what of them is right
	$(BIN)/python -m bench.invented 1 $$(($(SEEDS) + 1))

bench-scale: install ## a warehouse of a million actions: every query of docs/cookbook.md timed (minutes, gigabytes of disk)
	$(BIN)/python -m bench.scale

readme: install ## run the README's session anew
	$(BIN)/python -m bench.session

cookbook: install ## ask the samples the questions of docs/cookbook.md anew
	$(BIN)/python -m bench.cookbook

lock: install ## write requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra dev --extra ocr --python-version 3.11 --universal --generate-hashes --quiet \
		--upgrade --no-header --no-annotate --no-emit-index-url --output-file requirements.lock

clean: ## remove what the other targets made
	rm -rf $(VENV) $(DB) .mypy_cache .pytest_cache .ruff_cache .hypothesis

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do printf '  %-14s %s\n' "$$name" "$$what"; done
