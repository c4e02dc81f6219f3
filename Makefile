# Thin: everything is in dev.py, which also works where there is no make.
# Another Python: make demo PYTHON=python3.12. Arguments: make test ARGS="-k scoring".
PYTHON ?= python3
ARGS ?=

.PHONY: demo serve test lint bench-scoring bench-documents bench-equality bench-lint planted-bugs
demo serve test lint bench-scoring bench-documents bench-equality bench-lint planted-bugs:
	@$(PYTHON) dev.py $@ $(ARGS)
