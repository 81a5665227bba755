/// What a file in a folder says of the folder's place in the navigation.
package struct FolderSettings: Sendable {
  /// The order of what no weight orders.
  package struct Order: Sendable {
    package var isDescending = false
    /// By titles instead of the names of files.
    package var isByTitle = false
    /// Whether 9 comes before 10.
    package var isNatural = false

    package init() {}
  }

  /// The name of the folder in the navigation; nil for that of its page.
  package var title: String?
  /// The title of the folder's page where no text gives one.
  package var pageTitle: String?
  package var description: String?
  package var weight: Int?
  package var isHidden = false
  /// Whether a folder of one page is shown as that page.
  package var collapsesSinglePage = false
  package var order = Order()
  /// The entries of the folder, in order; nil for all that is in it.
  package var entries: [NavigationItem]?

  package init() {}
}
