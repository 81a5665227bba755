import Files
import TestSupport
import Testing

@testable import ExternalLinks

@Suite struct LinkCacheTests {
  @Test func textIsSortedAndReadBack() throws {
    var cache = try #require(LinkCache(""))
    cache.record(.moved(to: "https://c/"), of: "https://b/", at: 2)
    cache.record(.broken("answers 404 Not Found"), of: "https://c/", at: 3)
    cache.record(.good, of: "https://a/", at: 1)
    let text = """
      portico external links 1
      https://a/\tgood\t1\t
      https://b/\tmoved\t2\thttps://c/
      https://c/\tbroken\t3\tanswers 404 Not Found

      """
    #expect(cache.text == text)
    #expect(LinkCache(text)?.text == text)
    #expect(LinkCache(text)?.entry("https://b/")?.verdict == .moved(to: "https://c/"))
  }

  @Test func whatTellsNothingChangesNothing() throws {
    var cache = try #require(LinkCache(""))
    cache.record(.good, of: "https://a/", at: 1)
    cache.record(.unreachable("answers 429 Too Many Requests"), of: "https://a/", at: 2)
    cache.record(.unreachable("answers 429 Too Many Requests"), of: "https://b/", at: 2)
    #expect(cache.entry("https://a/") == LinkCache.Entry(verdict: .good, time: 1))
    #expect(cache.entry("https://b/") == nil)
  }

  @Test func eachOutcomeHasItsAge() throws {
    var cache = try #require(LinkCache(""))
    cache.record(.good, of: "https://old/", at: 10)
    cache.record(.good, of: "https://new/", at: 20)
    cache.record(.broken(""), of: "https://broken/", at: 10)
    cache.drop(goodBefore: 15, brokenBefore: 5)
    #expect(cache.entry("https://old/") == nil)
    #expect(cache.entry("https://new/") != nil)
    #expect(cache.entry("https://broken/") != nil)
  }

  @Test func otherFileIsNoCache() {
    #expect(LinkCache("# Notes\n") == nil)
  }

  @Test func damagedLineIsPassedOver() {
    let text = "portico external links 1\nhttps://a/\tgood\nhttps://b/\tgood\tx\t\nhttps://c/\tgood\t1\t\n"
    #expect(LinkCache(text)?.text == "portico external links 1\nhttps://c/\tgood\t1\t\n")
  }

  @Test func fileIsReplacedAsAWhole() throws {
    let folder = try TemporaryFolder()
    var cache = try #require(try LinkCache.read(folder.path + "/a/links.txt"))
    cache.record(.good, of: "https://a/", at: 1)
    try cache.write(to: folder.path + "/a/links.txt")
    #expect(folder.files == ["a/links.txt"])
    #expect(try LinkCache.read(folder.path + "/a/links.txt")?.entry("https://a/") != nil)
  }
}
