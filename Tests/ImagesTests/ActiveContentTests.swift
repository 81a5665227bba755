import Images
import Testing

/// What is found in a drawing, as `offset kind name`.
private func found(_ text: String) -> [String] {
  ActiveContent.find(in: Array(text.utf8)).map { "\($0.offset) \($0.kind) \($0.name)" }
}

@Suite struct ActiveContentTests {
  @Test func aDrawingHoldsNone() {
    #expect(
      found(
        """
        <?xml version="1.0"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <!-- <script> -->
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" on="x">
        <a xlink:href="https://example.com/"><text>javascript: onload="x" <![CDATA[<script>]]></text></a>
        <use xlink:href="#a"/><image href="data:image/png;base64,AA"/><rect fill="url(#g)" style="fill:url('#g')"/>
        </svg>
        """) == [])
  }

  @Test func findsScripts() {
    #expect(found("<svg><script/><SCRIPT/></svg>") == ["5 script script"])
    #expect(found("<svg><svg:script>x</svg:script></svg>") == ["5 script script"])
    #expect(found("<svg><a href=' JavaScript:x()'/></svg>") == ["5 script href"])
  }

  @Test func findsHandlers() {
    #expect(found("<svg\nonload = \"x\">") == ["0 handler onload"])
    #expect(found("<svg><g ONCLICK=x></svg>") == ["5 handler ONCLICK"])
  }

  @Test func findsWhatIsLoaded() {
    #expect(found("<svg><image xlink:href=\"https://a.example/b.png\"/></svg>") == ["5 external xlink:href"])
    #expect(found("<svg><style>@import url(\"//a.example/b.css\");</style></svg>") == ["20 external url("])
    #expect(found("<svg><style>@import '//a.example/b.css';</style></svg>") == ["12 external @import"])
    #expect(found("<svg><rect fill=\"url(#a) url( 'http://a.example/b.svg#c')\"/></svg>") == ["25 external url("])
  }

  @Test func findsEntities() {
    #expect(found("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>") == ["15 entity ENTITY"])
  }
}
