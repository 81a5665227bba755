import Foundation

/// A piece of code in each language, which the gallery of the handbook shows.
enum Samples {
  private static let folder = URL(filePath: #filePath).appending(path: "../../Fixtures/languages").standardized

  /// The samples by the names of their languages, in order.
  static let all: [(language: String, text: String)] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted().compactMap { name in
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return nil }
      return (String(name.prefix { $0 != "." }), text)
    }

  static let languages = all.map(\.language)

  static func text(_ language: String) -> String { all.first { $0.language == language }?.text ?? "" }
}
