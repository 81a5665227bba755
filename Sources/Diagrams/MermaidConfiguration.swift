/// How merman is asked to draw.
///
/// All colours that are not the author's are greys, except those that tell series apart, since the page replaces the greys by its own
/// (see `Paint`). What a diagram says of themes, fonts and looks is passed over: `secure` lets no diagram change it.
enum MermaidConfiguration {
  /// Colours that tell series apart, each with a contrast of 3 or more to a white page and to a dark one.
  private static let series = [
    "#4f7fe0", "#c0762b", "#3d9a5f", "#c65b8a", "#8a72d8", "#2c96a8", "#a3892a", "#d0605a", "#6e8a3a", "#5f87a8",
    "#b06fc0", "#8f8070",
  ]

  /// Options JSON, schema 2.
  static let options = """
    {"version": 2,
     "resources": {"profile": "constrained", "limits": {"max_layout_work_units": 400000, "max_svg_bytes": \(Limits.svg)}},
     "svg": {"diagram_id": "d"},
     "site_config": {
      "theme": "base", "look": "classic", "htmlLabels": false, "flowchart": {"htmlLabels": false},
      "fontFamily": "arial",
      "secure": ["secure", "securityLevel", "theme", "themeVariables", "themeCSS", "look", "handDrawnSeed", "fontFamily",
       "altFontFamily", "htmlLabels", "maxTextSize", "maxEdges"],
      "themeVariables": {\(greys), \(colours), "pieOpacity": "1"}}}
    """

  private static let greys = [
    (
      "#ffffff",
      [
        "background", "tertiaryColor", "clusterBkg", "edgeLabelBackground", "compositeBackground",
        "labelBackgroundColor",
        "relationLabelBackground",
      ]
    ),
    ("#eeeeee", ["primaryColor", "secondaryColor", "mainBkg", "noteBkgColor", "actorBkg", "activationBkgColor"]),
    ("#888888", ["clusterBorder", "tertiaryBorderColor", "gridColor"]),
    (
      "#333333",
      [
        "primaryBorderColor", "secondaryBorderColor", "noteBorderColor", "nodeBorder", "actorBorder", "lineColor",
        "textColor", "primaryTextColor", "secondaryTextColor", "tertiaryTextColor", "todayLineColor", "vertLineColor",
      ]
    ),
  ].flatMap { colour, names in names.map { "\"\($0)\": \"\(colour)\"" } }.joined(separator: ", ")

  private static let colours =
    [("cScale", 0), ("git", 0), ("pie", 1), ("fillType", 0), ("venn", 1)].flatMap { name, first in
      series.enumerated().map { "\"\(name)\($0 + first)\": \"\($1)\"" }
    }.joined(separator: ", ")
    + ", \"xyChart\": {\"plotColorPalette\": \"\(series.joined(separator: ","))\"}"
}
