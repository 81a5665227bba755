import Testing

@Suite struct RustTests {
  @Test func lifetimesCharactersAndRawStrings() throws {
    #expect(
      try marked(##"fn f<'a>(x: &'a str) { 'x'; r#"a"b"#; p!() }"##, as: "rust")
        == ##"‹k:fn› ‹f:f›<‹a:'a›>(x: &‹a:'a› ‹t:str›) { ‹s:'x'›; ‹s:r#"a"b"#›; ‹f:p›!() }"##)
  }

  @Test func attributes() throws {
    #expect(
      try marked("#[a(b = \"c\")]\nstruct S;", as: "rust")
        == "‹a:#[a(b = \"c\")]›\n‹k:struct› ‹t:S›;")
  }
}
