# make demo: sets up and runs the main job. make test: sets up and runs the tests.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DEMO := tests/data/demo
REPORT ?= demo-report.html

.PHONY: demo test lint bench bench-rules bench-dedupe bench-peers docs-rules docs-shown clean

demo: $(VENV)/.installed
	@echo '$$ bibvalidator check $(DEMO) --html $(REPORT)'
	@$(BIN)/bibvalidator check $(DEMO) --isolated --today 2026-07-01 --html $(REPORT); \
	code=$$?; echo; \
	if [ $$code -ne 1 ]; then echo "expected exit code 1 (findings), got $$code"; exit 1; fi; \
	echo "Exit code 1: there are findings. Open the report in a browser: $(REPORT)"

test: $(VENV)/.installed
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed
	$(BIN)/python tests/bench.py $(ARGS)

bench-dedupe: $(VENV)/.installed
	$(BIN)/python tests/bench_dedupe.py $(ARGS)

bench-peers: $(VENV)/.installed
	PEERS=$(VENV)-peers $(BIN)/python tests/bench_peers.py $(ARGS)

bench-rules: $(VENV)/.installed
	$(BIN)/python tests/plant.py $(ARGS)

docs-rules: $(VENV)/.installed
	@{ echo '# The rules'; echo; \
	echo 'Made by `make docs-rules`. `bibvalidator explain CODE` prints the text of a rule.'; echo; \
	$(BIN)/bibvalidator rules --format markdown --isolated; } > docs/rules.md
	@$(BIN)/python tests/make_fixes_page.py > docs/fixes.md

docs-shown: $(VENV)/.installed
	@$(BIN)/python tests/pages.py

clean:
	rm -rf $(VENV) $(VENV)-peers build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis $(REPORT)

$(VENV)/.installed: pyproject.toml .ci/constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  -c .ci/constraints.txt -e '.[all,test,lint]'
	$(BIN)/python -m compileall -q validator rules reports # so that the first run starts fast too
	@touch $@
