import YAML

extension ZoneRules {
  /// The rules in a compiled file of the IANA time zone database.
  ///
  /// Nil for a file that is damaged, of version 1, or "slim": one that leaves the changes of coming years to a formula.
  ///
  /// Source: RFC 8536.
  package init?(zoneFile bytes: [UInt8]) {
    guard let old = ZoneFileHeader(bytes, at: 0), bytes[4] >= UInt8(ascii: "2"),
      let header = ZoneFileHeader(bytes, at: 44 + old.size(timeWidth: 4))
    else { return nil }
    let times = header.start + 44
    let kinds = times + header.timeCount * 8
    let types = kinds + header.timeCount
    let footer = bytes.dropFirst(times + header.size(timeWidth: 8))
    guard footer.count >= 2, footer.last == UInt8(ascii: "\n"), header.typeCount > 0 else { return nil }
    func offset(ofType type: Int) -> Int {
      Int(Int32(truncatingIfNeeded: bytes.bigEndian(at: types + min(type, header.typeCount - 1) * 6, width: 4)))
    }
    let transitions = (0..<header.timeCount).map { index in
      (
        from: Instant(seconds: bytes.bigEndian(at: times + index * 8, width: 8)),
        offset: offset(ofType: Int(bytes[kinds + index]))
      )
    }
    let isComplete = !footer.contains(UInt8(ascii: ",")) || transitions.last.map { $0.from.date.year >= 2037 } ?? false
    guard isComplete else { return nil }
    self.init(firstOffset: offset(ofType: 0), transitions: transitions)
  }
}

/// The counts at the head of a block of a zone file.
private struct ZoneFileHeader {
  let start: Int
  let timeCount: Int
  let typeCount: Int
  private let otherCounts: [Int]

  /// - Returns: nil where the file does not hold such a block in full.
  init?(_ bytes: [UInt8], at start: Int) {
    guard bytes.count >= start + 44, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
    let counts = (0..<6).map { bytes.bigEndian(at: start + 20 + $0 * 4, width: 4) }
    self.start = start
    (timeCount, typeCount) = (counts[3], counts[4])
    otherCounts = counts
    guard counts.allSatisfy({ (0...100_000).contains($0) }), start + 44 + size(timeWidth: 4) <= bytes.count else {
      return nil
    }
  }

  /// Bytes of the block behind its header.
  func size(timeWidth: Int) -> Int {
    let (universal, standard, leaps, characters) = (otherCounts[0], otherCounts[1], otherCounts[2], otherCounts[5])
    return timeCount * (timeWidth + 1) + typeCount * 6 + characters + leaps * (timeWidth + 4) + standard + universal
  }
}

extension [UInt8] {
  fileprivate func bigEndian(at index: Int, width: Int) -> Int {
    self[index..<index + width].reduce(0) { $0 << 8 | Int($1) }
  }
}
