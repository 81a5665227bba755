import Bytes
import Diagnostics
import Platform
import SiteModel
import YAML

/// An earlier state of the content, to tell what moved since.
package struct EarlierContent: Sendable {
  /// What reports call it: a file or a revision.
  package let name: String
  /// The bytes that a file of the content had then; nil where there was no such file.
  package let read: @Sendable (_ path: String) -> [UInt8]?

  package init(name: String, read: @escaping @Sendable (_ path: String) -> [UInt8]?) {
    self.name = name
    self.read = read
  }
}

/// What moved on roadmaps since an earlier state of the content.
struct RoadmapHistory: Sendable {
  private var movements: [Int: RoadmapMovement] = [:]

  subscript(roadmap: Roadmap) -> RoadmapMovement? { movements[roadmap.origin] }

  static func compare(
    _ roadmaps: [Roadmap], _ documents: [SourceDocument], with earlier: EarlierContent?
  ) -> Outcome<RoadmapHistory> {
    var history = RoadmapHistory()
    var diagnostics: [Diagnostic] = []
    guard let earlier else { return Outcome(history, []) }
    for roadmap in roadmaps {
      let found = find(roadmap, at: documents[roadmap.origin].path, in: earlier)
      diagnostics += found.diagnostics
      guard let old = found.value else { continue }
      let movement = roadmap.movement(since: old)
      history.movements[roadmap.origin] = movement
      diagnostics += movement.vanished.map { .vanished($0, from: roadmap) }
    }
    return Outcome(history, diagnostics)
  }

  /// The earlier revision of a roadmap, by its name in the file that it lies in now.
  private static func find(_ roadmap: Roadmap, at path: String, in earlier: EarlierContent) -> Outcome<Roadmap?> {
    guard let bytes = earlier.read(path) else {
      return Outcome(nil, [.notComparable(roadmap, "there is no file '\(path)' in '\(earlier.name)'")])
    }
    let parsed = YAMLParser.parse(bytes, path: earlier.name)
    let read = Roadmap.readAll(in: parsed.value)
    if let fault = (parsed.diagnostics + read.diagnostics).first(where: { $0.severity == .error }) {
      return Outcome(nil, [.notComparable(roadmap, "'\(earlier.name)' has errors", note: fault)])
    }
    guard let found = read.value.first(where: { $0.reference == roadmap.reference }) else {
      let help = DidYouMean.help(for: roadmap.metadata.name.value, in: read.value.map(\.metadata.name.value))
      return Outcome(nil, [.notComparable(roadmap, "'\(earlier.name)' has no roadmap of this name", help: help)])
    }
    return Outcome(found, [])
  }
}

extension Diagnostic {
  fileprivate static func vanished(_ item: Roadmap.Item, from roadmap: Roadmap) -> Diagnostic {
    Diagnostic(
      .roadmapVanished, "the item '\(item.id.value)' is no longer on the roadmap", at: roadmap.metadata.name.span,
      help: "Keep it with 'horizon: dropped' and a 'reason', or give a renamed item its old 'id' back.",
      notes: ["It was “\(item.title)”, under \(item.horizon.label.english.lowercased())."])
  }

  fileprivate static func notComparable(
    _ roadmap: Roadmap, _ reason: String, help: String? = nil, note fault: Diagnostic? = nil
  ) -> Diagnostic {
    Diagnostic(
      .roadmapHistory, "what moved is not told: \(reason)", at: roadmap.metadata.name.span,
      help: help ?? "Name a file with --previous, or a revision that has this one with --previous-revision.",
      notes: fault.map { ["The first is on line \($0.span?.line ?? 0): \($0.message)."] } ?? [])
  }
}
