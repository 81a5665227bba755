import Testing

/// Holds what no source file may have.
@Suite struct SourceRuleTests {
  @Test func noDeclarationIsVisibleOutsideThePackage() {
    #expect(Repository.places { SourceRuleTests.declaresPublic($0) } == [])
  }

  @Test(arguments: ["try!", "as!", "fatalError("]) func nothingMayTrap(word: String) {
    #expect(Repository.places { $0.contains(word) } == [])
  }

  @Test func filesStayWithin400Lines() {
    let long = Repository.sources.filter { $0.lines.count > 400 }.map { "\($0.path): \($0.lines.count) lines" }
    #expect(long == [])
  }

  @Test func scanFindsTheWordInCodeButNotInComments() {
    let file = SourceFile(path: "A.swift", text: "let a = try! b() // try! c\n/// try! d\nlet e = try f()\n")
    #expect(file.places { $0.contains("try!") } == ["A.swift:1"])
  }

  @Test(arguments: ["public let a = 1", "  open class B {}", "@inlinable public func c() {}"])
  func scanFindsDeclarations(line: Substring) {
    #expect(SourceRuleTests.declaresPublic(line))
  }

  @Test(arguments: ["portico build --output public now", "let open = 1", "package let publicName = 1"])
  func scanPassesOtherUsesOfTheWords(line: Substring) {
    #expect(!SourceRuleTests.declaresPublic(line))
  }

  private static func declaresPublic(_ line: Substring) -> Bool {
    line.prefixMatch(of: #/\s*(?:@\w+\s+)*(?:public|open)\s+\w/#) != nil
  }
}
