import Bytes
import Testing

@Suite struct JSONTests {
  private func line(_ json: JSON) -> String {
    var buffer = ByteBuffer()
    buffer.append(json)
    return buffer.text
  }

  @Test func membersKeepTheirOrder() {
    #expect(line(["b": 1, "a": true, "c": .null]) == #"{"b":1,"a":true,"c":null}"#)
  }

  @Test func membersThatAreNilAreLeftOut() {
    let missing: JSON? = nil
    #expect(line(["a": missing, "b": "x"]) == #"{"b":"x"}"#)
  }

  @Test func decimalsAreWrittenDigitByDigit() {
    #expect(line([.decimal("0.99950"), .decimal("-12345678901234567890.1")]) == "[0.99950,-12345678901234567890.1]")
  }

  @Test func textsAndKeysAreEscaped() {
    #expect(line(["a\"b": "]]>\n\u{0}😀\u{2028}"]) == #"{"a\"b":"]]>\n\u0000😀\u2028"}"#)
  }

  @Test func fileHasALineForEachValue() {
    let json: JSON = ["a": [1, ["b": .list([])]], "c": .object([])]
    #expect(
      String(decoding: json.file, as: UTF8.self)
        == """
        {
          "a": [
            1,
            {
              "b": []
            }
          ],
          "c": {}
        }

        """)
  }
}
