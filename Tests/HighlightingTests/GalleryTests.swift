import Foundation
import Testing

@testable import Highlighting

/// The page of the handbook that shows every language.
@Suite struct GalleryTests {
  private static let page: String = {
    let file = URL(filePath: #filePath).appending(path: "../../../content/handbook/languages.md").standardized
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  @Test(arguments: Language.all.map(\.name)) func showsTheNamesAndTheSampleOfEveryLanguage(name: String) throws {
    let language = try #require(Language.named(name))
    let names = ([name] + language.aliases).map { "`\($0)`" }.joined(separator: ", ")
    let sample = Samples.text(name)
    let fence = sample.contains("```") ? "````" : "```"
    #expect(Self.page.contains("\n\n\(names)\n\n\(fence)\(name)\n\(sample)\(fence)\n"))
  }
}
