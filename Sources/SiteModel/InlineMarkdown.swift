import Bytes
import Diagnostics
import Markdown
package import Templates

/// Short texts of YAML files that may hold inline Markdown, such as "`kubectl get ns` lists your team".
package enum InlineMarkdown {
  /// The text as HTML without a paragraph round it.
  ///
  /// What is more than one paragraph, or holds links, is shown as it is written: such links have no place to be checked at.
  package static func html(_ text: String) -> Fragment {
    let options = MarkdownOptions(rawHTML: .escape, furniture: false, dialects: [])
    let article = MarkdownRenderer.render(Array(text.utf8)[...], path: "", options: options).value
    let html = article.html
    guard article.links.isEmpty, html.starts(with: "<p>".utf8), html.suffix(5).elementsEqual("</p>\n".utf8),
      html.dropFirst().firstRange(of: "<p>".utf8) == nil
    else {
      var escaped = ByteBuffer()
      escaped.append(text, escaping: .html)
      return Fragment(escaped.bytes)
    }
    return Fragment(Array(html[3..<html.count - 5]))
  }
}
