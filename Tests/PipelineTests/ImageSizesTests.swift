import TestSupport
import Testing

@Suite struct ImageSizesTests {
  private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\"/>"

  @Test func imagesHaveTheirSizes() async {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: T
      -- guides/a.md --
      ![A](../x.svg) ![B](../x.svg#part) ![C](https://a.example/c.png)

      [x](../x.svg)
      -- x.svg --
      \(ImageSizesTests.drawing)
      """
    ).build()
    let main = site.main("guides/a/index.html") ?? ""
    #expect(main.contains("<img src=\"../../x.svg\" width=\"640\" height=\"360\" alt=\"A\" />"))
    #expect(
      main.contains(
        "<img src=\"../../x.svg#part\" width=\"640\" height=\"360\" alt=\"B\" loading=\"lazy\" decoding=\"async\" />"))
    #expect(main.contains("<img src=\"https://a.example/c.png\" alt=\"C\""))
    #expect(main.contains("<a href=\"../../x.svg\">x</a>"))
    #expect(site.findings == [])
  }

  @Test func anAuthorsSizeIsKept() async {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: T
      -- a.md --
      ![A](x.svg){width=320} ![B](x.svg){height=90px} ![C](x.svg){width=50%} ![D](x.svg){width=99999999999999}
      -- x.svg --
      \(ImageSizesTests.drawing)
      """
    ).build()
    let tags = site.main("a/index.html")?.split(separator: "<img ").dropFirst().map { $0.prefix { $0 != ">" } } ?? []
    #expect(tags.map { $0.contains("height=\"180\"") } == [true, false, false, false])
    #expect(tags.map { $0.contains("width=\"160\"") } == [false, true, false, false])
    #expect(tags.map { $0.contains("height=") } == [true, true, false, false])
  }

  @Test func aFileThatIsNoImageIsReported() async {
    var site = TestSite(
      """
      -- portico.yaml --
      title: T
      -- a.md --
      ![A](a.png) ![B](b.gif) ![C](a.png) ![D](d.bmp)
      -- a.png --
      version https://git-lfs.github.com/spec/v1
      -- d.bmp --
      BM
      """)
    site.set("b.gif", Array("GIF89a".utf8))
    site.set("unseen.gif", Array("GIF89a".utf8))
    #expect(
      await site.build().findings == [
        "content/a.png:1:1: warning: the image is none: its bytes are those of another kind of file [image-unreadable]",
        "content/b.gif:1:1: warning: the image ends before it says how large it is [image-unreadable]",
      ])
  }

  @Test func anImageWithALongHeadIsReadWhole() async {
    var site = TestSite("-- portico.yaml --\ntitle: T\n-- a.md --\n![A](a.jpg)\n")
    let segment: [UInt8] = [0xFF, 0xE2, 0xFF, 0xFF] + Array(repeating: 0, count: 65_533)
    site.set("a.jpg", [0xFF, 0xD8] + segment + segment + [0xFF, 0xC0, 0, 17, 8, 0, 5, 0, 7, 3])
    let built = await site.build()
    #expect(built.main("a/index.html")?.contains("width=\"7\" height=\"5\"") == true)
  }

  @Test func drawingsThatActAreReported() async {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: T
      -- a.svg --
      <svg xmlns="http://www.w3.org/2000/svg">
        <script>x</script>
        <image href="https://a.example/b.png" onload="x"/>
      </svg>
      """
    ).build()
    #expect(
      site.findings == [
        "content/a.svg:2:3: warning: the SVG holds a script, in 'script' [svg-script]",
        "content/a.svg:3:3: warning: the SVG holds a script, in the attribute 'onload' [svg-script]",
        "content/a.svg:3:3: warning: the SVG loads something from another host, by 'href' [svg-script]",
      ])
  }
}
