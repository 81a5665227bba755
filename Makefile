# Portico. `make help` lists the targets.

PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libcurl4-openssl-dev
PROGRAM := .build/release/portico
# Python with validators and parsers of others, for the tests.
VENV := .build/venv
# Python with what drives Chromium and holds pages against axe and the Nu checker.
BROWSER := .build/browser
# content/ as the debug program publishes it below a path, for the browser.
BROWSER_SITE := $(BROWSER)/site
# A site in Hebrew, for the same.
RIGHT_TO_LEFT := $(BROWSER)/right-to-left
# What draws Mermaid diagrams, pinned in Sources/CDiagrams/merman.txt; the program looks for it here and below PREFIX/lib.
MERMAN := .build/lib/portico/libmerman_uniffi.so
OUTPUT ?= _site
# The sample measurements of content/ end on this day; later ones would be shown as stale.
AS_OF ?= 2026-11-22
# Folders of documentation by others, for `make corpora`.
CORPORA ?= ../shared/corpora
# Pages and seeds of the generated sites of `make faults`.
N ?= 2000
SEED ?= 1 2 3
# How long to fuzz, in seconds.
TIME ?= 600
PREFIX ?= /usr/local
ROOT = $(DESTDIR)$(PREFIX)
COMPLETIONS = $(addprefix $(ROOT)/share/,bash-completion/completions zsh/site-functions fish/vendor_completions.d)

.DEFAULT_GOAL := help
.PHONY: help setup build diagrams site test weights browser browser-site vitals contact-sheet check bench faults checkers corpora \
  search fuzz format lint install clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: ## Install the Debian packages that are missing
	@command -v swift >/dev/null || { echo "Swift 6.3 is missing: install it from https://www.swift.org/install/linux/"; exit 1; }
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  if [ -n "$$sudo" ] && ! command -v sudo >/dev/null; then \
	    echo "Missing:$$missing. Install them as root: apt-get install$$missing"; exit 1; fi; \
	  echo "Installing:$$missing"; \
	  $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; \
	fi

build: setup ## Build the program (release)
	swift build -c release --product portico

diagrams: PACKAGES += python3-venv
diagrams: setup ## Set up what draws diagrams, where there is such a thing for this machine
	@$(MAKE) --no-print-directory setup PACKAGES=libgvc6 \
	  || echo "Without libgvc6: graphs in DOT are shown as code."
	@$(MAKE) --no-print-directory $(MERMAN) \
	  || echo "Without merman for this machine: Mermaid diagrams are shown as code."

$(MERMAN): Sources/CDiagrams/merman.txt
	python3 -m venv --clear .build/merman
	.build/merman/bin/pip install -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
	  --target .build/merman/wheel -r $<
	install -D -m 644 .build/merman/wheel/merman/libmerman_uniffi.so $@

site: build diagrams ## Publish the portal from content/ into _site (OUTPUT=DIR for another folder, AS_OF=DAY for another day)
	$(PROGRAM) build content --output $(OUTPUT) --as-of $(AS_OF)
	@echo "The portal is in $(OUTPUT)/index.html"

test: diagrams $(VENV)/ready ## Run all tests, those in the browser last
	swift build --build-tests
	PORTICO_PYTHON=$(CURDIR)/$(VENV)/bin/python swift test --skip-build
	@$(MAKE) --no-print-directory browser weights

weights: browser-site ## Weigh what a page of each kind loads, against the limits
	python3 Tests/Browser/weights.py $(BROWSER_SITE)

browser: browser-site $(BROWSER)/ready ## Look at every kind of page in Chromium
	$(BROWSER)/venv/bin/python Tests/Browser/self_test.py
	$(BROWSER)/venv/bin/python Tests/Browser/markup.py $(BROWSER_SITE)
	$(BROWSER)/venv/bin/python Tests/Browser/walks.py $(BROWSER_SITE)
	$(BROWSER)/venv/bin/python Tests/Browser/tasks.py $(BROWSER_SITE)
	$(BROWSER)/venv/bin/python Tests/Search/floors.py $(BROWSER_SITE) Tests/Search/questions/content.txt
	$(BROWSER)/venv/bin/python Tests/Browser/run.py $(BROWSER_SITE)
	$(BROWSER)/venv/bin/python Tests/Browser/run.py $(RIGHT_TO_LEFT) "" secrets/ secrets/guides/rotate/ service-levels/

vitals: browser-site $(BROWSER)/ready ## Measure what readers wait for on a slow phone
	$(BROWSER)/venv/bin/python Tests/Browser/vitals.py $(BROWSER_SITE)

contact-sheet: browser-site $(BROWSER)/ready ## Picture every kind of page, in two widths and both schemes
	$(BROWSER)/venv/bin/python Tests/Browser/contact_sheet.py $(BROWSER_SITE) $(BROWSER)/sheet

browser-site: setup
	swift build --product portico
	.build/debug/portico build content --output $(BROWSER_SITE) --base-url https://portal.example.com/portal/ --as-of $(AS_OF) --quiet
	.build/debug/portico build Tests/Fixtures/sites/right-to-left/content --output $(RIGHT_TO_LEFT) \
	  --base-url https://portal.example.com/portal/ --as-of 2026-06-30 --quiet

$(BROWSER)/ready: Tests/Browser/requirements.txt
	@$(MAKE) --no-print-directory setup PACKAGES="python3-venv chromium default-jre-headless"
	python3 -m venv --clear $(BROWSER)/venv
	$(BROWSER)/venv/bin/pip install -q --disable-pip-version-check --no-deps -r $<
	touch $@

$(VENV)/ready: Tests/Machines/requirements.txt | diagrams
	python3 -m venv --clear $(VENV)
	$(VENV)/bin/pip install -q --disable-pip-version-check --no-deps -r $<
	touch $@

lint: setup ## Hold the sources against .swift-format
	swift format lint --strict -r Package.swift Sources Tests

check: ## What to run before a commit: lint, build, test, and the checks of content/, with the time of each
	@for step in lint build test; do \
	  start=$$(date +%s); $(MAKE) --no-print-directory $$step || exit 1; \
	  echo "== $$step: $$(( $$(date +%s) - start )) s"; \
	done
	$(PROGRAM) check content --strict --as-of $(AS_OF)

bench: setup ## Measure builds of 1,000 and 10,000 pages, and 20,000 code blocks, against the floor of the task
	swift build -c release
	.build/release/Benchmarks $(PROGRAM)

faults: build ## Check generated sites with known faults, and compare what is found with the truth (N=PAGES, SEED="1 2 3")
	@status=0; for form in source output; do \
	  python3 Tests/LinkFaults/compare.py $(PROGRAM) $$form --pages $(N) --seeds $(SEED) || status=1; done; exit $$status

checkers: build ## Time check --site beside a plain pass, and beside linkchecker and html-proofer where they are installed
	python3 Tests/LinkFaults/checkers.py $(PROGRAM)

corpora: build ## Build the sites in CORPORA and count what became of their constructs
	@for site in nais-doc/docs radix-docs argo-cd-docs engineering-playbook; do \
	  echo "== $$site"; \
	  $(PROGRAM) build $(CORPORA)/$$site --output .build/corpora/$$site --as-of $(AS_OF) --keep-going --quiet > .build/corpora.log; \
	  python3 Tests/Corpora/constructs.py $(CORPORA)/$$site .build/corpora/$$site; \
	done

search: build .build/search/ready ## Measure the search of content/, of the sites in CORPORA and of 10,000 pages, beside Pagefind's
	$(PROGRAM) build content --output .build/search/content --as-of $(AS_OF) --quiet
	for site in nais-doc/docs radix-docs argo-cd-docs engineering-playbook; do \
	  $(PROGRAM) build $(CORPORA)/$$site --output .build/search/$$site --as-of $(AS_OF) --keep-going --quiet > .build/corpora.log \
	    || [ $$? = 1 ] || exit 1; done
	python3 Tests/Search/generate.py 10000 .build/search/library-content
	$(PROGRAM) build .build/search/library-content --output .build/search/library --as-of $(AS_OF) --verbose
	cd .build/search && venv/bin/python ../../Tests/Search/evaluate.py --pagefind venv/lib/python3*/site-packages/pagefind_bin/pagefind \
	  content=../../Tests/Search/questions/content.txt,../../Tests/Search/questions/unseen/content.txt nais-doc/docs radix-docs argo-cd-docs \
	  engineering-playbook=../../Tests/Search/questions/engineering-playbook.txt library

.build/search/ready: Tests/Search/requirements.txt
	python3 -m venv --clear .build/search/venv
	.build/search/venv/bin/pip install -q --disable-pip-version-check --no-deps -r $<
	touch $@

fuzz: setup ## Feed Markdown of all dialects to libFuzzer for ten minutes (TIME=SECONDS for another time)
	PORTICO_FUZZ=1 swift build -c release --sanitize fuzzer --product Fuzz --scratch-path .build/fuzz
	mkdir -p .build/fuzz/corpus .build/fuzz/seeds
	for file in Tests/Fixtures/constructs/*.md content/handbook/*.md; do \
	  { printf '\xff'; cat $$file; } > .build/fuzz/seeds/$$(basename $$file); done
	.build/fuzz/release/Fuzz -max_total_time=$(TIME) -max_len=4096 -timeout=10 -dict=Tests/Fuzz/markers.dict \
	  -artifact_prefix=.build/fuzz/ .build/fuzz/corpus .build/fuzz/seeds

format: ## Format the sources
	swift format -i -r Package.swift Sources Tests

install: build diagrams ## Install program, theme, manual and completions below PREFIX (/usr/local)
	swift package plugin generate-manual
	install -D -m 755 $(PROGRAM) $(ROOT)/bin/portico
	install -D -m 644 .build/plugins/GenerateManual/outputs/portico/portico.1 $(ROOT)/share/man/man1/portico.1
	mkdir -p $(ROOT)/share/portico $(COMPLETIONS)
	cp -R themes $(ROOT)/share/portico/
	if [ -e $(MERMAN) ]; then install -D -m 644 $(MERMAN) $(ROOT)/lib/portico/$(notdir $(MERMAN)); fi
	$(PROGRAM) --generate-completion-script bash > $(ROOT)/share/bash-completion/completions/portico
	$(PROGRAM) --generate-completion-script zsh > $(ROOT)/share/zsh/site-functions/_portico
	$(PROGRAM) --generate-completion-script fish > $(ROOT)/share/fish/vendor_completions.d/portico.fish

clean: ## Remove what was built
	rm -rf .build $(OUTPUT)
