# The two commands of the README are `make site` and `make test`; both install what is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The published example is made in one process only, and a file of tests stays in one (tests/conftest.py).
PARALLEL := -n auto --maxprocesses 4 --dist loadgroup

.PHONY: site test check-all lint types lock names-words names-model examples golden golden-spoken clean

site: $(VENV)/.installed browser
	$(BIN)/pykala publish -f mkdocs.yml --at 2026-10-15

test: $(VENV)/.installed-dev browser lint types
	$(BIN)/pytest -m "not slow" $(PARALLEL)

check-all: $(VENV)/.installed-dev browser lint types vnu screen-reader
	$(BIN)/pytest $(PARALLEL)
	$(BIN)/python -m benchmarks.publish
	$(BIN)/python -m benchmarks.leak_scan
	$(BIN)/python -m benchmarks.search 300
	$(BIN)/python -m benchmarks.audit_cost
	$(BIN)/python -m benchmarks.name_grid
	$(BIN)/python -m benchmarks.name_speed
	@if test -d ../shared/data; then $(BIN)/python -m benchmarks.names ../shared/data/turku-ner/*dev*; else echo "The corpora of names are not here; the finder of names is not measured on them."; fi

# The Nu HTML Checker, for the tests that take longer; without npm or java these say why they are skipped.
.PHONY: vnu
vnu:
	@test -f work/vnu/node_modules/vnu-jar/build/dist/vnu.jar || ! command -v npm >/dev/null || { mkdir -p work && chmod 700 work && npm install --silent --no-save --no-audit --no-fund --ignore-scripts --prefix work/vnu vnu-jar@26.9.27; } || echo "The Nu HTML Checker could not be installed; its tests are skipped."

# A screen reader that runs in the browser (MIT), as one file; without npm its tests say why they are skipped.
.PHONY: screen-reader
screen-reader:
	@test -f work/screen-reader/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js || ! command -v npm >/dev/null || { mkdir -p work && chmod 700 work && npm install --silent --no-save --no-audit --no-fund --ignore-scripts --prefix work/screen-reader @guidepup/virtual-screen-reader@0.33.0; } || echo "The screen reader could not be installed; its tests are skipped."

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

.PHONY: browser
browser: $(VENV)/.installed
	$(BIN)/python -m generator.audit.browser_setup

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Pykälä needs Python 3.11 or newer; run: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# Maintainers: writes the two lock files anew from pyproject.toml, with hashes and without any index's address.
lock: $(VENV)/.installed-dev
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml requirements-build.in -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml requirements-build.in --group dev -o requirements-dev.lock

# Maintainers: writes the lists of common words anew from two packages that nothing else needs; the same versions give the same bytes.
names-words: $(VENV)/.installed-dev
	$(BIN)/pip install --quiet --no-deps --upgrade --target work/words simplemma==2.0.0 wordfreq==3.1.1
	$(BIN)/python -m benchmarks.common_words work/words

# Maintainers: trains the models of names anew from the two corpora and those lists; the same input gives the same bytes.
names-model: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.train_names ../shared/data

golden: $(VENV)/.installed-dev
	PYKALA_GOLDEN=write $(BIN)/pytest tests/importers/test_golden.py

golden-spoken: $(VENV)/.installed-dev browser screen-reader
	PYKALA_GOLDEN=write $(BIN)/pytest tests/walks/test_spoken_words.py

examples: $(VENV)/.installed-dev
	$(BIN)/python examples/make_examples.py

clean:
	rm -rf $(VENV) work site
