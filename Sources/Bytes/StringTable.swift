/// Numbers for byte strings, in one piece of memory and without a string for each.
package struct StringTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  /// The number of a string plus one, at the first free place from its hash on; 0 for a free place.
  private var slots: [Int32]

  /// - Parameter capacity: how many strings there will be; with more it takes more room.
  package init(capacity: Int = 16) {
    slots = Array(repeating: 0, count: 1 << (Int.bitWidth - (2 * capacity + 2).leadingZeroBitCount))
  }

  package init(_ strings: some Sequence<String>) {
    self.init()
    for string in strings { insert(Array(string.utf8)[...]) }
  }

  package var count: Int { ends.count }

  package subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// Adds a string unless it is there.
  ///
  /// - Returns: its number; numbers count from 0 in the order of the first insertions.
  @discardableResult package mutating func insert(_ string: ArraySlice<UInt8>) -> Int {
    let slot = slot(of: string)
    if slots[slot] > 0 { return Int(slots[slot]) - 1 }
    bytes += string
    ends.append(Int32(bytes.count))
    slots[slot] = Int32(count)
    if 2 * count > slots.count { growSlots() }
    return count - 1
  }

  package func number(of string: ArraySlice<UInt8>) -> Int? {
    let number = slots[slot(of: string)]
    return number > 0 ? Int(number) - 1 : nil
  }

  /// The place of a string, or the free one where it would be.
  private func slot(of string: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: shortHash(string)) & mask
    while slots[slot] > 0, self[Int(slots[slot]) - 1] != string { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func growSlots() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    for number in 0..<count { slots[slot(of: self[number])] = Int32(number + 1) }
  }
}

/// A number that hardly any two byte strings of a site share.
package func shortHash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  let hash = Fingerprint(bytes).value
  return hash ^ hash >> 29
}
