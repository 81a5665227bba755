extension Language {
  /// Every language, with the aliases by which linguist, Pygments or common use know it.
  static let all: [Language] = [
    Language("bash", "sh shell zsh ksh dash ash fish shellscript shell-script envrc", .bash),
    Language("c", "h", .c),
    Language("console", "shell-session shellsession sh-session bash-session terminal", .console),
    Language("cpp", "c++ cc cxx hpp hxx", .cpp),
    Language("csharp", "c# cs dotnet", .csharp),
    Language("css", "scss less", .css),
    Language("diff", "patch udiff", .diff),
    Language("dockerfile", "docker containerfile", .dockerfile),
    Language("elixir", "ex exs", .elixir),
    Language("go", "golang", .go),
    Language("graphql", "gql", .graphql),
    Language("groovy", "gradle jenkinsfile", .groovy),
    Language("hcl", "terraform tf tfvars opentofu tofu", .hcl),
    Language("html", "htm xhtml vue svelte mustache handlebars hbs", .html),
    Language("http", "https", .http),
    Language("ini", "properties conf cfg dosini env dotenv editorconfig systemd desktop", .ini),
    Language("java", "", .java),
    Language("javascript", "js mjs cjs node", .javascript),
    Language("json", "jsonc json5 jsonl ndjson geojson topojson", .json),
    Language("jsx", "react", .javascript),
    Language("kotlin", "kt kts", .kotlin),
    Language("lua", "luau", .lua),
    Language("makefile", "make mk mf bsdmake", .makefile),
    Language("markdown", "md mdx", .markdown),
    Language("nginx", "nginxconf", .nginx),
    Language("php", "php3 php4 php5 php7 php8", .php),
    Language("powershell", "ps ps1 pwsh posh psm1", .powershell),
    Language("promql", "logql traceql", .promql),
    Language("protobuf", "proto proto3", .protobuf),
    Language("python", "py python3 py3 pyi bzl bazel starlark", .python),
    Language("rego", "opa", .rego),
    Language("ruby", "rb jruby rbx rake gemfile podfile", .ruby),
    Language("rust", "rs", .rust),
    Language("sql", "postgresql postgres psql mysql sqlite plsql plpgsql tsql", .sql),
    Language("swift", "", .swift),
    Language("text", "txt plain plaintext plain-text none nohighlight no-highlight ascii csv tsv log", .plain),
    Language("toml", "", .toml),
    Language("tsx", "", .tsx),
    Language("typescript", "ts mts cts", .typescript),
    Language("xml", "svg xsd xsl xslt wsdl rss atom plist", .xml),
    Language("yaml", "yml helm", .yaml),
  ]
}

extension Grammar {
  /// No meaning at all.
  static let plain = Grammar([], [], .noNumbers)
}
