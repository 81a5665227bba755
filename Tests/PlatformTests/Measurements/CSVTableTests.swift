import Diagnostics
import Testing

@testable import Platform

@Suite struct CSVTableTests {
  private func table(_ text: String) -> CSVTable { CSVTable(Array(text.utf8), path: "a.csv") }

  private func rows(_ text: String) -> [[String]] { table(text).rows.map { $0.map(\.text) } }

  @Test func readsFieldsAndEmptyOnes() {
    #expect(rows("a,b,c\n1,,3\n,,\n") == [["a", "b", "c"], ["1", "", "3"], ["", "", ""]])
  }

  @Test func readsQuotes() {
    #expect(
      rows("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\nx,y,z") == [
        ["a,b", "say \"hi\"", "two\nlines"], ["x", "y", "z"],
      ])
  }

  @Test func knowsWindowsAndByteOrderMarks() {
    #expect(rows("\u{FEFF}a,b\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
  }

  @Test func passesOverEmptyLinesAndSpaces() {
    #expect(rows("a, b \n\n\n 1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(rows("") == [])
  }

  @Test func knowsThePlaceOfEachField() {
    let places = table("a,\"b\nc\",d\nee,ff\n").rows.map {
      $0.map { "\($0.span.line):\($0.span.column)+\($0.span.length)" }
    }
    #expect(places == [["1:1+1", "1:3+0", "2:4+1"], ["3:1+2", "3:4+2"]])
  }

  @Test func reportsAQuoteThatIsNeverClosed() {
    let table = table("a,b\n1,\"2\n")
    #expect(
      table.diagnostics.map { "\($0.span?.line ?? 0):\($0.span?.column ?? 0) \($0.message)" } == [
        "2:3 the quote is never closed"
      ])
    #expect(table.rows.count == 2)
  }
}
