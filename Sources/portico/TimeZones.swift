import Files
import Platform

/// The time zone database of the system.
enum TimeZones {
  private static let folder = "/usr/share/zoneinfo/"

  /// The rules of a zone; nil for a name that the database does not have.
  @Sendable static func rules(of name: String) -> ZoneRules? {
    let isName = name.utf8.allSatisfy { byte in
      "/_+-".utf8.contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    guard isName, !name.isEmpty, !name.hasPrefix("/") else { return nil }
    return (try? SystemFile.read(folder + name)).flatMap { ZoneRules(zoneFile: $0) }
  }
}
