import Bytes
import Diagnostics
import ForeignSites
import SiteModel
import Testing
import YAML

@Suite struct SettingsWriterTests {
  private let site = find([
    "mkdocs.yml": """
    site_name: "Docs: all"
    site_description: Of it
    site_url: https://docs.example.com
    repo_url: https://github.com/o/r
    edit_uri: edit/main/docs/
    theme: {name: material, language: de}
    use_directory_urls: false
    exclude_docs: "*.tmp.md"
    draft_docs: drafts/
    plugins: [{redirects: {redirect_maps: {old.md: new.md}}}]
    nav:
      - index.md
      - Yes: a.md
      - Guides:
          - guides/b.md
          - "True": [c.md]
      - Blog: https://example.com/?a=b
      - ...
      - "... | x*.md"
    """
  ])

  @Test func writesOnlyWhatIsSaid() {
    #expect(
      find(["mkdocs.yml": "site_name: A"]).value?.portableSettings == """
        title: A
        markdown:
          dialects: [github, mkdocs]
        exclude:
          - "/templates/"
          - "/mkdocs.yml"

        """)
  }

  @Test func writesEachSetting() {
    #expect(
      site.value?.portableSettings == """
        title: "Docs: all"
        description: Of it
        baseURL: "https://docs.example.com/"
        language: de
        urls: file
        repository:
          url: "https://github.com/o/r"
          branch: main
          contentPath: docs
        markdown:
          dialects: [github, mkdocs]
        exclude:
          - "/templates/"
          - "/mkdocs.yml"
          - "*.tmp.md"
        drafts:
          - drafts/
        redirects:
          "/old/": new.md
        navigation:
          - index.md
          - title: "Yes"
            page: a.md
          - title: Guides
            children:
              - guides/b.md
              - title: "True"
                children:
                  - c.md
          - title: Blog
            url: "https://example.com/?a=b"
          - "..."
          - "... | /x*.md"

        """)
  }

  @Test func whatItWritesReadsAsTheSame() {
    let text = site.value?.portableSettings ?? ""
    let parsed = YAMLParser.parse(Array(text.utf8), path: "portico.yaml")
    let read = SiteSettings.read(parsed.value.first)
    #expect(parsed.diagnostics.map(\.line) + read.findings == [])
    #expect(read.value.navigation?.outline == site.value?.settings.navigation?.outline)
    #expect(read.value.dialects == site.value?.settings.dialects)
    #expect(read.value.exclude.lines == site.value?.settings.exclude.lines)
    #expect(read.value.repository?.contentPath == "docs")
    #expect(read.value.title == "Docs: all")
  }
}
