import Testing

@Suite struct JVMTests {
  @Test func javaAnnotationsAndTextBlocks() throws {
    #expect(
      try marked("@A String s = \"\"\"\n  \"a\"\n\"\"\";", as: "java")
        == "‹a:@A› ‹t:String› s = ‹s:\"\"\"\n  \"a\"\n\"\"\"›;")
  }

  @Test func kotlinTemplates() throws {
    #expect(
      try marked(#"fun f() = "$a ${b.c()} \n" /* /* n */ */"#, as: "kotlin")
        == #"‹k:fun› ‹f:f›() = ‹s:"›‹v:$a›‹s: ›‹e:${›b.‹f:c›()‹e:}›‹s: ›‹e:\n›‹s:"› ‹c:/* /* n */ */›"#)
  }

  @Test func groovyRegularExpressions() throws {
    #expect(
      try marked("a ==~ /b.*/ && c / d / e", as: "groovy")
        == "a ==~ ‹s:/b.*/› && c / d / e")
  }
}
