import Testing

@Suite struct PowerShellTests {
  @Test func cmdletsParametersAndOperators() throws {
    #expect(
      try marked("if ($a -eq 1) { Get-Item -Path $env:HOME }", as: "powershell")
        == "‹k:if› (‹v:$a› ‹k:-eq› ‹n:1›) { ‹f:Get-Item› ‹p:-Path› ‹v:$env:HOME› }")
  }

  @Test func stringsAndTheirEscapes() throws {
    #expect(
      try marked(#""a $b $($c.d)`n" + 'it''s $b'"#, as: "powershell")
        == #"‹s:"a ›‹v:$b›‹s: ›‹e:$(›‹v:$c›.d‹e:)`n›‹s:"› + ‹s:'it›‹e:''›‹s:s $b'›"#)
  }

  @Test func hereStringsEndOnALineOfTheirOwn() throws {
    #expect(
      try marked("@\"\na \"b\"\n\"@ # c", as: "powershell")
        == "‹s:@\"\na \"b\"\n\"@› ‹c:# c›")
  }

  @Test func typesAndConstants() throws {
    #expect(
      try marked("[string] $a = $null", as: "powershell")
        == "[‹t:string›] ‹v:$a› = ‹n:$null›")
  }
}
