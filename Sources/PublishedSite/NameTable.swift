/// Numbers for byte strings, in one piece of memory and without a string for each.
struct NameTable: Sendable {
  private var names: [UInt8] = []
  private var ends: [Int32] = []
  /// The number of a name plus one, at the first free place from its hash on; 0 for a free place.
  private var slots: [Int32]

  /// - Parameter capacity: how many names there will be.
  init(capacity: Int) {
    slots = Array(repeating: 0, count: 1 << (Int.bitWidth - (2 * capacity + 2).leadingZeroBitCount))
  }

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> {
    names[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// Adds a name unless it is there.
  ///
  /// - Returns: its number; numbers count from 0 in the order of the first insertions.
  @discardableResult mutating func insert(_ name: some Sequence<UInt8>) -> Int {
    let start = names.count
    names += name
    let slot = slot(of: names[start...])
    if slots[slot] > 0 {
      names.removeSubrange(start...)
      return Int(slots[slot]) - 1
    }
    ends.append(Int32(names.count))
    slots[slot] = Int32(ends.count)
    return ends.count - 1
  }

  func number(of name: ArraySlice<UInt8>) -> Int? {
    let number = slots[slot(of: name)]
    return number > 0 ? Int(number) - 1 : nil
  }

  /// The place of a name, or the free one where it would be.
  private func slot(of name: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: shortHash(name)) & mask
    while slots[slot] > 0, self[Int(slots[slot]) - 1] != name { slot = (slot + 1) & mask }
    return slot
  }
}

/// A number that hardly any two byte strings of a site share.
func shortHash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  return hash ^ hash >> 29
}
