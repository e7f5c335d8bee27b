package import Documents
import Roles
import Tokenization

/// Measures how fast postings are read, on one core.
package struct ThroughputBenchmark {
  /// How far the text is taken.
  package enum Stage: String, Sendable, Codable {
    /// Text to words, stems and term ids; bigrams are looked up later, where they are needed.
    case tokenize
    /// Text to a role: the tokens, and title, facts, gates, requirements and what is left out.
    case parse
  }

  /// What was measured.
  package struct Report: Sendable, Codable {
    /// What was done to the text.
    package var stage: Stage
    /// Bytes read in a round.
    package var bytes: Int
    /// Tokens or leaves of requirements found in a round.
    package var found: Int
    /// Rounds that were timed.
    package var rounds: Int
    /// Millions of bytes a second, the median of the rounds.
    package var megabytesPerSecond: Double
    /// The same, the slowest and the fastest round.
    package var slowest, fastest: Double

    private enum CodingKeys: String, CodingKey {
      case stage, bytes, found, rounds, megabytesPerSecond = "mb_per_second", slowest, fastest
    }
  }

  private let engine: Engine

  package init(engine: Engine) {
    self.engine = engine
  }

  /// Reads all documents `rounds` times with one reader, after a round that is not counted.
  package func run(_ stage: Stage, _ documents: [Document], rounds: Int) -> Report {
    precondition(rounds >= 1, "\(rounds) rounds")
    var tokenizer = Tokenizer(lexicon: engine.knowledge.lexicon)
    var reader = RoleReader(knowledge: engine.knowledge)
    var found = 0
    var speeds: [Double] = []
    let bytes = documents.reduce(0) { $0 + $1.text.count }
    let clock = ContinuousClock()
    for round in 0...rounds {
      found = 0
      let time = clock.measure {
        for document in documents {
          switch stage {
          case .tokenize:
            let lines = document.lines.map(\.span)
            found += tokenizer.tokenize(document.text, lines: lines).tokens.count
          case .parse:
            found += reader.read(document).role.leaves.count
          }
        }
      }
      let seconds = time / .seconds(1)
      if round > 0 { speeds.append(Double(bytes) / 1e6 / max(seconds, 1e-9)) }
    }
    speeds.sort()
    return Report(
      stage: stage, bytes: bytes, found: found, rounds: rounds,
      megabytesPerSecond: speeds[speeds.count / 2], slowest: speeds[0],
      fastest: speeds[speeds.count - 1])
  }
}
