import Glibc

/// An address of the Internet Protocol, version 6; those of version 4 are as `::ffff:a.b.c.d`.
struct IPAddress: Sendable, Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// - Returns: nil for a text that is no address in its usual form.
  init?(_ text: String) {
    var bytes = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET6, text, &bytes) == 1 {
      self.bytes = bytes
    } else if unsafe inet_pton(AF_INET, text, &bytes) == 1 {
      self.bytes = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes[..<4]
    } else {
      return nil
    }
  }

  var text: String {
    if AddressRange.version4.contains(self) { return bytes[12...].map(String.init).joined(separator: ".") }
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard unsafe inet_ntop(AF_INET6, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The address of version 4 that a gateway would turn this one into (RFC 6052, RFC 3056), or that it stands for.
  var embedded: IPAddress? {
    let start =
      bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0])
      ? 12 : bytes.starts(with: [0x20, 0x02]) ? 2 : nil
    return start.map { IPAddress(bytes: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes[$0..<$0 + 4]) }
  }
}

/// All addresses that begin with the same bits.
struct AddressRange: Sendable {
  static let version4 = AddressRange(
    start: IPAddress(bytes: [UInt8](repeating: 0, count: 10) + [255, 255, 0, 0, 0, 0]), bits: 96)

  private let start: IPAddress
  private let bits: Int

  private init(start: IPAddress, bits: Int) {
    self.start = start
    self.bits = bits
  }

  /// An address, or one with the number of its leading bits that count, such as `10.0.0.0/8`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let start = IPAddress(String(parts[0])) else { return nil }
    // What is written with colons counts its bits from the beginning.
    let lead = parts[0].contains(":") ? 0 : 96
    let bits = parts.count == 2 ? Int(parts[1]).map { $0 + lead } : 128
    guard let bits, (lead...128).contains(bits) else { return nil }
    self.init(start: start, bits: bits)
  }

  func contains(_ address: IPAddress) -> Bool {
    let whole = bits / 8
    guard address.bytes[..<whole] == start.bytes[..<whole] else { return false }
    let mask = ~(0xFF as UInt8 >> UInt8(bits % 8))
    return bits % 8 == 0 || (address.bytes[whole] ^ start.bytes[whole]) & mask == 0
  }
}
