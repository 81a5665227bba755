/// Numbered places in rendered bytes that are filled in later.
package enum Slot {
  /// The mark of a place: NUL, the number in decimal digits, NUL.
  ///
  /// Neither the text of templates nor a rendered text can hold it, since NUL becomes U+FFFD in them.
  ///
  /// - Parameter number: not negative; the same number may be marked at several places.
  package static func mark(_ number: Int) -> Fragment {
    Fragment("\0\(number)\0")
  }
}

/// A rendered template with numbered places left open.
package struct SlottedFragment: Sendable {
  private let text: [UInt8]
  private let cuts: [Cut]
  /// The numbers that occur, each once.
  private let numbers: [Int]

  private struct Cut {
    /// Where in `text` something is inserted.
    let offset: Int
    /// Position in `numbers`.
    let slot: Int
  }

  /// Cuts rendered bytes at marks made by `Slot.mark(_:)`.
  package init(rendered: [UInt8]) {
    var text: [UInt8] = []
    text.reserveCapacity(rendered.count)
    var cuts: [Cut] = []
    var numbers: [Int] = []
    var slots: [Int: Int] = [:]
    var index = 0
    while index < rendered.count {
      guard rendered[index] == 0, let mark = Mark(in: rendered, at: index) else {
        text.append(rendered[index])
        index += 1
        continue
      }
      let slot = slots[mark.number] ?? numbers.count
      if slots.updateValue(slot, forKey: mark.number) == nil { numbers.append(mark.number) }
      cuts.append(Cut(offset: text.count, slot: slot))
      index = mark.end
    }
    (self.text, self.cuts, self.numbers) = (text, cuts, numbers)
  }

  /// The fragment with its places filled, in one copying pass.
  ///
  /// - Parameter slots: asked once for each number; nil: nothing is inserted.
  package func fill(_ slots: (Int) -> [UInt8]?) -> Fragment {
    let fillings = numbers.map { slots($0) ?? [] }
    let count = cuts.reduce(text.count) { $0 + fillings[$1.slot].count }
    let filled = [UInt8](unsafeUninitializedCapacity: count) { target, filledCount in
      var copied = 0
      for cut in cuts where !fillings[cut.slot].isEmpty {
        filledCount = target[filledCount...].initialize(fromContentsOf: text[copied..<cut.offset])
        filledCount = target[filledCount...].initialize(fromContentsOf: fillings[cut.slot])
        copied = cut.offset
      }
      filledCount = target[filledCount...].initialize(fromContentsOf: text[copied...])
    }
    return Fragment(filled)
  }
}

/// A mark as it stands in rendered bytes.
private struct Mark {
  let number: Int
  let end: Int

  init?(in bytes: [UInt8], at start: Int) {
    let digits = bytes[(start + 1)...].prefix { $0 != 0 }
    guard digits.endIndex < bytes.count, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    self.number = number
    end = digits.endIndex + 1
  }
}
