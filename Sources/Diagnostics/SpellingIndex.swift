/// Some names, made ready to be asked for the nearest to each of many that were not found.
package struct SpellingIndex: Sendable {
  private let names: [Spelling]

  package init(_ names: some Sequence<String>) {
    self.names = names.map { Spelling($0) }
  }

  /// What `DidYouMean.nearest` finds among the names that are accepted.
  package func nearest(to name: String, where isAccepted: (String) -> Bool = { _ in true }) -> String? {
    let wanted = Spelling(name)
    var best: (distance: Int, name: String)?
    for candidate in names {
      guard let distance = wanted.distance(to: candidate, atMost: best?.distance ?? wanted.bound) else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate.name) { continue }
      if isAccepted(candidate.name) { best = (distance, candidate.name) }
    }
    return best?.name
  }
}

/// A name as edits between names are counted.
struct Spelling: Sendable {
  let name: String
  private let scalars: [Unicode.Scalar]
  /// A bit for each of 64 classes of characters that occur in it.
  private let signature: UInt64

  init(_ name: String) {
    self.name = name
    scalars = Array(name.lowercased().unicodeScalars)
    signature = scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// The most edits by which another name may differ that is meant: a third of its length, from one to three.
  var bound: Int { min(3, max(1, scalars.count / 3)) }

  /// The edits to another name; nil where there are more than `limit`.
  func distance(to other: Spelling, atMost limit: Int) -> Int? {
    // An edit adds or removes one class of characters at most, or does both: most names are told apart by that.
    guard abs(scalars.count - other.scalars.count) <= limit,
      (signature ^ other.signature).nonzeroBitCount <= 2 * limit
    else { return nil }
    return Spelling.distance(scalars, other.scalars, atMost: limit)
  }

  /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost one each.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        var cost = min(
          previous[column] + (left[row] == right[column] ? 0 : 1),
          previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
