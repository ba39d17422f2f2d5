# Everything that is typed here: `make help` lists it. What each target needs installs itself, once.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

HOST ?= 127.0.0.1
PORT ?= 8000
PYTHON ?= $(shell command -v python3.11 || command -v python3)

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input install
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
LANGUAGES := $(wildcard directory/translations/*/LC_MESSAGES/messages.po)
TEXT_CALLS := -k say -k lazy_gettext -k _l -k both
CHECKS := check-style check-types check-contract check-dead check-rules check-house check-hours check-ways check-pages

.PHONY: help run test setup check bench docs statement lock texts browser postgresql java $(CHECKS)

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

# ---- what people use

# Threads, because a browser keeps an idle second connection open and would hold a whole worker with it. No header of a
# proxy is believed and no request is logged: an address can tell what a family is looking for.
# What is saved is published once it is proved, unless ENVAGIN_WATCH=0 says otherwise.
run: .venv/project .venv/translations ## serve http://127.0.0.1:8000 (PORT= and HOST= change it)
	@export ENVAGIN_WATCH="$${ENVAGIN_WATCH:-1}" && exec $(BIN)/gunicorn wsgi:application --bind "$(HOST):$(PORT)" \
		--worker-class gthread --workers 2 --threads 4 --preload \
		--no-control-socket --forwarder-headers "" --forwarded-allow-ips ""

test: setup ## run all tests, in a real browser and on PostgreSQL too
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

setup: .venv/project .venv/translations .venv/dev browser postgresql ## only install what run, test and check need

check: setup $(CHECKS) ## everything that judges the code and the rules without running the service

bench: setup ## measure the claims on speed
	@tools/ensure "wrk for the benchmarks" 'command -v wrk' wrk
	@failed=0; for file in bench/bench_*.py; do $(BIN)/python "$$file" || failed=1; done; exit $$failed

docs: .venv/project .venv/translations ## write the generated pages of docs/ anew
	@$(BIN)/python -m tools.guide
	@$(BIN)/python -m tools.sources_page

statement: setup ## judge every page and write the accessibility statement anew
	@FULL_MATRIX=1 $(BIN)/python -m pytest -q -n 2 tests/journeys/test_accessibility.py --junitxml .venv/matrix.xml || true
	@$(BIN)/python -m tools.statement .venv/matrix.xml

lock: .venv/dev ## write the lock files anew from requirements/*.in, with the newest versions allowed
	@export CUSTOM_COMPILE_COMMAND="make lock" && cd requirements && \
	../$(LOCK) --upgrade --output-file base.lock base.in build.in && \
	../$(LOCK) --upgrade --output-file dev.lock dev.in

texts: .venv/project ## bring every translation file up to date with the texts in code, templates, rules and catalogue
	@$(BIN)/pybabel -q extract -F babel.cfg $(TEXT_CALLS) --sort-by-file --add-location file -o .venv/messages.pot . && \
	PYTHONPATH=. $(BIN)/pybabel -q extract -F babel-families.cfg $(TEXT_CALLS) -c "sv:" --sort-by-file --no-location \
		-o .venv/families.pot . && \
	for file in $(LANGUAGES); do \
		language="$$(cut -d/ -f3 <<< "$$file")"; \
		$(BIN)/pybabel -q update -i ".venv/$$([ "$$language" = sv ] && echo messages || echo families).pot" -o "$$file" \
			-l "$${language/ll/sv}" --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date; done

# ---- the parts of `make check`

check-style:
	@$(BIN)/flake8

check-types:
	@$(BIN)/mypy

check-contract:
	@PYTHONPATH=. $(BIN)/lint-imports --config setup.cfg --no-cache --no-logo

check-dead:
	@$(BIN)/vulture directory wsgi.py --min-confidence 80

check-rules:
	@$(BIN)/envagin rules verify --strict

check-house:
	@$(BIN)/python -m pytest -q tests/house

# Sheets are left out: their age is that of a file, which no test can set to another hour.
check-hours:
	@for at in "Tue 10" "Sun 22"; do TESTS_AT="$$at" $(BIN)/python -m pytest -q -n 2 --dist loadfile \
		--ignore tests/web/test_desk_batch.py --ignore tests/web/test_every_way.py tests/web tests/api/test_referrals.py; done

check-ways:
	@FULL_MATRIX=1 $(BIN)/python -m pytest -q -n 2 tests/web/test_every_way.py

check-pages: java
	@FULL_MATRIX=1 $(BIN)/python -m pytest -q -n 2 tests/journeys/test_accessibility.py tests/api/test_fuzzed.py \
		tests/web/test_markup.py

# ---- installing; each stamp is older than what it was made from when there is something to do

.venv/made:
	@tools/ensure "Python 3.11 or newer" '"$(PYTHON)" -c "import sys; sys.exit(sys.version_info < (3, 11))"' python3
	@tools/ensure "the venv module of Python" '"$(PYTHON)" -c "import venv, ensurepip"' python3-venv
	@"$(PYTHON)" -m venv --clear .venv
	@touch $@

.venv/base: .venv/made requirements/base.lock
	@echo "Installing requirements/base.lock into .venv"
	@$(PIP) --require-hashes -r requirements/base.lock
	@touch $@

.venv/project: .venv/base setup.cfg pyproject.toml
	@$(PIP) --no-deps --no-index --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/base requirements/dev.lock
	@echo "Installing requirements/dev.lock into .venv"
	@$(PIP) --require-hashes -r requirements/dev.lock
	@touch $@

.venv/translations: .venv/base $(LANGUAGES)
	@$(if $(LANGUAGES),$(BIN)/pybabel -q compile -d directory/translations)
	@touch $@

browser: .venv/dev
	@tools/ensure "Chromium for the tests" 'test -x /usr/bin/chromium' chromium fonts-noto-core
	@tools/ensure "what Playwright's driver is linked to" '$(BIN)/playwright --version' libatomic1

java:
	@tools/ensure "Java for the HTML checker" 'command -v java' default-jre-headless

# Only the programs are used: the tests start a server of their own.
postgresql:
	@tools/ensure "PostgreSQL for the tests" 'ls /usr/lib/postgresql/*/bin/initdb' postgresql
