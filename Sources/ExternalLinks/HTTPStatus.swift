/// Names of status codes (RFC 9110, section 15; RFC 6585).
enum HTTPStatus {
  /// "answers 404 Not Found".
  static func phrase(_ code: Int) -> String {
    let name = names[code].map { " " + $0 } ?? ""
    return "answers \(code)\(name)"
  }

  private static let names: [Int: String] = [
    400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 406: "Not Acceptable", 407: "Proxy Authentication Required", 408: "Request Timeout",
    409: "Conflict", 410: "Gone", 414: "URI Too Long", 421: "Misdirected Request", 429: "Too Many Requests",
    451: "Unavailable For Legal Reasons", 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout",
  ]
}
