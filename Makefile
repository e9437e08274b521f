# Agentic Memory. "make demo" shows it at work, "make test" proves it; both need Python 3.11 and
# make, and install what else they need into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
STAGE ?= dev

.DEFAULT_GOAL := help
.PHONY: help demo lab bench load recall torture connect deploy destroy doctor smoke quality test format lint types tests clean

help:  ## say what there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: $(READY)  ## play one caller's story in the lab; PAYLOAD=conversation.json plays another's
	@$(BIN)/python -m lab demo $(if $(PAYLOAD),"$(PAYLOAD)")

lab: $(READY)  ## run the lab until Ctrl-C; KEEP=folder keeps Mem0's memories
	@$(BIN)/python -m lab run $(if $(KEEP),--keep "$(KEEP)")

bench: $(READY)  ## measure what was promised, write docs/benchmarks.md; QUICK=1 repeats less
	@$(BIN)/python -m bench $(if $(QUICK),--quick)

load: $(READY)  ## make many calls at once, prove that each is remembered once; CALLS=50 SECS=60 PLOT=1
	@$(BIN)/python -m bench.load \
	  $(if $(CALLS),--calls "$(CALLS)") $(if $(SECS),--secs "$(SECS)") \
	  $(if $(PAUSE),--pause-secs "$(PAUSE)") $(if $(WORKERS),--workers "$(WORKERS)") \
	  $(if $(MEM0_MS),--mem0-ms "$(MEM0_MS)") $(if $(FAULTS),--fault-share "$(FAULTS)") \
	  $(if $(SEED),--seed "$(SEED)") $(if $(LOG),--log "$(LOG)") \
	  $(if $(PLOT),--plot "$(if $(filter 1,$(PLOT)),load.png,$(PLOT))")

recall: $(READY)  ## measure how well the lab's search finds what was said; LOCOMO=locomo10.json
	@$(BIN)/python -m bench.recall $(if $(LOCOMO),"$(LOCOMO)")

torture: $(READY)  ## play random histories of faults; HISTORIES=20000 SEED=0
	@$(BIN)/python -m lab.torture $(if $(HISTORIES),--histories $(HISTORIES)) $(if $(SEED),--seed $(SEED))

connect: $(READY)  ## connect an ElevenLabs agent: AGENT=agent_... STAGE=dev; UNDO=1 takes it back
	@test -n "$(AGENT)" || { echo "Say which agent: make connect AGENT=agent_... STAGE=dev"; exit 2; }
	@$(BIN)/python -m ops connect "$(AGENT)" --stage "$(STAGE)" $(if $(YES),--yes) \
		$(if $(REPLACE),--replace) $(if $(DRY_RUN),--dry-run) $(if $(UNDO),--undo) $(if $(JSON),--json)

deploy: $(READY)  ## deploy to AWS: STAGE=dev or STAGE=prod; ALARM_EMAIL=address DRY_RUN=1 JSON=1
	@$(BIN)/python -m ops deploy --stage "$(STAGE)" $(if $(DRY_RUN),--dry-run) $(if $(JSON),--json)

doctor: $(READY)  ## look at a stage and its agents, say what to do; AGENT=agent_... JSON=1
	@$(BIN)/python -m ops doctor --stage "$(STAGE)" $(if $(AGENT),--agent "$(AGENT)") \
		$(if $(JSON),--json)

smoke: $(READY)  ## play an invented call through a deployed stage, and erase it; WAIT_SECS=180 JSON=1
	@$(BIN)/python -m ops smoke --stage "$(STAGE)" \
		$(if $(WAIT_SECS),--wait-secs "$(WAIT_SECS)") $(if $(JSON),--json)

destroy: $(READY)  ## take a stage down; ARCHIVE=1 with every call it archived, YES=1 unasked, DRY_RUN=1
	@$(BIN)/python -m ops destroy --stage "$(STAGE)" $(if $(ARCHIVE),--archive) $(if $(YES),--yes) \
		$(if $(DRY_RUN),--dry-run) $(if $(JSON),--json)

quality: $(READY)  ## judge how callers are remembered, on invented calls; CALLERS="A01 B07" WORST=3 WITHOUT_ITEMS=yes
	@$(BIN)/python -m quality $(CALLERS) $(if $(WORST),--worst "$(WORST)") $(if $(WITHOUT_ITEMS),--without-items)

test: $(READY) lint types tests  ## format check, linter, types, all tests

format: $(READY)  ## write the code as the formatter wants it
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lint: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(READY)
	@$(BIN)/mypy app.py chalicelib lab bench ops quality

tests: $(READY)
	@$(BIN)/pytest -n auto

clean:  ## remove what was installed and generated
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .chalice/build .chalice/deployments

$(READY): requirements.txt requirements-dev.txt constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; try: make PYTHON=python3.11")'
	@echo "Installing into $(VENV), once; about a minute:"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python lab/install.py requirements-dev.txt
	@touch $@
