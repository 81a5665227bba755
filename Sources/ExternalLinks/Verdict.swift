/// What is known of an address.
enum Verdict: Sendable, Hashable {
  case good
  /// The server says that it is elsewhere for good.
  case moved(to: String)
  /// It fails for every reader. The reason goes on behind the URL: "answers 404 Not Found".
  case broken(String)
  /// It failed for this machine, now; a reader may fare better.
  case unreachable(String)
  /// Nothing was asked.
  case unchecked(Omission)
}

/// Why an address was not asked for.
enum Omission: Sendable, Hashable {
  /// The whole check had no time left.
  case outOfTime
  /// Only the cache was asked, and it knows nothing.
  case offline
  /// The host has an address that is not public.
  case notPublic(host: String, address: String)
}

/// An address to ask for, and what of it.
struct Target: Sendable {
  let address: WebAddress
  /// The anchors that links name, to be looked for in the page.
  let anchors: Set<String>
}

/// What asking gave.
struct Finding: Sendable, Hashable {
  let verdict: Verdict
  /// The anchors that the page certainly does not have.
  var missing: Set<String> = []
}
