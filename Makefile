# Two commands do everything: `make run` and `make test`. `make` alone says what can be done.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help run test clean

help: ## dire ce que l'on peut faire
	@echo "make run    installer si besoin, entraîner si besoin, charger l'annuaire et servir"
	@echo "make test   lancer toutes les vérifications"
	@echo "make clean  tout effacer de ce que ces commandes ont fait"

run: $(STAMP) ## servir sur http://localhost:8080
	@$(BIN)/guichet serve

test: $(STAMP) ## toutes les vérifications
	@$(BIN)/ruff check bot actions tests migrations benchmarks
	@$(BIN)/lint-imports
	@$(BIN)/mypy bot actions
	@$(BIN)/python -m pytest

$(STAMP): requirements.lock .python-version scripts/install.sh
	@sh scripts/install.sh $(VENV)
	@touch $@

clean:
	rm -rf $(VENV) .guichet .cache .rasa models .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
