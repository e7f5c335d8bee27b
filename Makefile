# Each target is the one command that is needed, on a fresh machine too: the first step installs the
# system packages that the Swift toolchain lacks, or names them.

SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks \
  Fuzzing/Package.swift Fuzzing/Sources
# The real texts that the background is counted over; they are no part of the project.
CORPUS ?= ../shared/corpus
# What `make serve` shows.
WORKSPACE ?= .build/sample-workspace
PORT ?= 8080

.PHONY: help demo serve build test test-browser test-api shapes bench fuzz lint format background system-packages

help: ## Show the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 22

demo: system-packages ## Rank the built-in sample roles for an invented candidate
	@swift build -c release --product rolefit
	@"$$(swift build -c release --show-bin-path)/rolefit" rank Profiles/maya-okafor.json

serve: system-packages ## Serve the sample roles and profiles at http://localhost:8080/ (PORT=number)
	@swift build -c release --product rolefit
	@rolefit="$$(swift build -c release --show-bin-path)/rolefit"; \
	  "$$rolefit" init $(WORKSPACE) && "$$rolefit" add Profiles --kind profile --workspace $(WORKSPACE) && \
	  exec "$$rolefit" serve --workspace $(WORKSPACE) --port $(PORT) --samples

build: system-packages ## Build everything
	swift build

test: system-packages ## Run all tests, and build an application that embeds the engine
	Scripts/check-embedded-consumer.sh
	swift test

test-browser: ## Test the pages of the service in Chromium (ROLEFIT=executable, ARGUMENTS=of pytest)
	Scripts/test-browser.sh $(ARGUMENTS)

test-api: ## Ask the service what its description allows, and hold it to the answers (ROLEFIT=executable)
	Scripts/test-api.sh

shapes: system-packages ## Read 10 MB of each bad shape, and hold the work to its length
	ROLEFIT_SHAPES=10 swift test -c release --traits CommandLine,Documents --filter BadShapeTests

bench: system-packages ## Measure the kernels and the engine's steps (FILTER=regular expression)
	swift package --package-path Benchmarks benchmark --no-progress \
	  $(if $(FILTER),--filter "$(FILTER)")

fuzz: system-packages ## Run the parsers under libFuzzer (SECONDS=60 or RUNS=1000000 each, TARGET=name)
	SECONDS_EACH=$(SECONDS) RUNS=$(RUNS) Scripts/fuzz.sh $(TARGET)

lint: system-packages ## Check the format of the sources
	swift format lint --strict --recursive $(SOURCES)

format: system-packages ## Format the sources
	swift format --in-place --recursive $(SOURCES)

background: system-packages ## Count the background anew (CORPUS=folder)
	Scripts/build-background.sh "$(CORPUS)"

system-packages:
	@Scripts/ensure-system-packages.sh
