import Bytes
import Documents
import Indexing
import IndexStorage
import Synchronization
import Weighting

/// Where a pool's documents and vectors are: in memory, or in the files of an index.
///
/// A document is known by its position, which is that of its vector.
protocol PoolSource: Sendable {
  /// How many documents there are, without removed ones.
  var count: Int { get }
  /// One more than the last position; removed documents have one too.
  var end: Int { get }
  /// Which vectors may be found; nil for all.
  var allowed: VectorIndex.Allowed? { get }
  /// The vectors; the first call for an index checks its blocks.
  func vectors() throws(RoleIndexError) -> VectorIndex
  /// Whether the document at a position is not removed.
  func holds(_ position: Int) -> Bool
  func id(at position: Int) throws(RoleIndexError) -> String
  func document(at position: Int) throws(RoleIndexError) -> Document
  /// Whether the document at a position says enough for a fit.
  func isJudged(at position: Int) throws(RoleIndexError) -> Bool
  /// The document with an id.
  func document(_ id: String) throws(RoleIndexError) -> Document?
  /// Bytes of vectors and directory.
  var indexBytes: Int { get }
}

/// Documents in memory.
struct MemorySource: PoolSource {
  private let documents: [Document]
  private let isJudged: [Bool]
  private let index: VectorIndex

  init(documents: [Document], isJudged: [Bool], vectors: VectorIndex) {
    self.documents = documents
    self.isJudged = isJudged
    index = vectors
  }

  var count: Int { documents.count }
  var end: Int { documents.count }
  var allowed: VectorIndex.Allowed? { nil }
  var indexBytes: Int { index.byteCount }

  func vectors() -> VectorIndex { index }
  func holds(_ position: Int) -> Bool { true }
  func id(at position: Int) -> String { documents[position].id }

  func document(at position: Int) -> Document { documents[position] }
  func isJudged(at position: Int) -> Bool { isJudged[position] }
  func document(_ id: String) -> Document? { documents.first { $0.id == id } }
}

/// Documents of an index.
final class IndexedSource: PoolSource {
  private let files: IndexFiles
  /// The position of each segment's first document.
  private let starts: [Int]
  /// How many numbers the row of each role should have.
  private let width: Int
  private let opened = Mutex<VectorIndex?>(nil)
  let allowed: VectorIndex.Allowed?
  let indexBytes: Int

  init(_ folder: String, _ engine: Engine) throws(RoleIndexError) {
    do {
      files = try IndexFiles.open(folder)
    } catch {
      throw RoleIndexError(error)
    }
    try RoleIndex.requireIdentity(files, engine)
    var starts: [Int] = []
    var position = 0
    for segment in files.segments {
      starts.append(position)
      position += segment.roles
    }
    self.starts = starts
    width = engine.knowledge.tables.width
    allowed = Self.allowed(files.segments)
    indexBytes = files.segments.reduce(0) { $0 + $1.blocks.reduce(0) { $0 + $1.length } }
  }

  /// A bit for each role that is not removed; nil where none is.
  private static func allowed(_ segments: [Segment]) -> VectorIndex.Allowed? {
    guard segments.contains(where: { $0.removed.count > 0 }) else { return nil }
    return segments.flatMap { segment in
      segment.blocks.map { block -> [UInt8]? in
        guard segment.removed.count > 0 else { return nil }
        var bits = [UInt8](repeating: 0, count: (block.roles.count + 63) / 64 * 8)
        for (index, role) in block.roles.enumerated() where !segment.removed.contains(role) {
          bits[index / 8] |= 1 << UInt8(index % 8)
        }
        return bits
      }
    }
  }

  var count: Int { files.roles }
  var end: Int { files.segments.reduce(0) { $0 + $1.roles } }

  func vectors() throws(RoleIndexError) -> VectorIndex {
    if let index = opened.withLock({ $0 }) { return index }
    var blocks: [IndexBlock] = []
    do {
      for segment in files.segments {
        for number in segment.blocks.indices {
          let block = try IndexBlock(segment.block(number))
          guard block.count == segment.blocks[number].roles.count, block.denseWidth == width
          else {
            throw IndexBlock.Failure.malformed
          }
          blocks.append(block)
        }
      }
    } catch {
      throw RoleIndexError(any: error)
    }
    let index = VectorIndex(blocks)
    opened.withLock { $0 = index }
    return index
  }

  func holds(_ position: Int) -> Bool {
    let (segment, role) = place(position)
    return !segment.removed.contains(role)
  }

  func id(at position: Int) throws(RoleIndexError) -> String {
    let (segment, role) = place(position)
    do {
      return try segment.id(of: role)
    } catch {
      throw RoleIndexError(error)
    }
  }

  func document(at position: Int) throws(RoleIndexError) -> Document {
    let (segment, role) = place(position)
    return try Self.read(segment, role)
  }

  func isJudged(at position: Int) throws(RoleIndexError) -> Bool {
    let (segment, role) = place(position)
    return StoredRole.isJudged(try Self.bytes(segment, role))
  }

  func document(_ id: String) throws(RoleIndexError) -> Document? {
    do {
      guard let place = try files.find(id) else { return nil }
      return try Self.read(files.segments[place.segment], place.role)
    } catch {
      throw RoleIndexError(any: error)
    }
  }

  private static func read(_ segment: Segment, _ role: Int) throws(RoleIndexError) -> Document {
    guard let document = StoredRole.document(try bytes(segment, role)) else {
      throw .damaged(file: "a document", offset: role)
    }
    return document
  }

  private static func bytes(_ segment: Segment, _ role: Int) throws(RoleIndexError) -> ByteRegion {
    do {
      return try segment.document(of: role)
    } catch {
      throw RoleIndexError(error)
    }
  }

  private func place(_ position: Int) -> (segment: Segment, role: Int) {
    let index = (starts.firstIndex { $0 > position } ?? starts.count) - 1
    return (files.segments[index], position - starts[index])
  }
}
