/// The nearest of some names to one that was not found.
package enum DidYouMean {
  /// The candidate with the fewest edits to `name`, if it is near enough to be meant: at most a third of its length,
  /// and at most three.
  ///
  /// Letter case alone counts as near. Ties go to the first in alphabetical order.
  package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    SpellingIndex(candidates).nearest(to: name)
  }

  /// "Did you mean 'x'?", or nil where nothing is near.
  package static func help(for name: String, in candidates: some Sequence<String>) -> String? {
    help(nearest(to: name, in: candidates).map { [$0] } ?? [])
  }

  /// "Did you mean 'x' or 'y'?", or nil without names.
  package static func help(_ names: [String]) -> String? {
    names.isEmpty ? nil : "Did you mean \(names.alternatives)?"
  }
}
