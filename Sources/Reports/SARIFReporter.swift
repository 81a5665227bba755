package import Bytes
package import Diagnostics

/// Findings as SARIF 2.1.0, which GitHub, GitLab, Azure DevOps and editors read
/// (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).
///
/// Files are named from the base `SRCROOT`; columns are UTF-16 code units, as most readers take them to be.
package struct SARIFReporter: Reporter {
  private let version: String
  private let isAgainstBaseline: Bool

  /// - Parameters:
  ///   - version: that of the program.
  ///   - isAgainstBaseline: whether the findings are only those that a baseline does not have.
  package init(version: String, isAgainstBaseline: Bool) {
    self.version = version
    self.isAgainstBaseline = isAgainstBaseline
  }

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    let rules = Set(diagnostics.map(\.rule)).sorted { $0.id < $1.id }
    let indexes = Dictionary(uniqueKeysWithValues: zip(rules.map(\.id), rules.indices))
    return withoutActuallyEscaping(source) { source in
      var excerpts = SourceExcerpts(source, in: .utf16)
      var occurrences = Occurrences()
      var buffer = ByteBuffer()
      buffer.append("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{")
      buffer.append("\"tool\":")
      buffer.append(tool(rules))
      buffer.append(",\n\"columnKind\":\"utf16CodeUnits\",\"originalUriBaseIds\":")
      buffer.append(["SRCROOT": ["description": ["text": "The root of the repository."]]])
      buffer.append(",\n\"results\":[")
      buffer.append(lines: diagnostics) { finding in
        result(
          finding, ruleIndex: indexes[finding.rule.id] ?? -1, name: occurrences.name(of: finding), &excerpts)
      }
      buffer.append("]}]}\n")
      return buffer
    }
  }

  // MARK: - The program

  private func tool(_ rules: [Rule]) -> JSON {
    [
      "driver": [
        "name": "Portico", "semanticVersion": .text(version), "rules": .list(rules.map { json($0) }),
      ]
    ]
  }

  private func json(_ rule: Rule) -> JSON {
    [
      "id": .text(rule.id),
      "shortDescription": ["text": .text(rule.summary)],
      "fullDescription": ["text": .text(rule.rationale)],
      "help": ["text": .text(rule.remedy), "markdown": .text(markdown(rule))],
      "defaultConfiguration": ["level": .text(rule.severity.rawValue)],
    ]
  }

  private func markdown(_ rule: Rule) -> String {
    let examples = [("Not:", rule.bad), ("But:", rule.good)].filter { !$0.1.isEmpty }
    return MarkdownEscape.inline(rule.remedy)
      + examples.map { "\n\n\($0)\n\n" + MarkdownFence.enclose($1) }.joined()
  }

  // MARK: - Findings

  private func result(
    _ finding: Diagnostic, ruleIndex: Int, name: String, _ excerpts: inout SourceExcerpts
  ) -> JSON {
    [
      "ruleId": .text(finding.rule.id),
      "ruleIndex": .integer(ruleIndex),
      "level": .text(finding.severity.rawValue),
      "message": ["text": .text(finding.sentences.joined(separator: " "))],
      "locations": [location(of: finding, &excerpts)],
      "partialFingerprints": ["portico/v1": .text(name)],
      "baselineState": isAgainstBaseline ? "new" : nil,
      "fixes": finding.fix.map { [fix($0, of: finding, &excerpts)] },
    ]
  }

  private func location(of finding: Diagnostic, _ excerpts: inout SourceExcerpts) -> JSON {
    [
      "physicalLocation": [
        "artifactLocation": artifact(finding.place.path),
        "region": finding.span.map { region($0, &excerpts) },
      ]
    ]
  }

  private func artifact(_ path: String) -> JSON {
    // An absolute path is that of a file outside of the repository.
    let isAbsolute = path.hasPrefix("/")
    let encoded = PercentEncoding.encode(path: path)
    return [
      "uri": .text(isAbsolute ? "file://" + encoded : encoded), "uriBaseId": isAbsolute ? nil : "SRCROOT",
    ]
  }

  /// Where no length is known the region goes on to the end of the line.
  private func region(_ span: SourceSpan, isReplaced: Bool = false, _ excerpts: inout SourceExcerpts) -> JSON {
    let (column, length) = excerpts.position(of: span)
    return [
      "startLine": .integer(span.line), "startColumn": .integer(column),
      "endColumn": length > 0 || isReplaced ? .integer(column + length) : nil,
    ]
  }

  private func fix(_ fix: Replacement, of finding: Diagnostic, _ excerpts: inout SourceExcerpts) -> JSON {
    [
      "description": finding.help.map { ["text": .text($0)] },
      "artifactChanges": [
        [
          "artifactLocation": artifact(fix.span.path),
          "replacements": [
            [
              "deletedRegion": region(fix.span, isReplaced: true, &excerpts),
              "insertedContent": ["text": .text(fix.text)],
            ]
          ],
        ]
      ],
    ]
  }
}
