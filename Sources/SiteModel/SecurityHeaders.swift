import Bytes
import Diagnostics
import YAML

/// The header fields that keep a site from running or showing what is none of its own, and for which servers files of them are
/// written.
package struct SecurityHeaders: Sendable {
  /// A server that reads header fields from a file.
  package enum Server: String, Sendable, CaseIterable {
    case nginx
    /// Netlify, Cloudflare Pages and others that read `_headers`.
    case netlify
    /// Amazon CloudFront, before a bucket of S3.
    case cloudfront

    /// Below the root of the site.
    package var path: String {
      switch self {
      case .nginx: "security-headers.nginx.conf"
      case .netlify: "_headers"
      case .cloudfront: "security-headers.cloudfront.json"
      }
    }
  }

  package var servers: [Server] = []
  /// What every page keeps to: all that it loads is the site's own.
  package var contentSecurityPolicy =
    "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"

  package init() {}

  /// All fields, by name, the policy first.
  package var fields: [(name: String, value: String)] {
    [
      ("Content-Security-Policy", contentSecurityPolicy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "strict-origin-when-cross-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ]
  }

  /// Reads what stands under `securityHeaders`.
  static func read(_ reader: inout MappingReader) -> SecurityHeaders {
    var headers = SecurityHeaders()
    let names = Server.allCases.map(\.rawValue)
    headers.servers = reader.texts("servers").compactMap { name in
      if let server = Server(rawValue: name.value) { return server }
      let help = DidYouMean.help(for: name.value, in: names) ?? "Write one of: \(names.joined(separator: ", "))."
      reader.report(
        Diagnostic(.settingValue, "no file of headers is made for \(name.value.quoted)", at: name.span, help: help))
      return nil
    }
    guard let policy = reader.text("contentSecurityPolicy") else { return headers }
    // What would end the value, or begin a variable, in one of the files.
    if policy.value.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && !"\"$\\".utf8.contains($0) }) {
      headers.contentSecurityPolicy = policy.value
    } else {
      reader.report(
        Diagnostic(
          .settingValue, "the policy holds what no header field may", at: policy.span,
          help: "Write it on one line, of ASCII without '\"', '$' and '\\'."))
    }
    return headers
  }
}
