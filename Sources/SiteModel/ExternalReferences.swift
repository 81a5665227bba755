package import Diagnostics
import Markdown
import YAML

extension Site {
  /// Every place that leads to something outside: in texts, in data, and in the navigation and redirects of the settings.
  ///
  /// What is built from the same sources, the site itself and the branch of its repository, is not outside.
  package var externalReferences: [ExternalReference] {
    let texts = zip(pages, links.links).flatMap { page, targets in
      zip(page.document?.article.links ?? [], targets).compactMap { link, target in
        target?.isOutside == true ? ExternalReference(link.destination, at: link.span) : nil
      }
    }
    let data = zip(pages, links.references).flatMap { page, targets in
      zip(page.plan?.references ?? [], targets).compactMap { reference, target in
        target?.isOutside == true ? ExternalReference(reference.value, at: reference.span) : nil
      }
    }
    let moved = settings.redirects.map { ExternalReference($0.to.value, at: $0.to.span) }
    let all = texts + data + NavigationItem.external(in: settings.navigation ?? []) + moved
    return all.filter { Reference($0.url) == nil && !isOwn($0.url) }
  }

  private func isOwn(_ url: String) -> Bool {
    if let baseURL = settings.baseURL, url.hasPrefix(baseURL) { return true }
    guard let repository = settings.repository else { return false }
    return url.hasPrefix(repository.url + "/") && url.contains("/\(repository.branch)/")
  }
}

extension LinkTarget {
  fileprivate var isOutside: Bool {
    if case .external = place { true } else { false }
  }
}

extension NavigationItem {
  fileprivate static func external(in items: [NavigationItem]) -> [ExternalReference] {
    items.flatMap { item in
      guard case .external(let url) = item.target else { return external(in: item.children) }
      return [ExternalReference(url, at: item.span)] + external(in: item.children)
    }
  }
}

extension ExternalReference {
  /// A URL whose text in the file is shorter or longer was written with escapes or in quotes.
  fileprivate init(_ url: String, at span: SourceSpan) {
    self.init(url: url, span: span, isRewritable: span.length == url.utf8.count)
  }
}
