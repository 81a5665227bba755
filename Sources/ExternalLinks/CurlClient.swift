import CCurl
import Glibc
import SiteModel

/// Why nothing can be asked for.
package struct ClientFailure: Error {
  /// As a sentence without its full stop.
  package let reason: String
}

/// One request to a server.
struct Request {
  /// What its answer is told by.
  let id: Int
  let address: WebAddress
  let isHead: Bool
  /// Whether the host may have any address.
  let permitsAll: Bool
  /// How many decoded bytes of a page are wanted.
  let bodyLimit: Int
  /// Whole lines.
  let headers: [String]
}

/// What came of a request.
struct Answer {
  let id: Int
  let result: portico_result
  /// 0 where no answer began.
  let status: Int
  /// Absolute.
  let location: String?
  let contentType: String
  /// Nil where the server asks for no pause.
  let retryAfter: Duration?
  let body: [UInt8]
  let isWhole: Bool
  let refused: IPAddress
  let message: String

  /// Whether the body is the whole of an HTML page.
  var isWholePage: Bool {
    isWhole && ["text/html", "application/xhtml+xml"].contains { contentType.lowercased().hasPrefix($0) }
  }
}

/// Fetches URLs side by side, with bounds on time and size, and asks before each connection whether it may be made.
@safe struct CurlClient: ~Copyable {
  private let client: OpaquePointer
  /// libcurl holds a pointer to it.
  private let policy: PolicyBox

  private final class PolicyBox: Sendable {
    let policy: AddressPolicy
    init(_ policy: AddressPolicy) { self.policy = policy }
  }

  /// - Parameter authorities: a file of certificates to trust in place of the system's.
  init(_ settings: ExternalLinkSettings, policy: AddressPolicy, authorities: String?) throws(ClientFailure) {
    self.policy = PolicyBox(policy)
    var options = unsafe portico_curl_options()
    unsafe options.connect_timeout = settings.connectTimeout.milliseconds
    unsafe options.first_byte_timeout = settings.firstByteTimeout.milliseconds
    unsafe options.whole_timeout = settings.wholeTimeout.milliseconds
    unsafe options.context = UnsafeRawPointer(Unmanaged.passUnretained(self.policy).toOpaque())
    unsafe options.permits = { bytes, context in
      guard let bytes = unsafe bytes, let context = unsafe context else { return false }
      let policy = unsafe Unmanaged<PolicyBox>.fromOpaque(context).takeUnretainedValue().policy
      return policy.permits(IPAddress(bytes: unsafe Array(UnsafeBufferPointer(start: bytes, count: 16))))
    }
    var reason: UnsafePointer<CChar>?
    let agent = "Mozilla/5.0 (compatible; Portico link check)"
    let opened = unsafe agent.withCString { agent in
      unsafe options.user_agent = agent
      guard let authorities else { return unsafe portico_curl_open(&options, &reason) }
      return unsafe authorities.withCString { path in
        unsafe options.authorities = path
        return unsafe portico_curl_open(&options, &reason)
      }
    }
    guard let opened = unsafe opened else {
      throw ClientFailure(reason: unsafe reason.map { unsafe String(cString: $0) } ?? "there is no memory for it")
    }
    unsafe client = opened
  }

  deinit { unsafe portico_curl_close(client) }

  /// Begins a request; says whether there was memory for it.
  func start(_ request: Request) -> Bool {
    var lines = unsafe request.headers.map { unsafe UnsafePointer(strdup($0)) }
    defer { unsafe lines.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) } }
    unsafe lines.append(nil)
    return unsafe request.address.text.withCString { url in
      unsafe lines.withUnsafeBufferPointer { headers in
        var wanted = unsafe portico_curl_request()
        unsafe wanted.id = request.id
        unsafe wanted.url = url
        unsafe wanted.is_head = request.isHead
        unsafe wanted.permits_all = request.permitsAll
        unsafe wanted.body_limit = request.bodyLimit
        unsafe wanted.headers = headers.baseAddress
        return unsafe portico_curl_start(client, &wanted)
      }
    }
  }

  /// The next answer, if there is one within some time.
  func next(within time: Duration) -> Answer? {
    var answer = unsafe portico_curl_answer()
    guard unsafe portico_curl_wait(client, Int32(clamping: time.milliseconds), &answer) else { return nil }
    return unsafe Answer(answer)
  }
}

extension Answer {
  fileprivate init(_ answer: portico_curl_answer) {
    self.init(
      id: unsafe answer.id, result: unsafe answer.result, status: unsafe answer.status,
      location: unsafe answer.location.map { unsafe String(cString: $0) },
      contentType: unsafe answer.content_type.map { unsafe String(cString: $0) } ?? "",
      retryAfter: unsafe answer.retry_after > 0 ? .seconds(unsafe answer.retry_after) : nil,
      body: unsafe Array(UnsafeBufferPointer(start: answer.body, count: answer.body_count)),
      isWhole: unsafe answer.is_whole,
      refused: unsafe withUnsafeBytes(of: answer.refused) { IPAddress(bytes: unsafe Array($0)) },
      message: unsafe answer.message.map { unsafe String(cString: $0) } ?? "")
  }
}

extension Duration {
  var milliseconds: Int {
    Int(clamping: components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
