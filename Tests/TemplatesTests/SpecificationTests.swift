import Bytes
import Diagnostics
import Foundation
import Templates
import Testing

/// The official Mustache specification's own tests (<https://github.com/mustache/spec>), each case of each file.
@Suite struct SpecificationTests {
  @Test(
    .enabled(if: Specification.isThere, "The specification's tests are not at hand: set PORTICO_SHARED."),
    arguments: Specification.cases)
  func renders(_ example: Specification.Case) throws {
    let sources = [source("main", example.template)] + example.partials.map { source("partials/" + $0, $1) }
    let set = TemplateSet.compile(sources).value
    #expect(rendered(set, "main", example.data) == example.expected)
  }

  @Test(.enabled(if: Specification.isThere, "The specification's tests are not at hand: set PORTICO_SHARED."))
  func nothingIsLeftOut() {
    #expect(Specification.cases.count == 163)
  }
}

enum Specification {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let template: String
    let partials: [String: String]
    let data: Value
    let expected: String
  }

  static var isThere: Bool { folder != nil }

  static let cases: [Case] =
    ["interpolation", "sections", "inverted", "partials", "comments", "delimiters", "inheritance"].flatMap(read)

  private static let folder: URL? = {
    let repository = URL(filePath: #filePath).appending(path: "../../..").standardized
    let shared = ProcessInfo.processInfo.environment["PORTICO_SHARED"].map { URL(filePath: $0) }
    return [shared, repository.appending(path: "../shared").standardized].compactMap {
      $0?.appending(path: "spec/mustache")
    }
    .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  private static func read(_ file: String) -> [Case] {
    guard let url = folder?.appending(path: file + ".json"), let data = try? Data(contentsOf: url),
      let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let tests = root["tests"] as? [[String: Any]]
    else { return [] }
    return tests.map { test in
      Case(
        testDescription: "\(file): \(test["name"] ?? "")",
        template: test["template"] as? String ?? "",
        partials: test["partials"] as? [String: String] ?? [:],
        data: value(test["data"]),
        expected: test["expected"] as? String ?? "")
    }
  }

  private static func value(_ json: Any?) -> Value {
    switch json {
    case let object as [String: Any]: record(object.mapValues { value($0) })
    case let list as [Any]: .list(list.map { value($0) })
    case let text as String: .text(text)
    case let number as NSNumber:
      String(cString: number.objCType) == "c" ? .flag(number.boolValue) : .text(number.stringValue)
    default: .none
    }
  }
}
