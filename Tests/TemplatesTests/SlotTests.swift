import Bytes
import Templates
import Testing

@Suite struct SlotTests {
  private func slotted() -> SlottedFragment {
    let value = record(["root": .html(Slot.mark(0)), "current": .html(Slot.mark(17)), "text": .text("\0000\0")])
    let template = "<a href=\"{{root}}x/\"{{current}}>{{text}}</a><a href=\"{{root}}y/\">"
    return SlottedFragment(rendered: Array(rendered(template, value).utf8))
  }

  @Test func fillsEachPlaceOfANumber() {
    let fragment = slotted().fill { $0 == 0 ? Array("../".utf8) : Array(" aria-current=\"page\"".utf8) }
    #expect(
      String(decoding: fragment.bytes, as: UTF8.self)
        == "<a href=\"../x/\" aria-current=\"page\">\u{FFFD}000\u{FFFD}</a><a href=\"../y/\">")
  }

  @Test func insertsNothingForNil() {
    #expect(
      String(decoding: slotted().fill { _ in nil }.bytes, as: UTF8.self)
        == "<a href=\"x/\">\u{FFFD}000\u{FFFD}</a><a href=\"y/\">")
  }

  @Test func asksForEachNumberOnce() {
    var asked: [Int] = []
    _ = slotted().fill { number in
      asked.append(number)
      return nil
    }
    #expect(asked == [0, 17])
  }

  @Test func keepsNULsThatMarkNothing() {
    let bytes = Array("a\0b\0\00012".utf8)
    #expect(SlottedFragment(rendered: bytes).fill { _ in nil }.bytes == bytes)
  }
}
