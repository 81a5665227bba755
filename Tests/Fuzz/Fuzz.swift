import Diagnostics
// Defines the function that the linker puts in the place of one of cmark-gfm's.
import Markdown

/// `make fuzz`: one input of libFuzzer, a Markdown text behind a byte that chooses how it is rendered.
///
/// A crash, a render of more than a second, and output that is not well-formed end the run.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let mode = input.first else { return 0 }
  var text = Array(input.dropFirst())
  // Once in eight, so that most time goes to new texts: what is cheap once may be costly a thousand times.
  if mode & 0xE0 == 0, !text.isEmpty { text = repeated(text, to: 100 << 10) }
  let dialects = mode & 0x10 == 0 ? Dialects.all : Dialects(rawValue: Int(mode & 0x0F))
  let options = MarkdownOptions(rawHTML: .escape, dialects: dialects, embeds: ["slo"])
  let begin = ContinuousClock.now
  let outcome = MarkdownRenderer.render(text[...], path: "a.md", options: options)
  let time = ContinuousClock.now - begin
  precondition(time < .seconds(1), "\(text.count) bytes took \(time)")
  if let fault = Markup.fault(in: outcome.value.html) { fatalError(fault) }
  checkPlaces(outcome.value)
  return 0
}

/// Whole copies of a text, one at least.
private func repeated(_ text: [UInt8], to size: Int) -> [UInt8] {
  Array(repeatElement(text, count: max(1, size / text.count)).joined())
}

/// The places of links and embeds lie in the HTML, one after the other.
private func checkPlaces(_ article: Article) {
  var end = 0
  for range in (article.links.map(\.range) + article.embeds.map(\.range)).sorted(by: { $0.lowerBound < $1.lowerBound })
  {
    precondition(range.lowerBound >= end && range.upperBound <= article.html.count, "\(range) overlaps")
    end = range.upperBound
  }
}
