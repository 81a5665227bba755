import TestSupport
import Testing

@Suite struct AtomFeedTests {
  @Test func feedOfChanges() async throws {
    let site = try await buildEventful()
    #expect(
      site.text("feeds/changes.xml") == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <id>https://example.com/p/feeds/changes.xml</id>
        <title>Harbour: Changes</title>
        <updated>2026-06-10T00:00:00Z</updated>
        <author><name>Harbour</name>
        </author>
        <link rel="self" type="application/atom+xml" href="https://example.com/p/feeds/changes.xml"/>
        <link rel="alternate" type="text/html" href="https://example.com/p/changes/"/>
        <entry>
        <id>https://example.com/p/changes/keys/</id>
        <title>Keys &amp; more</title>
        <updated>2026-06-10T00:00:00Z</updated>
        <link rel="alternate" type="text/html" href="https://example.com/p/changes/keys/"/>
        <category term="Change"/>
        <category term="Breaking"/>
        <summary>Keys end. From 2026-06-10 on. Breaking. What to do by 2026-07-31: Rotate</summary>
        <content type="html" xml:base="https://example.com/p/changes/keys/">&lt;p&gt;See &lt;a \
        href=&quot;https://example.com/p/incidents/work/#when&quot;&gt;the work&lt;/a&gt;.&lt;/p&gt;
        </content>
        </entry>
        </feed>

        """)
  }

  @Test func feedWithoutEntriesIsOfTheDay() async throws {
    let site = await TestSite("\(platform)\n\(capability("secrets"))").build(baseURL: "https://example.com/")
    let feed = try #require(site.text("feeds/capabilities/secrets.xml"))
    #expect(feed.contains("<updated>2026-06-30T00:00:00Z</updated>"))
    #expect(!feed.contains("<entry>"))
  }
}
