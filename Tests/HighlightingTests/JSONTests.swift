import Testing

@Suite struct JSONTests {
  @Test func tellsKeysFromStrings() throws {
    #expect(
      try marked(#"{"a": "b\n", "c": [1.5, null]}"#, as: "json")
        == #"{‹p:"a"›: ‹s:"b›‹e:\n›‹s:"›, ‹p:"c"›: [‹n:1.5›, ‹n:null›]}"#)
  }

  @Test func readsCommentsAndBareKeys() throws {
    #expect(
      try marked("{ // why\n  a: 'b' /* c */ }", as: "jsonc") == "{ ‹c:// why›\n  ‹p:a›: ‹s:'b'› ‹c:/* c */› }")
  }

  @Test func unclosedStringEndsWithItsLine() throws {
    #expect(try marked("\"a\n1", as: "json") == "‹s:\"a›\n‹n:1›")
  }
}
