import Testing

@testable import Markdown

@Suite struct IncludedLinesTests {
  private func lines(_ part: IncludeRequest.Part, of text: String, firstLine: Int = 1) throws -> IncludedLines {
    try IncludedLines(
      part, of: IncludedFile(path: "a", text: Array(text.utf8)[...], firstLine: firstLine, folder: nil))
  }

  private func text(_ part: IncludeRequest.Part, of text: String) -> String {
    do {
      return String(decoding: try lines(part, of: text).bytes, as: UTF8.self)
    } catch {
      return "\(error)"
    }
  }

  @Test func aWholeFileKeepsWhatEditorsFold() {
    #expect(
      text(.all, of: "a\n# --8<-- [start:x]\n// #region y\nb\n// #endregion\n# --8<-- [end:x]\nc")
        == "a\n// #region y\nb\n// #endregion\nc\n")
  }

  @Test func linesAreCountedInTheFile() throws {
    let lines = try lines(.lines([5...6, 8...Int.max]), of: "a\nb\nc\nd\ne\n", firstLine: 4)
    #expect(String(decoding: lines.bytes, as: UTF8.self) == "b\nc\ne\n")
    #expect(lines.numbers == [5, 6, 8])
  }

  @Test(arguments: [
    "// #region x\nb\n// #endregion\n", "/* #region x */\nb\n/* #endregion */\n", "# region x\nb\n# endregion\n",
    "<!-- #region x -->\nb\n<!-- #endregion -->\n", "#pragma region x\nb\n#pragma endregion x\n",
    "-- #region x\nb\n-- #endregion\n", "<!-- --8<-- [start:x] -->\nb\n<!-- --8<-- [end:x] -->\n",
    "# -8<- [ START : x ]\nb\n# -8<- [ END : x ]\n",
    "# --8<-- [start:x]\n# --8<-- [start:y]\nb\n# --8<-- [end:y]\n# --8<-- [end:x]\n",
    "//#region x\n//#region y\nb\n//#endregion\n//#endregion\n",
  ])
  func regionsOfEveryKindAreFound(file: String) {
    #expect(text(.region("x"), of: "a\n" + file + "c\n") == "b\n")
  }

  @Test func proseAboutRegionsMarksNone() {
    #expect(text(.lines([1...2]), of: "region x\n;--8<-- [start:x]\n") == "region x\n;--8<-- [start:x]\n")
  }

  @Test func tellsWhatIsMissing() {
    #expect(text(.region("z"), of: "# region x\n# endregion\n") == "noRegion(\"z\", known: [\"x\"])")
    #expect(text(.region("x"), of: "\n# region x\na") == "endlessRegion(\"x\", line: 2)")
    #expect(text(.lines([2...9]), of: "a\nb\n") == "noLine(9, count: 2)")
    #expect(text(.lines([3...Int.max]), of: "a\nb\n") == "noLine(3, count: 2)")
  }

  @Test func theIndentOfAllLinesIsDropped() throws {
    let lines = try lines(.all, of: "\t\ta\n\n\t  b\n\t\tc\n")
    #expect(String(decoding: lines.dedented, as: UTF8.self) == "\ta\n\n  b\n\tc\n")
    #expect(try self.lines(.all, of: "").dedented == [])
  }
}
