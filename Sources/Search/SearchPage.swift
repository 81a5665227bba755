/// A page as the search sees it.
package struct SearchPage: Sendable {
  /// What stands below one heading: what a hit leads to.
  package struct Section: Sendable {
    /// Empty for what stands before the first heading; of the page itself what it is called besides its title.
    package var heading: String
    /// The id of the heading's element; empty for the page itself.
    package var anchor: String
    /// Plain text.
    package var text: String

    package init(heading: String = "", anchor: String = "", text: String) {
      self.heading = heading
      self.anchor = anchor
      self.text = text
    }
  }

  /// Below the root of the site, percent-encoded.
  package var address: String
  package var title: String
  package var description: String?
  /// Other words that lead to the page, such as its tags.
  package var keywords: [String] = []
  /// What readers choose by, as they read it; nil where the page has none.
  package var facets: [Facet: String] = [:]
  /// The first is the page itself, whatever it says.
  package var sections: [Section]

  package init(address: String, title: String, description: String? = nil, sections: [Section]) {
    self.address = address
    self.title = title
    self.description = description
    self.sections = sections
  }
}

/// By what readers narrow a search.
package enum Facet: String, Sendable, CaseIterable {
  /// What sort of page it is: "How-to guide", "Incident".
  case kind
  case capability
  case owner
}
