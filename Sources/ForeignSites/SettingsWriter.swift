import Bytes
import Markdown
import SiteModel
import YAML

/// Writes settings as a `portico.yaml` that reads as the same settings.
struct SettingsWriter {
  private var lines: [String] = []

  static func text(of settings: SiteSettings) -> String {
    var writer = SettingsWriter()
    writer.write(settings)
    return writer.lines.map { $0 + "\n" }.joined()
  }

  private mutating func write(_ settings: SiteSettings) {
    let standard = SiteSettings()
    add("title", settings.title)
    add("description", settings.description)
    add("baseURL", settings.baseURL)
    if settings.language != standard.language { add("language", settings.language.text) }
    if settings.urlStyle != standard.urlStyle { add("urls", settings.urlStyle.rawValue) }
    if settings.fileNames != standard.fileNames { add("fileNames", settings.fileNames.rawValue) }
    if let repository = settings.repository {
      lines.append("repository:")
      add("url", repository.url, indent: 1)
      add("branch", repository.branch, indent: 1)
      add("contentPath", repository.contentPath, indent: 1)
    }
    if settings.dialects != standard.dialects {
      let names = Dialects.named.filter { settings.dialects.contains($0.dialect) }.map(\.name)
      lines += ["markdown:", "  dialects: [\(names.joined(separator: ", "))]"]
    }
    add("exclude", settings.exclude.lines)
    add("drafts", settings.drafts.lines)
    if !settings.redirects.isEmpty { lines.append("redirects:") }
    for (from, to) in settings.redirects { add(SettingsWriter.scalar(from.value), to.value, indent: 1) }
    if !settings.variables.isEmpty { lines.append("variables:") }
    for (name, value) in settings.variables.sorted(by: { $0.key < $1.key }) {
      add(SettingsWriter.scalar(name), value, indent: 1)
    }
    if let navigation = settings.navigation {
      lines.append("navigation:")
      write(navigation, indent: 1)
    }
  }

  private mutating func write(_ items: [NavigationItem], indent: Int) {
    let blanks = String(repeating: "  ", count: indent)
    for item in items {
      let (key, target) = SettingsWriter.target(of: item.target)
      guard item.title != nil || !item.children.isEmpty || key == "url" else {
        lines.append("\(blanks)- \(SettingsWriter.scalar(target ?? ""))")
        continue
      }
      var pairs = item.title.map { ["title: \(SettingsWriter.scalar($0))"] } ?? []
      if let target { pairs.append("\(key): \(SettingsWriter.scalar(target))") }
      if !item.children.isEmpty { pairs.append("children:") }
      for (index, pair) in pairs.enumerated() { lines.append(blanks + (index == 0 ? "- " : "  ") + pair) }
      write(item.children, indent: indent + 2)
    }
  }

  private static func target(of target: NavigationItem.Target) -> (key: String, text: String?) {
    switch target {
    case .page(let path): ("page", path)
    case .folder(let path): ("page", path + "/")
    case .external(let url): ("url", url)
    case .label: ("page", nil)
    case .rest(let pattern): ("page", (["..."] + (pattern?.lines ?? [])).joined(separator: " | "))
    case .contents(let folder): ("page", ContentPath.join(folder, "*"))
    }
  }

  private mutating func add(_ key: String, _ text: String?, indent: Int = 0) {
    guard let text else { return }
    lines.append(String(repeating: "  ", count: indent) + "\(key): \(SettingsWriter.scalar(text))")
  }

  private mutating func add(_ key: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    lines.append("\(key):")
    for text in texts { lines.append("  - \(SettingsWriter.scalar(text))") }
  }

  /// A text as YAML reads it: bare where it begins with a letter and nothing in it means anything, else in quotes.
  private static func scalar(_ text: String) -> String {
    let isBare = text.utf8.allSatisfy { byte in
      byte >= 0x80 || " _-./@+".utf8.contains(byte) || (0x30...0x39).contains(byte)
        || (0x41...0x5A).contains(byte & 0xDF)
    }
    let first = text.utf8.first ?? 0
    let beginsWithLetter = first >= 0x80 || (0x41...0x5A).contains(first & 0xDF)
    let isWord = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    if isBare, beginsWithLetter, !isWord, text.utf8.last != UInt8(ascii: " ") { return text }
    // A text of JSON is one of YAML, too.
    var quoted = ByteBuffer()
    quoted.appendJSON(text)
    return String(decoding: quoted.bytes, as: UTF8.self)
  }
}
