/// Where merman 0.9.2 places things otherwise than Mermaid does.
enum MermanLayout {
  /// At 14 units of 16 all text fits: it counts letters instead of measuring them, and wide ones as too narrow.
  static let textScale = 0.875

  /// The label of a state begins at the left of its box; Mermaid has it in the middle.
  static func mended(_ tag: XMLTag, in parent: StyledElement?) -> XMLTag {
    guard tag.name == "g", tag.attribute("class") == "label", parent?.classes.contains("statediagram-state") == true,
      let transform = tag.attribute("transform"), let comma = transform.firstIndex(of: ",")
    else { return tag }
    let attributes = [("transform", "translate(0" + transform[comma...]), ("text-anchor", "middle")]
    return XMLTag(name: tag.name, attributes: attributes.map { XMLAttribute(name: $0, value: Array($1.utf8)[...]) })
  }
}
