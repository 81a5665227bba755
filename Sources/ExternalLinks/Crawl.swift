import CCurl
import SiteModel

/// Asks for many addresses, each host at its pace, until all have answered or the time is up.
struct Crawl: ~Copyable {
  private let settings: ExternalLinkSettings
  private let targets: [Target]
  private let policy: AddressPolicy
  /// Lines of the header by host.
  private let headers: [String: [String]]
  private let client: CurlClient
  private let deadline: Instant

  private var hosts: [HostQueue] = []
  private var indices: [String: Int] = [:]
  private var agenda = Agenda()
  /// Hosts on the agenda.
  private var isListed: [Bool] = []
  private var underWay: [Int: (host: Int, trip: Trip)] = [:]
  private var nextID = 0
  private var findings: [Finding?]
  private(set) var done = 0
  /// Whether any server has answered.
  private var hasAnswers = false

  private static let mostRedirects = 10

  /// - Parameters:
  ///   - headers: lines to send to a host, over TLS alone.
  ///   - authorities: a file of certificates to trust in place of the system's.
  init(
    _ targets: [Target], settings: ExternalLinkSettings, headers: [String: [String]] = [:], authorities: String? = nil
  ) throws(ClientFailure) {
    self.targets = targets
    self.settings = settings
    self.headers = headers
    policy = AddressPolicy(settings)
    client = try CurlClient(settings, policy: policy, authorities: authorities)
    deadline = .now + settings.runTimeout
    findings = Array(repeating: nil, count: targets.count)
  }

  /// What was found for each target.
  ///
  /// - Parameter progress: called now and then with how many targets are done.
  mutating func run(progress: (_ done: Int) -> Void = { _ in }) -> [Finding] {
    for (index, target) in targets.enumerated() {
      enqueue(Trip(target: index, address: target.address, isHead: target.anchors.isEmpty))
    }
    while done < targets.count, Instant.now < deadline {
      startWhatIsDue()
      var patience = patience()
      while let answer = client.next(within: patience) {
        take(answer)
        patience = .zero
      }
      progress(done)
    }
    let unanswered = Finding(verdict: .unchecked(.outOfTime))
    return isOffNetwork ? withoutNetwork() : findings.map { $0 ?? unanswered }
  }

  // MARK: - Pace

  private mutating func startWhatIsDue() {
    let now = Instant.now
    while underWay.count < settings.concurrency, let host = agenda.take(at: now) {
      isListed[host] = false
      if let trip = hosts[host].begin(at: now) { start(trip, host) }
      list(host)
    }
  }

  /// For how long nothing is to be begun.
  private func patience() -> Duration {
    // Short enough to see in time that an answer has not begun.
    let longest = Duration.milliseconds(underWay.isEmpty ? 1_000 : 100)
    var wait = min(longest, deadline - .now)
    if underWay.count < settings.concurrency, let next = agenda.next { wait = min(wait, next - .now) }
    return max(wait, .zero) + .milliseconds(1)
  }

  private mutating func enqueue(_ trip: Trip, at time: Instant? = nil) {
    let host = index(of: trip.address.host)
    if let time { hosts[host].add(trip, at: time) } else { hosts[host].add(trip) }
    list(host)
  }

  private mutating func list(_ host: Int) {
    guard !isListed[host], hosts[host].active < settings.perHost, let due = hosts[host].due else { return }
    isListed[host] = true
    agenda.add(host, at: due)
  }

  private mutating func index(of host: String) -> Int {
    if let index = indices[host] { return index }
    hosts.append(HostQueue(interval: settings.pause, earliest: .now))
    isListed.append(false)
    indices[host] = hosts.count - 1
    return hosts.count - 1
  }

  // MARK: - Requests

  private mutating func start(_ trip: Trip, _ host: Int) {
    var trip = trip
    if hosts[host].dislikesHead { trip.isHead = false }
    let address = trip.address
    let wanted = targets[trip.target].anchors.isEmpty || trip.hasOwnAnchor ? 0 : settings.mostBytes
    let request = Request(
      id: nextID, address: address, isHead: trip.isHead, permitsAll: policy.permits(host: address),
      bodyLimit: trip.isHead ? 0 : wanted,
      headers: ["Accept: text/html,*/*;q=0.8"] + (address.isSecure ? headers[address.host] ?? [] : []))
    guard client.start(request) else {
      hosts[host].active -= 1
      return finish(trip, .unreachable("cannot be asked for: there is no memory"))
    }
    underWay[nextID] = (host, trip)
    nextID += 1
  }

  private mutating func take(_ answer: Answer) {
    guard let (host, trip) = underWay.removeValue(forKey: answer.id) else { return }
    hosts[host].active -= 1
    hasAnswers = hasAnswers || answer.status > 0
    if answer.status > 0 { judge(answer, trip, host) } else { judge(failure: answer, trip) }
    list(host)
  }

  private mutating func judge(_ answer: Answer, _ trip: Trip, _ host: Int) {
    let status = answer.status
    if status == 429 || status == 503 { return postpone(trip, host, answer) }
    hosts[host].strikes = 0
    switch status {
    case _ where settings.accept.contains(status): finish(trip, .good)
    case 200..<300: arrive(trip, answer)
    case 300..<400: redirect(trip, answer)
    case 400... where trip.isHead:
      hosts[host].dislikesHead = hosts[host].dislikesHead || status == 405 || status == 501
      var other = trip
      other.isHead = false
      enqueue(other)
    case 404, 410: finish(trip, .broken(HTTPStatus.phrase(status)))
    case 500...: retry(trip, status == 502 || status == 504 ? .unreachable : .broken, HTTPStatus.phrase(status))
    default: finish(trip, .unreachable(HTTPStatus.phrase(status)))
    }
  }

  private mutating func judge(failure answer: Answer, _ trip: Trip) {
    switch answer.result {
    case portico_address_refused:
      let omission = Omission.notPublic(host: trip.address.name, address: answer.refused.text)
      finish(trip, .unchecked(omission))
    case portico_name_unknown: retry(trip, .broken, "is on a host that has no address")
    case portico_connection_failed: retry(trip, .broken, "is on a host that takes no connection")
    case portico_connection_slow: retry(trip, .unreachable, "is on a host that is slow to take a connection")
    case portico_answer_slow, portico_transfer_slow: retry(trip, .unreachable, "does not answer in time")
    case portico_broken_off: retry(trip, .unreachable, "has no complete answer (\(answer.message))")
    case portico_url_malformed: finish(trip, .broken("is no valid URL"))
    case portico_certificate_expired: finish(trip, .broken("has a certificate that has expired"))
    case portico_certificate_not_yet_valid: finish(trip, .broken("has a certificate that is not valid yet"))
    case portico_certificate_for_other_host: finish(trip, .broken("has the certificate of another host"))
    case portico_certificate_revoked: finish(trip, .broken("has a certificate that was revoked"))
    case portico_certificate_authority_unknown:
      finish(trip, .unreachable("has a certificate of an authority that this machine does not know"))
    default: finish(trip, .unreachable("cannot agree on TLS (\(answer.message))"))
    }
  }

  /// What a failure is when repetitions do not help.
  private enum Blame { case broken, unreachable }

  private mutating func retry(_ trip: Trip, _ blame: Blame, _ reason: String) {
    guard trip.attempts < settings.retries else {
      return finish(trip, blame == .broken ? .broken(reason) : .unreachable(reason))
    }
    var next = trip
    next.attempts += 1
    // Some servers fail over a request for the header alone.
    next.isHead = false
    enqueue(next, at: .now + backoff(trip.attempts))
  }

  /// Twice as long each time, and never the same for all.
  private func backoff(_ attempts: Int) -> Duration {
    settings.backoff * (1 << min(attempts, 10)) * Double.random(in: 0.75...1.25)
  }

  /// A host that asks for a pause gets it for all that is asked of it.
  private mutating func postpone(_ trip: Trip, _ host: Int, _ answer: Answer) {
    let isNew = trip.pauses == hosts[host].pauses
    if isNew {
      hosts[host].pauses += 1
      hosts[host].strikes += 1
      hosts[host].interval = min(hosts[host].interval * 2, settings.longestPause)
    }
    let pause = answer.retryAfter ?? backoff(hosts[host].strikes - 1)
    let reason = HTTPStatus.phrase(answer.status)
    if pause > settings.longestPause || hosts[host].strikes > settings.retries {
      let more = answer.retryAfter.map { " and asks for a pause of \($0.components.seconds) seconds" } ?? ""
      for other in [trip] + hosts[host].drain() { finish(other, .unreachable(reason + more)) }
      return
    }
    if isNew { hosts[host].earliest = max(hosts[host].earliest, .now + pause) }
    guard trip.attempts < settings.retries else { return finish(trip, .unreachable(reason)) }
    var next = trip
    next.attempts += 1
    enqueue(next, at: .now + pause)
  }

  private mutating func redirect(_ trip: Trip, _ answer: Answer) {
    guard let location = answer.location else {
      return finish(trip, .broken("redirects (\(answer.status)) without saying where to"))
    }
    guard let address = WebAddress(location) else {
      return finish(trip, .unreachable("redirects to '\(location)', which is no web page"))
    }
    var next = trip
    next.visited.append(trip.address)
    next.address = address
    next.isPermanent = next.isPermanent && (answer.status == 301 || answer.status == 308)
    next.hasOwnAnchor = location.contains("#")
    next.attempts = 0
    if next.visited.contains(address) {
      return finish(trip, .unreachable("redirects in a circle, at least for who takes no cookies"))
    }
    if next.visited.count > Crawl.mostRedirects {
      return finish(trip, .unreachable("redirects more than \(Crawl.mostRedirects) times"))
    }
    enqueue(next)
  }

  // MARK: - Ends

  private mutating func arrive(_ trip: Trip, _ answer: Answer) {
    let isMoved = trip.isPermanent && !trip.visited.isEmpty
    let anchors = trip.hasOwnAnchor || !answer.isWholePage ? [] : targets[trip.target].anchors
    let missing = anchors.isEmpty ? [] : Anchors.missing(anchors, in: answer.body)
    finish(trip, isMoved ? .moved(to: trip.address.text) : .good, missing: missing)
  }

  private mutating func finish(_ trip: Trip, _ verdict: Verdict, missing: Set<String> = []) {
    guard findings[trip.target] == nil else { return }
    findings[trip.target] = Finding(verdict: told(verdict, trip), missing: missing)
    done += 1
  }

  /// A failure behind a redirect is told with where it happened.
  private func told(_ verdict: Verdict, _ trip: Trip) -> Verdict {
    guard !trip.visited.isEmpty else { return verdict }
    switch verdict {
    case .broken(let reason): return .broken("redirects to '\(trip.address.text)', which \(reason)")
    case .unreachable(let reason): return .unreachable("redirects to '\(trip.address.text)', which \(reason)")
    default: return verdict
    }
  }

  /// Whether the fault is rather on this side: several hosts, and not one has answered.
  private var isOffNetwork: Bool { hosts.count > 1 && !hasAnswers }

  private func withoutNetwork() -> [Finding] {
    findings.map { finding in
      guard case .broken(let reason) = finding?.verdict else {
        return finding ?? Finding(verdict: .unchecked(.outOfTime))
      }
      return Finding(verdict: .unreachable(reason + ", like every other host: is there a network?"))
    }
  }
}
