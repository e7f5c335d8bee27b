#if CommandLine
  import Foundation
  import Rolefit

  /// JSON with sorted keys, so that equal results have equal bytes.
  enum JSON {
    /// Many lines, for people.
    static func text(_ value: some Encodable) throws -> String {
      try encode(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) + "\n"
    }

    /// One line.
    static func line(_ value: some Encodable) throws -> String {
      try encode(value, [.sortedKeys, .withoutEscapingSlashes]) + "\n"
    }

    private static func encode(
      _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
    ) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = formatting
      return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// With DEL and the C1 control characters escaped, which the encoder leaves and a terminal obeys.
    private static func escaped(_ json: String) -> String {
      let isControl = { (scalar: Unicode.Scalar) in (0x7F...0x9F).contains(scalar.value) }
      guard json.unicodeScalars.contains(where: isControl) else { return json }
      var text = ""
      for scalar in json.unicodeScalars {
        if isControl(scalar) {
          text += "\\u00" + String(scalar.value, radix: 16)
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
      return text
    }
  }

  /// A TREC run: query, Q0, document, rank, score, tag.
  enum TREC {
    static func line(_ query: String, _ found: String, _ rank: Int, _ score: Double) -> String {
      "\(field(query)) Q0 \(field(found)) \(rank) \(score) rolefit\n"
    }

    /// A field holds no white space and no control characters.
    static func field(_ id: String) -> String {
      String(Console.printable(id).map { $0.isWhitespace ? "_" : $0 })
    }
  }

  /// CSV (RFC 4180), with cells escaped that a spreadsheet would take for formulas.
  enum CSV {
    /// A ranking, a row a match.
    static func text(_ ranking: Ranking) -> String {
      let header = [
        "rank", "role", "profile", "title", "employer", "fit", "band", "score", "coverage", "met",
        "partial", "missing", "unknown", "failed_gates",
      ]
      return ([header] + ranking.matches.map(row)).map(line).joined()
    }

    /// One match, a row a leaf.
    static func text(_ match: Match) -> String {
      let header = [
        "requirement", "section", "verdict", "contribution", "coverage", "text", "evidence",
      ]
      let rows = match.requirements.flatMap(\.leaves).map { finding in
        [
          finding.id, finding.section.rawValue, finding.verdict.rawValue,
          "\(finding.contribution)", "\(finding.coverage)", finding.text,
          finding.evidence.first?.text ?? "",
        ]
      }
      return ([header] + rows).map(line).joined()
    }

    private static func row(_ match: Match) -> [String] {
      let tally = MatchText.tally(match).map(String.init)
      let failed = match.gates.filter { $0.outcome == .fail }.map(\.gate.kind.rawValue)
      return [
        "\(match.rank)", match.role, match.profile, match.title, match.employer ?? "",
        match.fit.map { "\($0.value)" } ?? "", match.fit?.band ?? "", "\(match.score)",
        "\(match.coverage)",
      ] + tally + [failed.joined(separator: " ")]
    }

    static func line(_ cells: [String]) -> String {
      cells.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
      let text = Console.printable(text)
      let isFormula = text.first.map { "=+-@".contains($0) } ?? false
      let safe = isFormula ? "'" + text : text
      guard safe.contains(where: { ",\"".contains($0) }) else { return safe }
      return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
  }
#endif
