import Testing

@Suite struct ConsoleTests {
  @Test func promptsCommandsAndOutput() throws {
    #expect(
      try marked("# ls -l \"a\"\ntotal 5\n$ id\nuid=0", as: "console")
        == "‹q:# ›‹f:ls› ‹p:-l› ‹s:\"a\"›\n‹o:total 5\n›‹q:$ ›‹f:id›\n‹o:uid=0›")
  }

  @Test func promptsOfUsersFoldersAndEnvironments() throws {
    #expect(
      try marked("ada@host:~/x$ a\n[ada@host x]# b\n(venv) $ c\nbash-5.2# d\n/ # e\n❯ f", as: "console")
        == "‹q:ada@host:~/x$ ›‹f:a›\n‹q:[ada@host x]# ›‹f:b›\n‹q:(venv) $ ›‹f:c›\n‹q:bash-5.2# ›‹f:d›\n‹q:/ # ›‹f:e›\n‹q:❯ ›‹f:f›"
    )
  }

  @Test func powerShellBehindItsPrompt() throws {
    #expect(
      try marked("PS C:\\x> Get-Item -Path a\nok", as: "console")
        == "‹q:PS C:\\x> ›‹f:Get-Item› ‹p:-Path› a\n‹o:ok›")
  }

  @Test func commandsGoOnBehindContinuationPrompts() throws {
    #expect(
      try marked("$ a \\\n> -b\nout\n$ cat <<E\n> c $d\n> E\nout", as: "console")
        == "‹q:$ ›‹f:a› ‹e:\\›\n‹q:> ›‹p:-b›\n‹o:out\n›‹q:$ ›‹f:cat› <<‹s:E›\n‹q:> ›‹s:c ›‹v:$d›‹s:\n›‹q:> ›‹s:E›\n‹o:out›"
    )
  }

  @Test func commandsGoOnWithoutPromptsInStringsAndHeredocs() throws {
    #expect(
      try marked("$ a '\nb'\nout\n$ cat <<E\nc\nE\nout", as: "console")
        == "‹q:$ ›‹f:a› ‹s:'\nb'›\n‹o:out\n›‹q:$ ›‹f:cat› <<‹s:E›\n‹s:c\nE›\n‹o:out›")
  }

  @Test func hashIsACommentInASessionOfAUser() throws {
    #expect(
      try marked("$ a\n# b\n$ c", as: "console")
        == "‹q:$ ›‹f:a›\n‹c:# b›\n‹q:$ ›‹f:c›")
  }

  @Test func signsInOutputAreNoPrompts() throws {
    #expect(
      try marked("$ a\n100 % done\nCosts $ 5\n- # x", as: "console")
        == "‹q:$ ›‹f:a›\n‹o:100 % done\nCosts $ 5\n- # x›")
  }
}
