import Diagnostics
import YAML

/// What a Prometheus server answered to a query, whole or as the bare value that `promtool query -o json` prints.
///
/// Source: <https://prometheus.io/docs/prometheus/latest/querying/api/>.
struct PrometheusAnswer {
  private var series: [Series] = []
  private var diagnostics: [Diagnostic] = []

  static func read(_ root: YAMLNode) -> Outcome<[Series]> {
    var answer = PrometheusAnswer()
    if case .sequence = root.content { answer.take(root) } else { answer.takeResponse(root) }
    return Outcome(answer.series, answer.diagnostics)
  }

  private mutating func takeResponse(_ root: YAMLNode) {
    if root["status"]?.text == "error" {
      let reason = root["error"]?.text ?? root["errorType"]?.text ?? "no reason given"
      report("the server answered with an error: \(reason)", root["error"] ?? root, "Correct the query.")
    } else if let result = root["data"]?["result"], case .sequence = result.content {
      take(result)
    } else {
      report(
        "this is no answer of a Prometheus server, and no report of slo-generator", root,
        "Save what '/api/v1/query_range' or 'promtool query range -o json' gives, unchanged.")
    }
  }

  /// A list of series, or a scalar, which is a single pair of a time and a value.
  private mutating func take(_ result: YAMLNode) {
    guard case .sequence(let items) = result.content else { return }
    if items.count == 2, items[0].text != nil {
      series.append(Series(labels: [:], samples: samples([result]), span: result.span))
      return
    }
    for item in items {
      var labels: [String: String] = [:]
      if case .mapping(let entries) = item["metric"]?.content {
        for entry in entries { labels[entry.key.text ?? ""] = entry.value.text }
      }
      guard case .sequence(let pairs) = item["values"]?.content else {
        let pairs = item["value"].map { [$0] } ?? []
        if pairs.isEmpty { report("the series has no 'values'", item, "Ask for numbers, not for histograms.") }
        series.append(Series(labels: labels, samples: samples(pairs), span: item.span))
        continue
      }
      series.append(Series(labels: labels, samples: samples(pairs), span: item.span))
    }
  }

  private mutating func samples(_ pairs: [YAMLNode]) -> [Series.Sample] {
    pairs.compactMap { pair in
      guard case .sequence(let parts) = pair.content, parts.count == 2, let time = parts[0].text,
        let at = Instant(unixTime: time), let value = parts[1].text
      else {
        report("a sample is a pair of a time and a value", pair, "Save what the server answers, unchanged.")
        return nil
      }
      guard let number = MeasuredNumber(value) else {
        report(
          "'\(value)' is no count", parts[1], "Correct the query, so that it gives numbers from 0 to 1000000000000.")
        return nil
      }
      return Series.Sample(at: at, number: number, span: pair.span)
    }
  }

  private mutating func report(_ message: String, _ node: YAMLNode, _ help: String) {
    diagnostics.append(Diagnostic(.invalidMeasurements, message, at: node.span, help: help))
  }
}
