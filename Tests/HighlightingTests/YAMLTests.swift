import Testing

@Suite struct YAMLTests {
  @Test func tellsKeysConstantsAndComments() throws {
    #expect(
      try marked("a: 1 # one\nb: true\nc: v1.2.3\nd: it's # not\n", as: "yaml")
        == "‹p:a›: ‹n:1› ‹c:# one›\n‹p:b›: ‹n:true›\n‹p:c›: v1.2.3\n‹p:d›: it's ‹c:# not›\n")
  }

  @Test func sequencesOfMappings() throws {
    #expect(
      try marked("- name: x\n  - 'it''s'\n", as: "yml") == "- ‹p:name›: x\n  - ‹s:'it›‹e:''›‹s:s'›\n")
  }

  @Test func colonInAValueMakesNoKey() throws {
    #expect(try marked("image: a/b:1.0\nurl: http://x\n", as: "yaml") == "‹p:image›: a/b:1.0\n‹p:url›: http://x\n")
  }

  @Test func blockScalarIsTextUpToItsIndentation() throws {
    #expect(
      try marked("a: |\n  b: 1\n\n  # c\nd: 2\n", as: "yaml") == "‹p:a›: |\n  b: 1\n\n  # c\n‹p:d›: ‹n:2›\n")
  }

  @Test func flowCollections() throws {
    #expect(
      try marked(#"a: {b: 1, "c": [x, true]}"#, as: "yaml") == #"‹p:a›: {‹p:b›: ‹n:1›, ‹p:"c"›: [x, ‹n:true›]}"#)
  }

  @Test func anchorsAliasesAndTags() throws {
    #expect(try marked("a: &x !Ref b\n<<: *x\n", as: "yaml") == "‹p:a›: ‹v:&x› ‹t:!Ref› b\n‹p:<<›: ‹v:*x›\n")
  }

  @Test func helmTemplates() throws {
    #expect(
      try marked("{{- if .Values.on }}\na: {{ .Values.b | quote }}\n{{- end }}\n", as: "helm")
        == "‹e:{{-› ‹k:if› ‹v:.Values.on› ‹e:}}›\n‹p:a›: ‹e:{{› ‹v:.Values.b› | ‹f:quote› ‹e:}}›\n‹e:{{-› ‹k:end› ‹e:}}›\n"
    )
  }

  @Test func templateInAKeyAndInAString() throws {
    #expect(
      try marked("{{ .k }}: \"{{ .v }}\"", as: "yaml")
        == "‹e:{{› ‹v:.k› ‹e:}}›: ‹s:\"›‹e:{{› ‹v:.v› ‹e:}}›‹s:\"›")
  }
}
