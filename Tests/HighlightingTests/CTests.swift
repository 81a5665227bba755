import Testing

@Suite struct CTests {
  @Test func directivesAndTheFilesTheyInclude() throws {
    #expect(
      try marked("#include <a.h>\n#define X 1", as: "c")
        == "‹a:#include› ‹s:<a.h>›\n‹a:#define› X ‹n:1›")
  }

  @Test func typesFunctionsAndCharacters() throws {
    #expect(
      try marked(#"size_t f(struct s *p) { return '\''; } // c"#, as: "c")
        == #"‹t:size_t› ‹f:f›(‹k:struct› ‹t:s› *p) { ‹k:return› ‹s:'›‹e:\'›‹s:'›; } ‹c:// c›"#)
  }

  @Test func rawStringsOfCPlusPlus() throws {
    #expect(
      try marked(#"auto s = R"x(a)" b)x";"#, as: "cpp")
        == #"‹k:auto› s = ‹s:R"x(a)" b)x"›;"#)
  }

  @Test func stringsOfCSharp() throws {
    #expect(
      try marked(#"$"a {b.C()} {{" + @"c:\""d" + $@"{e}""#, as: "csharp")
        == #"‹s:$"a ›‹e:{›b.‹f:C›()‹e:}›‹s: ›‹e:{{›‹s:"› + ‹s:@"c:\›‹e:""›‹s:d"› + ‹s:$@"›‹e:{›e‹e:}›‹s:"›"#)
  }
}
