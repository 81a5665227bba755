import Testing

@Suite struct JavaScriptTests {
  @Test func templatesAndRegularExpressions() throws {
    #expect(
      try marked(#"a = `b ${c + `d`}`; e = /[/]\//g; f = g / h / 2"#, as: "js")
        == #"a = ‹s:`b ›‹e:${›c + ‹s:`d`›‹e:}›‹s:`›; e = ‹s:/[/]\//g›; f = g / h / ‹n:2›"#)
  }

  @Test func typesOfTypeScript() throws {
    #expect(
      try marked("interface A { b: string }\nconst c = <T>(d: T): A => d as A", as: "ts")
        == "‹k:interface› ‹t:A› { b: ‹t:string› }\n‹k:const› c = <‹t:T›>(d: ‹t:T›): ‹t:A› => d ‹k:as› ‹t:A›")
  }

  @Test func genericsAreNoElements() throws {
    #expect(
      try marked("const a = <T,>(b: T) => get<T>(b); if (c) {}", as: "tsx")
        == "‹k:const› a = <‹t:T›,>(b: ‹t:T›) => get<‹t:T›>(b); ‹k:if› (c) {}")
  }
}
