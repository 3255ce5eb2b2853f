# Two commands do everything, set-up included: `make chat` and `make test`.
PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt

export Q

.PHONY: chat ask eval test check format model clean

chat: .venv/chat  ## open the page (ARGS="--port 8000 --article my.txt")
	$(PY) -m ui $(ARGS)

ask: .venv/chat  ## ask on the command line: make ask Q="两江新区规划面积有多大？"
	@$(PY) -m rag ask "$$Q" $(ARGS)

eval: .venv/chat  ## run the bundled question set
	$(PY) -m eval run $(ARGS)

test: check  ## everything that CI checks
	$(PY) -m pytest $(ARGS)

check: .venv/test  ## format, lint, types
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

format: .venv/test
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

model: .venv/test  ## make the bundled model again: make model DATA=folder
	$(PY) -m rag.embedding.train $(DATA) --out rag/embedding/bundled

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache

.venv/chat: pyproject.toml constraints.txt
	test -x $(PY) || $(PYTHON) -m venv .venv
	@echo "Installing packages (once; a few minutes)..."
	$(PIP) -e .
	@touch $@

.venv/test: .venv/chat tests/browser.sh
	$(PIP) -e ".[test]"
	sh tests/browser.sh $(PY)
	@touch $@
