# syntax=docker/dockerfile:1
ARG GO_VERSION=1.25
FROM golang:${GO_VERSION}-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
# The modules change less often than the code.
RUN --mount=type=cache,target=/go/pkg/mod \
    go mod download && \
    echo "modules are there"
COPY . .
ENV CGO_ENABLED=0
RUN if [ "$TARGETARCH" = 'arm64' ]; then export GOARM=8; fi; \
    go build -trimpath -ldflags "-s -w -X main.version=$VERSION" -o /out/api ./cmd/api

FROM gcr.io/distroless/static:nonroot
LABEL org.opencontainers.image.source="https://git.example.com/platform/api"
COPY --from=build --chown=65532:65532 /out/api /usr/local/bin/api
USER 65532
EXPOSE 8080/tcp
HEALTHCHECK --interval=30s CMD ["/usr/local/bin/api", "health"]
ENTRYPOINT ["/usr/local/bin/api"]
