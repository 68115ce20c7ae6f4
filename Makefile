# `make` alone lists what can be made. Each target does its own set-up; nothing is installed outside .venv but Chromium.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

export NO_MKDOCS_2_WARNING := 1

# A .venv whose Python went with an upgrade, or that was made in another place, is made anew by the next target.
ifneq ($(wildcard $(VENV)/site.stamp),)
  BROKEN := $(shell $(BIN)/python -c "import mkdocs" 2>/dev/null && test -x "$$(sed -n '1s/^\#!//p' $(BIN)/mkdocs | cut -d' ' -f1)" || echo broken)
endif
ifdef BROKEN
.PHONY: $(VENV)/site.stamp
endif

# What `check`, `changes` and `links` print: text, github (notes in a pull request) and others that they name.
FORMAT ?= text

.PHONY: help site preview pdf serve check fix suggestions confirm receive new schemas headers changes record links test test-data test-changed test-mutants test-faults test-forges screenshots bench bench-reading bench-search bench-check bench-load torture compressed audit sbom browser-packages test-properdocs test-without-material lock clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

site: $(VENV)/site.stamp ## build the site into site/
	$(BIN)/mkdocs build --strict

preview: site ## build the site into preview/, to be opened from there without a server
	$(BIN)/python -m macros.commands.offline site preview

pdf: $(VENV)/pdf.stamp ## build the site with a booklet of each reviewed year as PDF in each language, made with Chromium
	BOOKLET=yes $(BIN)/mkdocs build --strict
	$(BIN)/python -m macros.commands.booklet site "$$($(BIN)/python -m tests.chromium)"

serve: $(VENV)/site.stamp ## build, watch and serve the site on http://127.0.0.1:8000/
	$(BIN)/mkdocs serve --strict --livereload

check: $(VENV)/site.stamp ## report every mistake in the data; with BASE=…, a branch or a commit, first what changed since then brought
	$(BIN)/python -m macros.commands.check --format $(FORMAT) $(if $(BASE),--base "$(BASE)")

fix: $(VENV)/site.stamp ## fix in the data what needs no judgement: letters, spaces, quotation marks, order of fields; record translations
	$(BIN)/python -m macros.commands.fix

suggestions: $(VENV)/site.stamp ## print as JSON what fix would change in HEAD=… (default HEAD), for a pull request
	@$(BIN)/python -m macros.commands.suggestions $(HEAD)

receive: $(VENV)/site.stamp ## put the changes that someone sent, an issue or a mail, into the data and check them: make receive FILE=mail.txt
	@$(BIN)/python -m macros.commands.receive $(if $(MADE),--made "$(MADE)") "$(FILE)"

confirm: $(VENV)/site.stamp ## declare outdated English right as it is: make confirm, or make confirm ID=meetings/2022-06-29
	@$(BIN)/python -m macros.commands.confirm $(ID)

new: $(VENV)/site.stamp ## create a new record: make new TYPE=meeting (document, person, topic, term, province, unit, review)
	@$(BIN)/python -m macros.commands.new $(TYPE)

schemas: $(VENV)/site.stamp ## write the JSON Schemas that editors such as VS Code use, and the codes on the forges’ forms
	$(BIN)/python -m macros.derived.schemas

headers: $(VENV)/site.stamp ## write deploy/headers.conf, the security headers for nginx
	$(BIN)/python -m macros.assets.policy > deploy/headers.conf

changes: $(VENV)/site.stamp ## say what changes for readers since BASE=…, a branch or a commit
	$(BIN)/python -m macros.commands.changes $(BASE) HEAD --language vi --format $(FORMAT)

record: $(VENV)/site.stamp ## do what fix does, record translations, and log what was corrected since the last time, for readers to see (REASON=… in place of the commits' own)
	$(BIN)/python -m macros.commands.log_corrections $(if $(PUSH),--push "$(PUSH)")

links: $(VENV)/site.stamp ## check whether the web addresses in the data still answer
	$(BIN)/python -m macros.commands.links --format $(FORMAT)

test: $(VENV)/test.stamp ## check the code, with the small archive, and the data, and try the site in a real browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/yamllint --strict .
	$(BIN)/python -m compileall -q macros # hundreds of tests start a process that imports them, some where Python may not write
	$(BIN)/pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder

test-data: $(VENV)/test.stamp ## what a change of data or pages needs: check, strict build, links, a look in a real browser
	$(BIN)/python -m macros.commands.check
	$(BIN)/pytest tests/live

test-changed: $(VENV)/site.stamp ## test-data where nothing but data and pages changed since BASE=…, else test
	$(MAKE) $$($(BIN)/python -m macros.commands.needed_tests "$(BASE)")

test-mutants test-faults: $(VENV)/test.stamp ## long batteries: thousands of spoiled files; every fault that a build can meet
	$(BIN)/pytest --numprocesses 3 --dist loadfile -m $(@:test-%=%)

test-forges: $(VENV)/forges.stamp ## run the forges' pipelines here: a change of data from its proposal to the published site (half an hour)
	$(BIN)/python -m tests.forges

screenshots: $(VENV)/test.stamp ## pictures of the site, phone to desktop, light and dark, into screenshots/
	$(BIN)/python -m tests.screenshots screenshots

bench-reading: $(VENV)/bench.stamp ## Lighthouse and the weight of the first view; writes benchmarks/results/
	$(BIN)/python -m benchmarks.reading --write

bench-search: $(VENV)/bench.stamp ## measure search next to its peers (half an hour); writes benchmarks/results/
	$(BIN)/python -m benchmarks.search --write
	$(BIN)/python -m benchmarks.search --write --half readers --sizes real
	$(BIN)/python -m benchmarks.search --write --half fresh-1 --sizes real --lanes ours,pagefind-folded
	$(if $(wildcard benchmarks/queries/unseen.yml),$(BIN)/python -m benchmarks.search --write --half unseen --sizes real --lanes ours,pagefind-folded)

$(VENV)/site.stamp: requirements/site.txt requirements/browser/package-lock.json
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null || { \
		echo "Cần Python 3.11 trở lên; hãy chỉ ra: make PYTHON=python3.12 … / Python 3.11 or newer is needed; name it: make PYTHON=python3.12 … ($$($(PYTHON) --version 2>&1))" >&2; exit 1; }
	$(PYTHON) -m venv $(if $(BROKEN),--clear) $(VENV)
	$(PIP) -r requirements/site.txt
	$(BIN)/python -m macros.commands.browser_packages
	@touch $@

$(VENV)/pdf.stamp: $(VENV)/site.stamp requirements/pdf.txt tests/chromium.py
	$(PIP) -r requirements/pdf.txt
	$(BIN)/python -m tests.chromium
	@touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp requirements/test.txt tests/chromium.py tests/debian.py tests/programs.py tests/tools/package-lock.json
	$(PIP) -r requirements/test.txt
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.node
	$(BIN)/python -m tests.programs
	@touch $@

$(VENV)/bench.stamp: $(VENV)/test.stamp requirements/bench.txt
	$(PIP) -r requirements/bench.txt
	@touch $@

$(VENV)/forges.stamp: $(VENV)/test.stamp requirements/forges.txt
	$(PIP) -r requirements/forges.txt
	@touch $@

bench: $(VENV)/bench.stamp ## measure builds of 100, 1,000 and 10,000 meetings next to their peers (an hour); writes benchmarks/results/
	$(BIN)/python -m benchmarks.builds --write

bench-check: $(VENV)/test.stamp ## how long the check takes, on the real data and with 1,000 meetings
	$(BIN)/python -m benchmarks.check

torture: $(VENV)/test.stamp ## spoil 20,000 inputs, bring hostile texts to a browser, hinder hundreds of builds (two hours); writes benchmarks/results/
	$(BIN)/python -m benchmarks.torture --write

bench-load: compressed ## how fast nginx serves the site to many readers at once, on this machine only; writes benchmarks/results/
	$(BIN)/python -m benchmarks.load --write

compressed: site ## add .gz and .br next to the files of site/, for web servers
	$(BIN)/python -m macros.commands.compressed site

audit: $(VENV)/supply.stamp ## compare the locked packages with the lists of known vulnerabilities
	$(VENV)/supply/bin/pip-audit --strict --disable-pip --require-hashes -r requirements/site.txt
	$(VENV)/supply/bin/pip-audit --strict --disable-pip --require-hashes -r requirements/test.txt

sbom: $(VENV)/supply.stamp ## write sbom.json, a bill of materials (CycloneDX) of what the site is built with
	$(VENV)/supply/bin/cyclonedx-py requirements requirements/site.txt --output-reproducible --of JSON -o sbom.json
	$(BIN)/python requirements/licences.py sbom.json

$(VENV)/supply.stamp: $(VENV)/site.stamp requirements/supply.txt
	$(PYTHON) -m venv $(VENV)/supply
	$(VENV)/supply/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/supply.txt
	@touch $@

test-properdocs: $(VENV)/site.stamp ## build with ProperDocs too: are the pages those of MkDocs?
	$(PYTHON) -m venv $(VENV)/properdocs
	$(VENV)/properdocs/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt -r requirements/properdocs.txt
	$(BIN)/mkdocs build --strict --site-dir $(VENV)/properdocs/mkdocs-site
	$(VENV)/properdocs/bin/properdocs build --strict -f mkdocs.yml --site-dir $(VENV)/properdocs/properdocs-site
	diff -r -I 'name="generator"' $(VENV)/properdocs/mkdocs-site $(VENV)/properdocs/properdocs-site

test-without-material: $(VENV)/test.stamp ## build without Material too: is the site the same to the byte?
	$(BIN)/pytest -m without_material

lock: $(VENV)/site.stamp ## lock newer versions of what requirements/*.in names
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lock.txt
	for set in site test pdf bench forges properdocs supply lock; do $(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --upgrade --custom-compile-command "make lock" \
		--output-file requirements/$$set.txt requirements/$$set.in || exit 1; done

browser-packages: $(VENV)/site.stamp ## install the scripts of npm that the site ships, where npm was missing before
	$(BIN)/python -m macros.commands.browser_packages

clean: ## remove what was built and installed
	rm -rf site preview screenshots .site-* $(VENV) .mypy_cache .pytest_cache .ruff_cache
