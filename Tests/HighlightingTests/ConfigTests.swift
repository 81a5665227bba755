import Testing

@Suite struct ConfigTests {
  @Test func tomlTablesAndKeys() throws {
    #expect(
      try marked("[a.\"b\"] # c\nd.e = [1, \"f\"]\n", as: "toml")
        == "‹g:[a.\"b\"]› ‹c:# c›\n‹p:d.e› = [‹n:1›, ‹s:\"f\"›]\n")
  }

  @Test func iniSectionsAndKeys() throws {
    #expect(
      try marked("[a b]\nc.d = e\nf: true ; g", as: "ini")
        == "‹g:[a b]›\n‹p:c.d› = e\n‹p:f›: ‹n:true› ‹c:; g›")
  }

  @Test func blocksArgumentsAndTemplates() throws {
    #expect(
      try marked("resource \"a\" \"b\" {\n  c = \"${var.d}-e\" # f\n}", as: "hcl")
        == "‹k:resource› ‹s:\"a\"› ‹s:\"b\"› {\n  ‹p:c› = ‹s:\"›‹e:${›‹v:var›.d‹e:}›‹s:-e\"› ‹c:# f›\n}")
  }

  @Test func heredocsOfHCL() throws {
    #expect(
      try marked("a = <<-EOT\n  b ${c}\n  EOT\n", as: "tf")
        == "‹p:a› = <<-‹s:EOT›\n‹s:  b ›‹e:${›c‹e:}›‹s:\n  EOT›\n")
  }

  @Test func firstWordsAreDirectives() throws {
    #expect(
      try marked("server { listen 80; # a\n  return 200 \"$b\"; }", as: "nginx")
        == "‹k:server› { ‹k:listen› ‹n:80›; ‹c:# a›\n  ‹k:return› ‹n:200› ‹s:\"›‹v:$b›‹s:\"›; }")
  }
}
