# The targets of the project; `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
UV := .tools/bin/uv
UVX := UV_LINK_MODE=hardlink $(UV)
BIN := .venv/bin

help: ## list the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(UV): requirements/uv.txt
	@$(PYTHON) -m venv .tools
	@.tools/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

# The development environment: the official client 36 (the one that Airflow's provider pins), Airflow, the checks.
.venv/.ready: requirements/dev.txt pyproject.toml $(UV)
	@echo "making .venv from requirements/dev.txt"
	@[ -x .venv/bin/python ] || $(UVX) venv -q --python $(PYTHON) .venv
	@$(UVX) pip sync -q --python .venv --require-hashes --compile-bytecode requirements/dev.txt
	@$(UVX) pip install -q --python .venv --no-deps --no-build-isolation --editable .
	@touch $@

# The other end of the supported range of the official client, 37.
.venv-37/.ready: requirements/next.txt pyproject.toml $(UV)
	@echo "making .venv-37 from requirements/next.txt"
	@[ -x .venv-37/bin/python ] || $(UVX) venv -q --python $(PYTHON) .venv-37
	@$(UVX) pip sync -q --python .venv-37 --require-hashes requirements/next.txt
	@$(UVX) pip install -q --python .venv-37 --no-deps --no-build-isolation --editable .
	@touch $@

# Other libraries, beside whose the documentation shows ours.
.venv-others/.ready: requirements/others.txt pyproject.toml $(UV)
	@echo "making .venv-others from requirements/others.txt"
	@[ -x .venv-others/bin/python ] || $(UVX) venv -q --python $(PYTHON) .venv-others
	@$(UVX) pip sync -q --python .venv-others --require-hashes requirements/others.txt
	@$(UVX) pip install -q --python .venv-others --no-deps --no-build-isolation --editable .
	@touch $@

# What an image for the executor's workers is made of: Airflow, kpod, the client, the demo's data; nothing for development.
.venv-worker/.packages: requirements/worker.txt $(UV)
	@echo "making .venv-worker from requirements/worker.txt"
	@[ -x .venv-worker/bin/python ] || $(UVX) venv -q --python $(PYTHON) .venv-worker
	@$(UVX) pip sync -q --python .venv-worker --require-hashes --compile-bytecode requirements/worker.txt
	@touch $@

.venv-worker/.ready: .venv-worker/.packages .venv/.ready pyproject.toml $(shell find kpod airflow_integration -name '*.py')
	@rm -rf .venv-worker/wheel
	@$(UVX) build -q --wheel --no-build-isolation --python .venv --out-dir .venv-worker/wheel .
	@$(UVX) pip install -q --python .venv-worker --no-deps --no-index --reinstall --compile-bytecode .venv-worker/wheel/*.whl
	@touch $@

.PHONY: help env demo demo-airflow test test-37 test-airflow check format bench launches idle soak scale fuzz coming-from docs test-real test-real-all lock generate clean take-out

env: .venv/.ready ## make the development environment (.venv)

demo: .venv/.ready ## a Pod computes a summary of a real data set on the embedded cluster
	@$(BIN)/python examples/airports.py

demo-airflow: .venv/.ready .venv-worker/.ready ## the same in a real Airflow: our executor, a PodOperator, XCom
	@$(BIN)/python examples/airflow/demo.py

test: .venv/.ready .venv-37/.ready ## the tests, on the embedded cluster, with client 36 and then the client's part with 37
	@$(BIN)/python -m pytest -n 4 -m "not airflow" --ignore tests/airflow $(ARGS)
	@.venv-37/bin/python -m pytest -n 4 tests/conformance tests/parity tests/unit/kube tests/unit/specs tests/unit/test_import.py -m "not airflow" $(ARGS)

test-airflow: .venv/.ready .venv-worker/.ready ## the tests that start a real Airflow
	@$(BIN)/python -m pytest tests/airflow $(ARGS)

coming-from: .venv-others/.ready ## run the other libraries' side of the pages "coming from …" (cdk8s needs node)
	@.venv-others/bin/python -m pytest tests/conformance/test_coming_from.py $(ARGS)

test-real: .venv/.ready ## chosen tests on the cluster of KPOD_TEST_KUBECONFIG
	@[ -n "$$KPOD_TEST_KUBECONFIG" ] || { echo "set KPOD_TEST_KUBECONFIG to the kubeconfig of a cluster for tests"; exit 2; }
	@$(BIN)/python -m pytest tests/conformance tests/clients tests/airflow -m real $(ARGS)

test-real-all: .venv/.ready .venv-37/.ready ## every test that runs on a cluster, on the cluster of KPOD_TEST_KUBECONFIG
	@[ -n "$$KPOD_TEST_KUBECONFIG" ] || { echo "set KPOD_TEST_KUBECONFIG to the kubeconfig of a cluster for tests"; exit 2; }
	@$(BIN)/python -m pytest tests/conformance tests/clients tests/airflow $(ARGS)
	@.venv-37/bin/python -m pytest tests/conformance $(ARGS)

check: .venv/.ready ## lint, types, layers, generated files, docs
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/python tools/generate_api.py --check
	@$(BIN)/python tools/generate_dicts.py --check
	@$(BIN)/mypy
	@$(BIN)/pyright
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --site-dir .venv/site

format: .venv/.ready ## format the code and sort the imports
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: .venv/.ready .venv-37/.ready ## speed and size as ratios to the official client 36 and 37 and lightkube, in one run
	@$(BIN)/python benchmarks/run.py $(ARGS)

launches: .venv/.ready ## 500 launches on an API that takes 200 ms: seconds, and writes for each
	@$(BIN)/python benchmarks/launches.py $(ARGS)

idle: .venv/.ready ## 1,000 Jobs that run for ten minutes beside 5,000 Pods of others: what is asked of the server meanwhile?
	@$(BIN)/python benchmarks/idle.py $(ARGS)

soak: .venv/.ready ## 2,000 Jobs while events, watches, replies and the watchers themselves are lost: is every outcome right?
	@$(BIN)/python benchmarks/soak.py $(ARGS)

SECONDS ?= 600
fuzz: .venv/.ready ## SECONDS=600 of inputs made to break load_yaml, Quantity and the checks: does anything but a SpecError come out?
	@$(BIN)/python benchmarks/fuzz.py --seconds $(SECONDS) $(ARGS)

take-out: .venv/.ready ## take the handling of each fault out of a copy, and see its test fail
	@$(BIN)/python tools/take_out.py $(ARGS)

scale: .venv-37/.ready ## 2,000 Jobs on the cluster of KPOD_TEST_KUBECONFIG, watched by kpod and by client 37's informers: requests, memory, CPU
	@.venv-37/bin/python benchmarks/scale.py $(ARGS)

docs: .venv/.ready ## build the documentation into site/
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

generate: .venv/.ready ## write the API classes anew from the Kubernetes schemas
	@$(BIN)/python tools/generate_api.py
	@$(BIN)/python tools/generate_dicts.py

lock: $(UV) ## resolve the lock files anew
	@$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
	  --custom-compile-command "make lock" --group dev --extra cli --extra local --extra airflow pyproject.toml -o requirements/dev.txt
	@$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
	  --custom-compile-command "make lock" --group next --extra cli --extra local pyproject.toml -o requirements/next.txt
	@$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
	  --custom-compile-command "make lock" --group others --extra cli --extra local pyproject.toml -o requirements/others.txt
	@$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
	  --custom-compile-command "make lock" --group worker --extra airflow pyproject.toml -o requirements/worker.txt

clean: ## remove the environments and what the tools left
	@rm -rf .venv .venv-37 .venv-others .venv-worker .venv-spark .tools .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .demo site dist
