import Foundation
import Testing

@testable import Highlighting

/// The pages of the handbook that show every language.
@Suite struct GalleryTests {
  private static let pages = ["applications", "operations", "web"].map { name in
    let file = URL(filePath: #filePath).appending(path: "../../../content/handbook/languages-\(name).md").standardized
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  @Test(arguments: Language.all.map(\.name)) func showsTheNamesAndTheSampleOfEveryLanguage(name: String) throws {
    let language = try #require(Language.named(name))
    let names = ([name] + language.aliases).map { "`\($0)`" }.joined(separator: ", ")
    let sample = Samples.text(name)
    let fence = sample.contains("```") ? "````" : "```"
    let shown = "\n\n\(names)\n\n\(fence)\(name)\n\(sample)\(fence)\n"
    #expect(Self.pages.count { $0.contains(shown) } == 1)
  }
}
