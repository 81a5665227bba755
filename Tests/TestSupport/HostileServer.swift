import Foundation
import Glibc
import Synchronization

/// A server on the loopback address that answers as badly as it is told to.
///
/// It takes a bounded number of connections, each of which ends by itself after some seconds.
package final class HostileServer: Sendable {
  /// What a client asked.
  package struct Request: Sendable {
    package let text: String
    package let time: ContinuousClock.Instant

    package var lines: [Substring] { text.split(separator: "\r\n") }
    package var method: Substring { text.prefix { $0 != " " } }
    package var path: Substring { text.dropFirst(method.count + 1).prefix { $0 != " " } }
  }

  /// What becomes of a request.
  package enum Reply: Sendable {
    /// A whole answer; the connection stays open.
    case answer(String, fields: [String] = [], body: [UInt8] = [])
    /// Bytes as they are, and the end of the connection.
    case raw([UInt8])
    /// Bytes, then one more now and then.
    case drip(String)
    /// Bytes, then others without an end.
    case endless(String)
    case hang
    case reset
  }

  package let port: Int
  private let listener: Int32
  private let requests = Mutex<[Request]>([])
  private let isStopped = Atomic(false)
  private let reply: @Sendable (Request) -> Reply

  private static let mostConnections = 30_000
  private static let longestConnection = Duration.seconds(8)

  package init(_ reply: @escaping @Sendable (Request) -> Reply) throws {
    self.reply = reply
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 128) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in accept() }
  }

  package var url: String { "http://127.0.0.1:\(port)" }

  /// What was asked so far, in the order of its coming.
  package var log: [Request] { requests.withLock { $0 } }

  /// "HEAD /a", in the order of their coming.
  package var asked: [String] { log.map { "\($0.method) \($0.path)" } }

  package func stop() {
    guard !isStopped.exchange(true, ordering: .relaxed) else { return }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func accept() {
    for _ in 0..<HostileServer.mostConnections {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { break }
      guard !isStopped.load(ordering: .relaxed) else {
        close(connection)
        break
      }
      Thread.detachNewThread { [self] in
        serve(connection)
        close(connection)
      }
    }
    close(listener)
  }

  private func serve(_ connection: Int32) {
    let end = ContinuousClock.now + HostileServer.longestConnection
    var patience = timeval(tv_sec: 8, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    while ContinuousClock.now < end, let request = read(connection) {
      requests.withLock { $0.append(request) }
      guard send(reply(request), to: request, connection, until: end) else { return }
    }
  }

  /// Clients send the next request when they have the answer to the last.
  private func read(_ connection: Int32) -> Request? {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 2048)
    repeat {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      text += buffer[..<count]
    } while text.suffix(4) != Array("\r\n\r\n".utf8)[...]
    return Request(text: String(decoding: text, as: UTF8.self), time: .now)
  }

  /// - Returns: whether the connection goes on.
  private func send(_ reply: Reply, to request: Request, _ connection: Int32, until end: ContinuousClock.Instant)
    -> Bool
  {
    switch reply {
    case .answer(let status, let fields, let body):
      let length = "Content-Length: \(body.count)"
      let head = (["HTTP/1.1 \(status)", length] + fields).joined(separator: "\r\n") + "\r\n\r\n"
      return write(Array(head.utf8) + (request.method == "HEAD" ? [] : body), connection)
    case .raw(let bytes):
      _ = write(bytes, connection)
    case .drip(let head):
      guard write(Array(head.utf8), connection) else { return false }
      while isOpen(end), write([UInt8(ascii: "x")], connection) { usleep(20_000) }
    case .endless(let head):
      guard write(Array(head.utf8), connection) else { return false }
      let block = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
      while isOpen(end), write(block, connection) {}
    case .hang:
      while isOpen(end) { usleep(20_000) }
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
    }
    return false
  }

  private func isOpen(_ end: ContinuousClock.Instant) -> Bool {
    !isStopped.load(ordering: .relaxed) && ContinuousClock.now < end
  }

  private func write(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
