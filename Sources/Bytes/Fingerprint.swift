/// A short name for some bytes: equal for equal bytes on any machine and any day.
///
/// Not a defence against forgery.
package struct Fingerprint: Hashable, Sendable {
  /// FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
  package let value: UInt64

  package init(_ bytes: some Sequence<UInt8>) {
    // Through the sequence itself, other modules would call a function or two for each byte.
    value = bytes.withContiguousStorageIfAvailable { unsafe Fingerprint.hash($0) } ?? Fingerprint.hash(bytes)
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  /// Sixteen lower-case hexadecimal digits.
  package var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
