package import Documents
import Tokenization

/// Measures how fast text becomes words, stems and term ids, on one core.
package struct TokenizerBenchmark {
  /// What was measured.
  package struct Report: Sendable, Codable {
    /// Bytes read in a round.
    package var bytes: Int
    /// Tokens found in a round.
    package var tokens: Int
    /// Distinct rounds that were timed.
    package var rounds: Int
    /// Millions of bytes a second, the median of the rounds.
    package var megabytesPerSecond: Double
    /// The same, the slowest and the fastest round.
    package var slowest, fastest: Double

    private enum CodingKeys: String, CodingKey {
      case bytes, tokens, rounds, megabytesPerSecond = "mb_per_second", slowest, fastest
    }
  }

  private let engine: Engine

  package init(engine: Engine) {
    self.engine = engine
  }

  /// Tokenizes all documents `rounds` times with one tokenizer, after a round that is not counted.
  ///
  /// What is timed gives words, stems and ids; bigrams are looked up later, where they are needed.
  package func run(_ documents: [Document], rounds: Int) -> Report {
    precondition(rounds >= 1, "\(rounds) rounds")
    var tokenizer = Tokenizer(lexicon: engine.knowledge.lexicon)
    let texts = documents.map { ($0.text, $0.lines.map(\.span)) }
    let bytes = texts.reduce(0) { $0 + $1.0.count }
    var tokens = 0
    var speeds: [Double] = []
    let clock = ContinuousClock()
    for round in 0...rounds {
      tokens = 0
      let time = clock.measure {
        for (text, lines) in texts { tokens += tokenizer.tokenize(text, lines: lines).tokens.count }
      }
      let seconds = time / .seconds(1)
      if round > 0 { speeds.append(Double(bytes) / 1e6 / max(seconds, 1e-9)) }
    }
    speeds.sort()
    return Report(
      bytes: bytes, tokens: tokens, rounds: rounds, megabytesPerSecond: speeds[speeds.count / 2],
      slowest: speeds[0], fastest: speeds[speeds.count - 1])
  }
}
