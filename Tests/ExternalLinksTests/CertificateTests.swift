import Foundation
import Glibc
import SiteModel
import Synchronization
import TestSupport
import Testing

@testable import ExternalLinks

/// An authority of our own with servers that have good and bad certificates of it.
private final class Authority: Sendable {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key",
      "-out", "ca.pem", "-subj", "/CN=Test authority", "-days", "2")
  }

  var file: String { folder.path + "/ca.pem" }

  /// Makes a certificate, signed by the authority or by itself.
  func certify(_ name: String, for host: String, days: String = "2", isSelfSigned: Bool = false) throws {
    try "subjectAltName=\(host)".write(toFile: folder.path + "/\(name).ext", atomically: true, encoding: .utf8)
    try openssl(
      "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "\(name).key",
      "-out", "\(name).csr", "-subj", "/CN=\(name)")
    let signer = isSelfSigned ? ["-key", "\(name).key"] : ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"]
    _ = try Tool.run(
      "openssl",
      ["x509", "-req", "-in", "\(name).csr", "-extfile", "\(name).ext", "-days", days, "-out", "\(name).pem"] + signer,
      in: folder.path)
  }

  /// What asking a server with a certificate gives.
  func verdict(of name: String) throws -> Verdict {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.arguments = [
      "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", "\(name).pem", "-key", "\(name).key",
      "-www",
    ]
    let output = Pipe()
    (process.standardInput, process.standardOutput) = (FileHandle.nullDevice, output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      // A child has the signals blocked that this process has, so no other is sure to end it.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let port = try #require(Authority.port(output.fileHandleForReading))
    var settings = quick
    settings.retries = 0
    let target = try #require(WebAddress("https://127.0.0.1:\(port)/"))
    // With an anchor, since this server never answers to HEAD.
    var crawl = try Crawl([Target(address: target, anchors: ["a"])], settings: settings, authorities: file)
    return crawl.run()[0].verdict
  }

  private func openssl(_ arguments: String...) throws { _ = try Tool.run("openssl", arguments, in: folder.path) }

  /// The port in the line "ACCEPT 127.0.0.1:40000" that the server begins with.
  private static func port(_ output: FileHandle) -> Int? {
    var text = ""
    while !text.contains("ACCEPT") || !text.hasSuffix("\n") {
      let more = output.availableData
      if more.isEmpty { return nil }
      text += String(decoding: more, as: UTF8.self)
    }
    return text.split(separator: "\n").first { $0.hasPrefix("ACCEPT") }?.split(separator: ":").last.flatMap { Int($0) }
  }
}

@Suite struct CertificateTests {
  @Test func faultsOfCertificatesAreToldApart() throws {
    let authority = try Authority()
    try authority.certify("good", for: "IP:127.0.0.1")
    try authority.certify("expired", for: "IP:127.0.0.1", days: "-1")
    try authority.certify("other", for: "DNS:other.example")
    try authority.certify("self", for: "IP:127.0.0.1", isSelfSigned: true)
    let verdicts = try ["good", "expired", "other", "self"].map(authority.verdict)
    #expect(
      verdicts == [
        .good, .broken("has a certificate that has expired"), .broken("has the certificate of another host"),
        .unreachable("has a certificate of an authority that this machine does not know"),
      ])
  }

  @Test func serverWithoutTLSIsUnreachable() throws {
    let server = try HostileServer { _ in .answer("200 OK") }
    defer { server.stop() }
    guard case .unreachable(let reason) = try verdicts(["https://127.0.0.1:\(server.port)/"])[0] else {
      Issue.record("it speaks no TLS")
      return
    }
    #expect(reason.hasPrefix("cannot agree on TLS"))
  }
}
