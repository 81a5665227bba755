import Bytes
import SiteModel

/// The files by which servers learn the header fields of a site.
enum HeaderFiles {
  static func plans(for headers: SecurityHeaders) -> [FilePlan] {
    headers.servers.map { server in
      FilePlan(path: server.path, mediaType: server == .cloudfront ? "application/json" : "text/plain") { _ in
        bytes(of: headers, for: server)
      }
    }
  }

  private static func bytes(of headers: SecurityHeaders, for server: SecurityHeaders.Server) -> [UInt8] {
    switch server {
    case .nginx:
      Array(headers.fields.map { "add_header \($0.name) \"\($0.value)\" always;\n" }.joined().utf8)
    case .netlify: Array(("/*\n" + headers.fields.map { "  \($0.name): \($0.value)\n" }.joined()).utf8)
    case .cloudfront: cloudFrontPolicy(headers).file
    }
  }

  /// What `aws cloudfront create-response-headers-policy` takes
  /// (<https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html>).
  private static func cloudFrontPolicy(_ headers: SecurityHeaders) -> JSON {
    let own = ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"]
    let others = headers.fields.filter { !own.contains($0.name) }
    let referrers = headers.fields.first { $0.name == "Referrer-Policy" }?.value ?? ""
    return [
      "Name": "portico-security-headers",
      "SecurityHeadersConfig": [
        "ContentSecurityPolicy": ["Override": true, "ContentSecurityPolicy": .text(headers.contentSecurityPolicy)],
        "ContentTypeOptions": ["Override": true],
        "ReferrerPolicy": ["Override": true, "ReferrerPolicy": .text(referrers)],
      ],
      "CustomHeadersConfig": [
        "Quantity": .integer(others.count),
        "Items": .list(others.map { ["Header": .text($0.name), "Value": .text($0.value), "Override": true] }),
      ],
    ]
  }
}
