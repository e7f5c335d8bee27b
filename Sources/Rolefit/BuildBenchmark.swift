import Bytes
import Foundation
import IndexStorage
import Indexing

/// Measures how long an index of postings takes to build, into a folder that is removed afterwards.
///
/// Two times are told apart. One is the whole: records are taken from the file, parsed to requirements,
/// weighed and written. The other is the writing alone, once more and on one thread, from vectors and
/// stored documents that are there already: what is left when the parsing of requirements is not
/// counted. The second index is made of what the first one holds, a block at a time.
package struct BuildBenchmark: Sendable {
  /// What was measured.
  package struct Report: Sendable, Codable {
    /// Seconds from the first byte of the postings to an index that would survive a power cut.
    package var buildSeconds: Double
    /// The greatest memory that the process held until then; −1 where the system does not say.
    package var buildPeakBytes: Int
    /// Bytes of vectors and directory, and of everything else: the texts, compressed or not, and ids.
    package var indexBytes, storedBytes: Int
    package var roles: Int
    /// Bytes of the texts that were read.
    package var textBytes: Int
    /// Millions of them a second.
    package var megabytesPerSecond: Double
    package var threads: Int
    /// Seconds for the same index from vectors, and of them those for blocks of vectors alone.
    package var vectorSeconds, vectorBlockSeconds: Double
    /// Millions of bytes of the same texts a second, without the parsing.
    package var vectorMegabytesPerSecond: Double
    /// The load of the machine over the last minute.
    package var load: Double

    private enum CodingKeys: String, CodingKey {
      case buildSeconds = "build_seconds", buildPeakBytes = "build_peak_bytes"
      case indexBytes = "index_bytes", storedBytes = "stored_bytes", roles
      case textBytes = "text_bytes", megabytesPerSecond = "mb_per_second", threads
      case vectorSeconds = "vector_seconds", vectorBlockSeconds = "vector_block_seconds"
      case vectorMegabytesPerSecond = "vector_mb_per_second", load
    }
  }

  private let engine: Engine
  private let threads: Int

  package init(engine: Engine, threads: Int) {
    self.engine = engine
    self.threads = threads
  }

  /// Builds an index of all that a reader gives, and once more from its vectors.
  ///
  /// - Returns: what was measured, and what was refused; no report where nothing could be read.
  package func run(
    _ reader: InputReader, progress: @escaping RoleIndex.Progress = { _ in }
  ) async throws(RoleIndexError) -> (report: Report?, refusals: [Refusal]) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rolefit-benchmark-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      return try await measure(reader, in: folder, progress)
    } catch {
      throw RoleIndexError(any: error)
    }
  }

  private func measure(
    _ reader: InputReader, in folder: String, _ progress: @escaping RoleIndex.Progress
  ) async throws -> (report: Report?, refusals: [Refusal]) {
    let path = folder + "/text.rolefit"
    let clock = ContinuousClock()
    let start = clock.now
    let (roles, refusals) = try await RoleIndex(path, engine: engine, threads: threads)
      .build(from: reader, progress: progress)
    let seconds = (clock.now - start) / .seconds(1)
    let peak = ProcessFigures.peakMemory
    guard roles > 0 else { return (nil, refusals) }
    var copy = IndexCopy(metadata: RoleIndex.metadata(of: engine))
    try copy.write(IndexFiles.open(path), to: folder + "/vectors.rolefit")
    let info = try RoleIndex.info(path)
    let speed = { Double(copy.textBytes) / 1e6 / max($0, 1e-9) }
    let report = Report(
      buildSeconds: seconds, buildPeakBytes: peak, indexBytes: info.indexBytes,
      storedBytes: info.bytes - info.indexBytes, roles: roles, textBytes: copy.textBytes,
      megabytesPerSecond: speed(seconds), threads: threads, vectorSeconds: copy.seconds,
      vectorBlockSeconds: copy.blockSeconds, vectorMegabytesPerSecond: speed(copy.seconds),
      load: ProcessFigures.load)
    return (report, refusals)
  }
}

/// Writes an index again from the vectors and documents of another one, and times the writing alone:
/// the clock stands while the old index is read.
private struct IndexCopy {
  let metadata: String
  /// Bytes of the texts.
  private(set) var textBytes = 0
  private var time = Duration.zero
  private var blockTime = Duration.zero
  private let clock = ContinuousClock()

  init(metadata: String) {
    self.metadata = metadata
  }

  var seconds: Double { time / .seconds(1) }
  var blockSeconds: Double { blockTime / .seconds(1) }

  mutating func write(_ old: IndexFiles, to folder: String) throws {
    let metadata = metadata
    let (writer, new) = try timed {
      let writer = try IndexWriter.create(folder)
      return (writer, try writer.beginSegment(metadata: metadata))
    }
    defer { writer.close() }
    do {
      for segment in old.segments {
        for number in segment.blocks.indices {
          try write(IndexBlock(segment.block(number)), to: new)
          for role in segment.blocks[number].roles { try write(role, of: segment, to: new) }
        }
      }
    } catch {
      writer.discard(new)
      throw error
    }
    try timed { try writer.commit(new) }
  }

  private mutating func write(_ block: IndexBlock, to new: SegmentWriter) throws {
    let vectors = block.vectors()
    let before = time
    try timed {
      var builder = IndexBlockBuilder(denseWidth: block.denseWidth)
      for (vector, length, row) in vectors { builder.add(vector, length: length, dense: row) }
      try new.appendBlock(builder.finish(), roles: vectors.count)
    }
    blockTime += time - before
  }

  private mutating func write(_ role: Int, of old: Segment, to new: SegmentWriter) throws {
    let bytes = try old.document(of: role).array
    let id = try old.id(of: role)
    guard let document = StoredRole.document(ByteRegion(bytes)) else {
      throw RoleIndexError.damaged(file: "a document", offset: role)
    }
    textBytes += document.text.count
    let isJudged = bytes.first == 1
    // With the making of the stored bytes, which the index from text pays for too.
    try timed {
      try new.appendDocument(id: id, StoredRole.bytes(document, isJudged: isJudged))
    }
  }

  private mutating func timed<Result>(_ body: () throws -> Result) rethrows -> Result {
    let start = clock.now
    defer { time += clock.now - start }
    return try body()
  }
}
