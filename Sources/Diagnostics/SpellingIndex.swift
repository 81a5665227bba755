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
    // Where the first ones are near, most of the others need not be compared.
    for (fewest, candidates) in candidates(for: wanted).enumerated() {
      for candidate in candidates where fewest <= best?.distance ?? wanted.bound {
        guard let distance = wanted.distance(to: names[candidate], atMost: best?.distance ?? wanted.bound) else {
          continue
        }
        let found = (distance, names[candidate].name)
        if let best, (best.distance, best.name) <= found { continue }
        if isAccepted(found.1) { best = found }
      }
    }
    return best?.name
  }

  /// The names that may be near enough, by the fewest edits that it takes.
  private func candidates(for wanted: Spelling) -> [[Int]] {
    var candidates: [[Int]] = Array(repeating: [], count: wanted.bound + 1)
    for (index, name) in names.enumerated() {
      let fewest = wanted.fewestEdits(to: name)
      if fewest <= wanted.bound { candidates[fewest].append(index) }
    }
    return candidates
  }
}

/// A name as edits between names are counted.
struct Spelling: Sendable {
  let name: String
  private let scalars: [Unicode.Scalar]
  /// A bit for each of 64 classes of characters that occur in it, and for each that occur more than once.
  private let once: UInt64
  private let again: UInt64

  init(_ name: String) {
    self.name = name
    scalars = Array(name.lowercased().unicodeScalars)
    var (once, again): (UInt64, UInt64) = (0, 0)
    for scalar in scalars {
      let bit: UInt64 = 1 << UInt64(scalar.value & 63)
      again |= once & bit
      once |= bit
    }
    (self.once, self.again) = (once, again)
  }

  /// The most edits by which another name may differ that is meant: a third of its length, from one to three.
  var bound: Int { min(3, max(1, scalars.count / 3)) }

  /// No fewer edits lead to another name: one edit adds or removes one character, or does both.
  func fewestEdits(to other: Spelling) -> Int {
    let differences = (once ^ other.once).nonzeroBitCount + (again ^ other.again).nonzeroBitCount
    return max(abs(scalars.count - other.scalars.count), (differences + 1) / 2)
  }

  /// The edits to another name; nil where there are more than `limit`.
  func distance(to other: Spelling, atMost limit: Int) -> Int? {
    Spelling.distance(scalars, other.scalars, atMost: limit)
  }

  /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost one each.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
    let tooMany = limit + 1
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    var current = previous
    for row in 0..<left.count {
      // Whatever is further from the diagonal takes more edits than are allowed.
      let columns = max(0, row - limit)..<max(0, min(right.count, row + tooMany))
      current[columns.lowerBound] = columns.lowerBound == 0 ? row + 1 : tooMany
      var fewest = current[columns.lowerBound]
      for column in columns {
        var cost = min(
          previous[column] + (left[row] == right[column] ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = cost
        fewest = min(fewest, cost)
      }
      guard fewest <= limit else { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious.isEmpty ? current : beforePrevious)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
