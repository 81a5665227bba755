import Synchronization

/// The results of `transform` over all elements, in their order, whatever the number of jobs.
///
/// The only concurrency of a build: `jobs` tasks take chunks of elements from an atomic cursor.
package func parallelMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  guard jobs > 1, elements.count > 1 else { return elements.map(transform) }
  // Small enough to share the work evenly, large enough that the cursor costs nothing.
  let chunk = max(1, min(32, elements.count / (jobs * 4)))
  let cursor = Cursor()
  let parts = await withTaskGroup { group in
    for _ in 0..<jobs {
      group.addTask {
        var done: [(start: Int, results: [Result])] = []
        while case let start = cursor.take(chunk), start < elements.count {
          done.append((start, elements[start..<min(start + chunk, elements.count)].map(transform)))
        }
        return done
      }
    }
    return await group.reduce(into: []) { $0 += $1 }
  }
  return parts.sorted { $0.start < $1.start }.flatMap(\.results)
}

private final class Cursor: Sendable {
  private let next = Atomic(0)

  func take(_ count: Int) -> Int { next.add(count, ordering: .relaxed).oldValue }
}
