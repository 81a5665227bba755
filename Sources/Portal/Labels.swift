import Platform

extension Lifecycle {
  var label: String {
    switch self {
    case .planned: "Planned"
    case .experimental: "Experimental"
    case .production: "Production"
    case .deprecated: "Deprecated"
    }
  }
}

extension Roadmap.Horizon {
  var label: String {
    switch self {
    case .now: "Now"
    case .next: "Next"
    case .later: "Later"
    case .shipped: "Shipped"
    case .dropped: "Dropped"
    }
  }
}

extension TimeWindow {
  /// `28 days, rolling` or `1 month, by the calendar (Europe/Sofia)`.
  var label: String {
    isRolling
      ? "\(duration.words), rolling" : "\(duration.words), by the calendar" + (timeZone.map { " (\($0))" } ?? "")
  }
}

extension ExactDecimal {
  /// A ratio as a percentage: `99.9 %`.
  var percent: String { "\(shifted(by: 2)) %" }

  /// Minutes in words with the largest units that they fill: `43.2 minutes`, `1 day 10 hours`.
  ///
  /// Whole seconds stay exact; below that the number of minutes is shown as it is.
  var minutesInWords: String {
    let days = whole / 1_440
    let hours = whole / 60 % 24
    let minutes = self - ExactDecimal(days * 1_440 + hours * 60)
    var parts: [String] = []
    if days > 0 { parts.append("\(days) day\(days == 1 ? "" : "s")") }
    if hours > 0 { parts.append("\(hours) hour\(hours == 1 ? "" : "s")") }
    if !minutes.isZero || parts.isEmpty {
      parts.append("\(minutes) minute\(minutes == ExactDecimal(1) ? "" : "s")")
    }
    return parts.joined(separator: " ")
  }
}
