import Bytes
import Platform
import SiteModel
import Templates

/// What capabilities depend on, as a picture whose nodes are links; the lists of relations say the same in words.
struct CapabilityGraph: Sendable {
  let title: String
  private let drawing: Drawing

  static let schema = Schema<CapabilityGraph>(
    "graph",
    [.text("title") { $0.title }, .text("fit") { $0.drawing.fit.rawValue }, .html("svg") { $0.svg }])

  /// All capabilities; nil where nothing depends on anything, or nothing draws.
  static func all(_ planner: DomainPlanner, _ context: PlanContext) -> CapabilityGraph? {
    CapabilityGraph(
      "How the capabilities depend on one another", planner.catalogue.capabilities, of: nil, planner, context)
  }

  /// A capability among those that it depends on and those that depend on it.
  init?(around capability: Capability, _ planner: DomainPlanner, _ context: PlanContext) {
    let wanted = Set(
      planner.dependencies(of: capability) + planner.catalogue.dependents(of: capability).map(\.reference))
    let others = planner.catalogue.capabilities.filter { wanted.contains($0.reference) }
    let name = capability.metadata.displayName
    self.init(
      "What \(name) depends on, and what depends on \(name)", [capability] + others, of: capability, planner, context)
  }

  private init?(
    _ title: Phrase, _ capabilities: [Capability], of subject: Capability?, _ planner: DomainPlanner,
    _ context: PlanContext
  ) {
    let source = GraphSource(capabilities, of: subject, planner, context.phrases) {
      context.link(folder: planner.folder(of: $0))?.href
    }
    guard source.hasEdges, let drawer = planner.drawer, drawer.languages.contains("dot"),
      case .success(let drawing) = drawer.draw("dot", source.text)
    else { return nil }
    self.title = context.phrases.text(of: title)
    self.drawing = drawing
  }

  private var svg: Fragment {
    var buffer = ByteBuffer()
    drawing.write(to: &buffer, prefix: "_graph", title: title) { $1.append($0, escaping: .attribute) }
    return Fragment(buffer.bytes)
  }
}

/// The graph in DOT: an arrow leads from a capability to what it depends on.
private struct GraphSource {
  private(set) var text = "digraph {\nrankdir=LR ranksep=0.6 nodesep=0.2\nnode [shape=box style=rounded]\n"
  private(set) var hasEdges = false

  /// - Parameter subject: the capability whose page shows the graph, which is no link.
  init(
    _ capabilities: [Capability], of subject: Capability?, _ planner: DomainPlanner, _ phrases: Phrases,
    href: (Capability) -> String?
  ) {
    var numbers: [EntityReference: Int] = [:]
    for (index, capability) in capabilities.enumerated() where numbers[capability.reference] == nil {
      numbers[capability.reference] = index
      let isSubject = capability.reference == subject?.reference
      text +=
        "\(index) [\(GraphSource.attributes(capability, isSubject, isSubject ? nil : href(capability), phrases))]\n"
    }
    for capability in capabilities {
      guard let from = numbers[capability.reference] else { continue }
      for other in planner.dependencies(of: capability) {
        // What the neighbours have to do with one another is on their own pages.
        guard let to = numbers[other], subject.map({ [capability.reference, other].contains($0.reference) }) ?? true
        else { continue }
        text += "\(from) -> \(to)\n"
        hasEdges = true
      }
    }
    text += "}\n"
  }

  /// The lifecycle shows as a word and as a kind of border.
  private static func attributes(_ capability: Capability, _ isSubject: Bool, _ href: String?, _ phrases: Phrases)
    -> String
  {
    let title = capability.metadata.displayName
    let lifecycle = capability.lifecycle
    let label = lifecycle == .production ? title : title + "\n" + phrases.text(of: lifecycle.label)
    let border =
      switch lifecycle {
      case .production: "rounded"
      case .experimental: "rounded,dashed"
      case .planned: "rounded,dotted"
      case .deprecated: "diagonals"
      }
    var attributes = "label=\(quoted(label)) style=\(quoted(border))"
    if isSubject { attributes += " penwidth=2.5" }
    if let href { attributes += " URL=\(quoted(href))" }
    return attributes
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return "\"\(escaped)\""
  }
}
