# make site        builds the course site into site/; the first run installs what it needs into .venv/
# make serve       shows a preview that follows every change
# make check       shows all problems of the course; FORMAT=github, gitlab or json for programs
# make export      writes out/, from which other engines build the site
# make test        tests everything, in a real browser too
# make fuzz        reads 100,000 mutated files of the course; DOCUMENTS and SEED say how many and which
# make fuzz-by-coverage  lets atheris look for what breaks the reading; installs atheris, which needs Linux
# make pictures    takes pictures of every kind of page into pictures/, for review (KINDS="home story": of these)
# make lighthouse  asks Lighthouse what it thinks of them; needs Node and the network
# make benchmark   measures how long learners wait, and whether pages jump
# make chaos       kills, stops and disturbs builds and previews for half an hour
# make lock        pins the newest versions that fit; needs uv
# make clean       removes what was built and installed

PYTHON ?= python3
FORMAT ?= text
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
CODE := generator tests

# Two projects quarrel over MkDocs' future in banners. The README says what our readers need to know.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: fuzz fuzz-by-coverage site serve check export test pictures lighthouse benchmark chaos lock clean chromium

site: $(VENV)/installed
	$(BIN)/extramile build

serve: $(VENV)/installed
	$(BIN)/extramile serve

check: $(VENV)/installed
	@$(BIN)/extramile check --format $(FORMAT)

export: $(VENV)/installed
	$(BIN)/extramile export out

test: $(VENV)/tested chromium
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy --strict $(CODE)
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

DOCUMENTS ?= 100000
SEED ?= 1
fuzz: $(VENV)/tested
	$(BIN)/python -m tests.hostile.fuzz $(DOCUMENTS) $(SEED)

fuzz-by-coverage: $(VENV)/tested
	$(PIP) 'atheris>=3,<4'
	$(BIN)/python -m tests.hostile.coverage_fuzz -max_total_time=600

pictures: $(VENV)/tested chromium
	$(BIN)/python -m tests.browser.pictures $(KINDS)

lighthouse: $(VENV)/tested chromium
	$(BIN)/python -m tests.browser.lighthouse $(KINDS)

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Python 3.11 or newer is needed, as $(PYTHON). Another one: make site PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "Python cannot make an environment. On Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/installed: $(VENV)/python requirements.lock pyproject.toml
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/tested: $(VENV)/installed requirements-test.lock
	$(PIP) --require-hashes --requirement requirements-test.lock
	@touch $@

# The browser in which the pages are tested: $CHROMIUM, or Debian's without a window, which is the quickest, or
# one that is installed.
BROWSERS := chromium chromium-browser google-chrome google-chrome-stable
chromium:
	@if [ -n "$$CHROMIUM" ] || command -v chromium-headless-shell; then exit 0; fi >/dev/null; \
	as_root=; if [ "$$(id -u)" != 0 ]; then as_root="sudo -n"; fi; \
	if command -v apt-get >/dev/null && $$as_root true 2>/dev/null && $$as_root apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -qq -y --no-install-recommends \
	  chromium-headless-shell; then exit 0; fi >/dev/null 2>&1; \
	for browser in $(BROWSERS); do if command -v $$browser; then exit 0; fi; done >/dev/null; \
	echo "The tests need Chromium. Install it, or say where it is: CHROMIUM=/path/to/chromium make test"; exit 1

benchmark: $(VENV)/tested chromium
	$(BIN)/python -m tests.browser.benchmark

chaos: $(VENV)/tested
	CHAOS=1 $(BIN)/python -m pytest tests/faults --capture=no

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --no-header --quiet --upgrade --group install --output-file requirements.lock pyproject.toml
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --no-header --quiet --upgrade --constraint requirements.lock --group install --group test \
	  --output-file requirements-test.lock pyproject.toml

clean:
	rm -rf $(VENV) site out dist .cache/extramile .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
