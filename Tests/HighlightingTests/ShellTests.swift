import Testing

@Suite struct ShellTests {
  @Test func tellsCommandsOptionsAndComments() throws {
    #expect(
      try marked("kubectl get pods -n team --watch # all", as: "bash")
        == "‹f:kubectl› get pods ‹p:-n› team ‹p:--watch› ‹c:# all›")
  }

  @Test func keywordsHoldOnlyWhereACommandBegins() throws {
    #expect(
      try marked("if test; then echo if done; fi", as: "sh")
        == "‹k:if› ‹f:test›; ‹k:then› ‹f:echo› if done; ‹k:fi›")
  }

  @Test func loopVariableAndIn() throws {
    #expect(
      try marked("for f in a in; do x; done", as: "bash") == "‹k:for› ‹v:f› ‹k:in› a in; ‹k:do› ‹f:x›; ‹k:done›")
  }

  @Test func expansionsInDoubleQuotesOnly() throws {
    #expect(
      try marked(#"echo "a $b ${c:-d}\"" 'a $b'"#, as: "bash")
        == #"‹f:echo› ‹s:"a ›‹v:$b›‹s: ›‹v:${c:-d}›‹e:\"›‹s:"› ‹s:'a $b'›"#)
  }

  @Test func wordsInBracesAndLinesOfTreesAreNoCommands() throws {
    #expect(try marked("{ a; }\n{b,c}\n├── d", as: "bash") == "{ ‹f:a›; }\n{b,c}\n├── d")
  }

  @Test func commandSubstitutionNests() throws {
    #expect(
      try marked(#"A="$(b "$(c)" d)""#, as: "bash")
        == #"‹v:A›=‹s:"›‹e:$(›‹f:b› ‹s:"›‹e:$(›‹f:c›‹e:)›‹s:"› d‹e:)›‹s:"›"#)
  }

  @Test func heredocEndsAtItsMark() throws {
    #expect(
      try marked("cat <<EOF | x\na $b\nEOF\ny", as: "bash")
        == "‹f:cat› <<‹s:EOF› | ‹f:x›\n‹s:a ›‹v:$b›‹s:\nEOF›\n‹f:y›")
  }

  @Test func quotedHeredocIsRaw() throws {
    #expect(try marked("cat <<-'E'\n\t$b\n\tE\n", as: "bash") == "‹f:cat› <<-‹s:'E'›\n‹s:\t$b\n\tE›\n")
  }

  @Test func hashInAWordIsNoComment() throws {
    #expect(try marked("echo a#b", as: "bash") == "‹f:echo› a#b")
  }

  @Test func continuedLineIsNoCommand() throws {
    #expect(try marked("helm a \\\n  b", as: "bash") == "‹f:helm› a ‹e:\\›\n  b")
  }

  @Test func sessionThatWasCalledAScript() throws {
    #expect(try marked("$ a | b\nc\n", as: "bash") == "‹q:$ ›‹f:a› | ‹f:b›\n‹o:c\n›")
  }
}
