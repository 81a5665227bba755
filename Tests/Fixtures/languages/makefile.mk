# What the platform's services share; include it first.
IMAGE ?= registry.example.com/$(NAME)
VERSION := $(shell git describe --tags --always)
SOURCES = $(wildcard cmd/*/*.go)

.DEFAULT_GOAL := help
.PHONY: help build image

ifeq ($(CI),true)
  FLAGS += --progress=plain
endif

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: $(SOURCES) ## Build the program
	@mkdir -p out
	go build -trimpath -ldflags "-X main.version=$(VERSION)" -o out/$(NAME) ./cmd/$(NAME)

out/%.json: schemas/%.yaml
	yq -o json $< > $@ # one for each schema

image: build ## Build the image and push it
	docker build $(FLAGS) --tag "$(IMAGE):$(VERSION)" .
	if [ -n "$$PUSH" ]; then docker push '$(IMAGE):$(VERSION)'; fi
