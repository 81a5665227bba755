import SiteModel

/// Which addresses may be connected to: the public ones, and those that the site allows.
///
/// A document must not make a build machine knock at the doors of the network that it stands in.
struct AddressPolicy: Sendable {
  private let allowed: [AddressRange]
  private let allowedHosts: [String]

  init(_ settings: ExternalLinkSettings) {
    allowed = settings.allow.compactMap { AddressRange($0) }
    allowedHosts = settings.allow.filter { AddressRange($0) == nil }.map { $0.lowercased() }
  }

  /// Whether a host may have any address, since the site names it; `*.corp.example` means all hosts below one.
  func permits(host: WebAddress) -> Bool {
    allowedHosts.contains { name in
      name.hasPrefix("*.") ? host.name.hasSuffix(name.dropFirst()) : name == host.name || name == host.host
    }
  }

  /// Whether the site itself names the host or its address.
  func isNamed(_ host: WebAddress) -> Bool {
    if let address = IPAddress(host.name), allowed.contains(where: { $0.contains(address) }) { return true }
    return permits(host: host)
  }

  func permits(_ address: IPAddress) -> Bool {
    if allowed.contains(where: { $0.contains(address) }) { return true }
    if let embedded = address.embedded, !permits(embedded) { return false }
    let isVersion4 = AddressRange.version4.contains(address)
    return !(isVersion4 ? AddressPolicy.special4 : AddressPolicy.special6).contains { $0.contains(address) }
  }

  /// What the registry of special-purpose addresses does not call globally reachable (RFC 6890), and multicast.
  private static let special4 = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
  ].compactMap { AddressRange($0) }

  private static let special6 = [
    "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7",
    "fe80::/9", "ff00::/8",
  ].compactMap { AddressRange($0) }
}
