import Documents
import Foundation
import Matching
import Resources
import Tokenization
import Weighting

/// Builds a background from corpora of NDJSON.
///
/// Reads every corpus five times, so that memory does not grow with its size: two passes learn
/// compounds and recurring lines, two count terms, and the last takes the mean norms of roles and
/// profiles as this engine reads them.
public struct BackgroundTool {
  /// A corpus and which side of a match it is of.
  public struct Corpus: Sendable {
    /// The file.
    public let path: String
    /// Whether it holds postings or résumés.
    public let side: Pool.Side

    /// A corpus.
    public init(path: String, side: Pool.Side) {
      self.path = path
      self.side = side
    }
  }

  /// What was built.
  public struct Report: Sendable {
    /// The file's bytes.
    public let file: [UInt8]
    /// How many documents each corpus held.
    public let documents: [Int]
    /// How many terms, compounds and lines were kept.
    public let terms, compounds, lines: Int
    /// The mean norm of each side.
    public let roleNorm, profileNorm: Double
    /// What could not be read.
    public let refusals: [Refusal]
  }

  private let corpora: [Corpus]
  private let progress: (String) -> Void

  /// A tool over corpora that weigh the same, whatever their sizes.
  ///
  /// - Parameter progress: is told what is being done.
  public init(corpora: [Corpus], progress: @escaping (String) -> Void = { _ in }) {
    self.corpora = corpora
    self.progress = progress
  }

  /// Counts the background.
  ///
  /// - Throws: `EngineError` where the compiled-in data cannot be read.
  public func build() throws -> Report {
    let aliases = try AliasTable(Resource.named("aliases.txt").text)
    var builder = BackgroundBuilder(corpora: corpora.count, aliases: aliases) { log($0) }
    var refusals: [Refusal] = []
    var counts: [Int] = []
    for (number, pass) in BackgroundBuilder.Pass.allCases.enumerated() {
      builder.begin(pass)
      counts = []
      for (index, corpus) in corpora.enumerated() {
        progress("pass \(number + 1) of 5: \(corpus.path)")
        var count = 0
        forEachDocument(of: corpus) { document in
          builder.add(document.text, corpus: index)
          count += 1
        } refused: {
          if number == 0 { refusals.append($0) }
        }
        counts.append(count)
      }
    }
    var content = builder.content()
    content.meanNorms = try meanNorms(of: content)
    return Report(
      file: content.file(), documents: counts, terms: content.terms.count,
      compounds: content.compounds.count, lines: content.lines.count,
      roleNorm: content.meanNorms.role, profileNorm: content.meanNorms.profile,
      refusals: refusals)
  }

  /// The mean norm of each side, its corpora weighing the same.
  private func meanNorms(of content: BackgroundContent) throws -> Background.MeanNorms {
    let engine = try Engine(background: content.file())
    var means: [Pool.Side: [Double]] = [:]
    for corpus in corpora {
      progress("pass 5 of 5: \(corpus.path)")
      var (sum, count) = (0.0, 0)
      let reader = VectorReader(engine: engine, side: corpus.side)
      var batch: [Document] = []
      let flush = {
        for read in reader.read(batch) where !read.vector.isEmpty {
          sum += read.vector.terms.norm
          count += 1
        }
        batch = []
      }
      forEachDocument(of: corpus) { document in
        batch.append(document)
        if batch.count == 256 { flush() }
      } refused: { _ in
      }
      flush()
      if count > 0 { means[corpus.side, default: []].append(sum / Double(count)) }
    }
    let mean = { (side: Pool.Side) in
      means[side].map { $0.reduce(0, +) / Double($0.count) } ?? 1
    }
    return Background.MeanNorms(role: mean(.roles), profile: mean(.profiles))
  }

  private func forEachDocument(
    of corpus: Corpus, _ body: (Document) -> Void, refused: (Refusal) -> Void
  ) {
    var reader = InputReader(path: corpus.path)
    while let next = reader.next() {
      switch next {
      case .success(let document): body(document)
      case .failure(let refusal): refused(refusal)
      }
    }
  }
}
