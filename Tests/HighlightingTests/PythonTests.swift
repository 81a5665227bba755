import Testing

@Suite struct PythonTests {
  @Test func prefixesAndInterpolation() throws {
    #expect(
      try marked("f\"a {b!r} {{\" + rb'c\\n' + \"\"\"d\n\"\"\"", as: "python")
        == "‹s:f\"a ›‹e:{›b!r‹e:}›‹s: ›‹e:{{›‹s:\"› + ‹s:rb'c›‹e:\\n›‹s:'› + ‹s:\"\"\"d\n\"\"\"›")
  }

  @Test func decoratorsDeclarationsAndConstants() throws {
    #expect(
      try marked("@a.b\nclass C:\n  def d(self): return None # e", as: "python")
        == "‹a:@a.b›\n‹k:class› ‹t:C›:\n  ‹k:def› ‹f:d›(‹v:self›): ‹k:return› ‹n:None› ‹c:# e›")
  }
}
