/// What Portico knows of the settings, plugins and extensions that sites of MkDocs use.
enum MkDocsTables {
  /// Settings without a counterpart, and what to do instead.
  static let settings = [
    "extra_css": "Put styles into a 'theme' folder beside the pages: see Themes in the handbook.",
    "extra_javascript": "Put scripts into a 'theme' folder beside the pages: see Themes in the handbook.",
    "extra_templates": "Portico writes a sitemap, feeds and files for programs by itself.",
    "hooks": "Hooks are Python programs, which are not run: do what they did before the build.",
    "copyright": "Say it in the footer of a theme of your own.",
    "site_author": "Name an 'owner' in the front matter of pages.",
    "validation": "Links are always checked; 'check: {rules: …}' in portico.yaml sets severities.",
    "strict": "Run 'portico check --strict'.",
    "site_dir": "Say it with '--output'.",
    "edit_uri_template": "Write 'repository' in portico.yaml.",
    "remote_branch": "Publish the output folder with the tools of your host.",
    "watch": "Nothing watches files.",
  ]

  /// Plugins that put the values of `extra` into pages.
  static let variablePlugins = ["macros", "markdownextradata", "extradata"]

  /// Plugins whose work Portico does.
  static let coveredPlugins: Set<String> = [
    "awesome-pages", "techdocs-core", "redirects", "section-index", "same-dir", "gh-admonitions", "docusaurus",
    "callouts", "tags", "exclude", "minify", "mermaid2", "offline",
  ]

  /// What to do where a plugin did something.
  static let plugins = [
    "search": "Portico has no search yet.",
    "macros": "Values of 'extra' are put in as variables. Macros are Python programs: write out what they made.",
    "git-revision-date-localized": "Write 'reviewed' into the front matter of pages.",
    "git-revision-date": "Write 'reviewed' into the front matter of pages.",
    "awesome-nav": "Rename the '.nav.yml' files to '.pages', or write 'navigation' in portico.yaml.",
    "literate-nav": "Write the list of 'SUMMARY.md' as 'navigation' in portico.yaml.",
    "monorepo": "Build each site by itself, or put the folders below one content folder.",
    "include-markdown": "Write '--8<-- \"file\"' or ':::include file'.",
    "mkdocstrings": "Write the reference with the tool of your language, and link to it.",
    "swagger-ui-tag": "Link to the document of the interface, or describe it as an API in the catalogue.",
    "blog": "Write posts as pages of the kind 'change'.",
    "social": "Cards for social media are not made.",
    "glightbox": "Images open by their links.",
    "with-pdf": "Print pages from the browser.",
    "print-site": "Print pages from the browser.",
  ]

  /// Whether pages that use an extension are read as they were meant.
  static func coversExtension(_ name: String) -> Bool {
    let prefixes = ["markdown.extensions.", "pymdownx."]
    let bare = prefixes.first(where: name.hasPrefix).map { String(name.dropFirst($0.count)) } ?? name
    return coveredExtensions.contains(bare)
  }

  private static let coveredExtensions: Set<String> = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta", "tables", "toc", "fenced_code",
    "codehilite", "sane_lists", "smarty", "extra", "nl2br", "details", "superfences", "tabbed", "highlight",
    "inlinehilite", "emoji", "keys", "mark", "caret", "tilde", "tasklist", "snippets", "magiclink", "betterem",
    "blocks",
    "blocks.admonition", "blocks.details", "blocks.tab", "mdx_truly_sane_lists", "pathconverter", "github-callouts",
    "markdown_inline_mermaid", "callouts",
  ]
}
