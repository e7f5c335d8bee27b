import Bytes
import IndexStorage
import Indexing
import Tokenization
import Weighting

/// Blocks and files of an index, as an accident or a forger leaves them.
enum IndexTargets {
  // MARK: - Blocks

  static func openBlock(_ bytes: [UInt8]) -> Bool {
    guard let block = try? IndexBlock(ByteRegion(bytes)) else { return false }
    // A damaged head may promise more vectors than the bytes give any reason to read one by one.
    let vectors = block.vectors()
    require(vectors.count == block.count, "\(vectors.count) of \(block.count) vectors")
    search(block, for: vectors.map(\.vector))
    var builder = IndexBlockBuilder(denseWidth: block.denseWidth)
    for entry in vectors {
      // As compaction does; what it writes opens.
      builder.add(entry.vector, length: entry.length, dense: entry.dense)
    }
    require((try? IndexBlock(ByteRegion(builder.finish())))?.count == block.count, "a new block")
    return true
  }

  private static func search(_ block: IndexBlock, for vectors: [TermVector]) {
    let index = VectorIndex([block])
    let found = vectors.first { !$0.isEmpty && $0.norm.isFinite } ?? seedQuery
    // A search clears room for the greatest block, so both go at once.
    let queries = [found, seedQuery].map { VectorIndex.Query(vector: $0, length: 1.5) }
    for hits in index.search(queries, top: 2).hits {
      require(hits.allSatisfy { $0.position < block.count }, "a hit beyond")
    }
    require(index.dotProducts(with: seedQuery).count == block.count, "products")
    for term in seedQuery.terms { _ = index.documentFrequency(of: term) }
  }

  /// The terms of the seeds, so that their lists are searched even where reading them back fails.
  private static let seedQuery: TermVector = {
    let terms = (0..<3).map { Term(key: UInt64($0 + 1) &* 0x9E37_79B9_7F4A_7C15) }.sorted()
    return TermVector(terms: terms, weights: terms.map { Double($0.key % 5 + 1) })
  }()

  // MARK: - Files

  /// Opens an index as it is, and with the checksums of a forger.
  ///
  /// The bytes are the manifest, then the file of blocks, then that of documents, the first two behind
  /// their length (2 bytes).
  static func openIndex(_ bytes: [UInt8]) -> Bool {
    var reader = ByteReader(bytes)
    guard let manifest = try? part(&reader), let blocks = try? part(&reader),
      let documents = try? reader.readBytes(reader.remaining)
    else { return false }
    let files = MemoryFiles(manifest: manifest, blocks: blocks, documents: documents)
    let isWhole = open(files)
    return open(files.sealed()) || isWhole
  }

  private static func part(_ reader: inout ByteReader) throws(ByteError) -> [UInt8] {
    try reader.readBytes(Int(try reader.read(UInt16.self)))
  }

  /// Reads all that an index gives; says whether it is whole.
  private static func open(_ files: MemoryFiles) -> Bool {
    let damages = (try? IndexVerification.verify("i", in: files))?.damages
    guard let index = try? IndexFiles.open("i", in: files) else {
      require(damages?.isEmpty != true, "a whole index that does not open")
      return false
    }
    for segment in index.segments {
      for number in segment.blocks.indices { _ = try? segment.block(number) }
      // Checksums are right for any number of roles, so only the first are read.
      for role in 0..<min(segment.roles, 64) {
        _ = try? segment.document(of: role)
        guard let id = try? segment.id(of: role), !segment.removed.contains(role) else { continue }
        let found = try? segment.find(id)
        require(damages?.isEmpty != true || found != nil, "an id that is not found")
      }
    }
    _ = try? index.find("nurse-7")
    return damages?.isEmpty == true
  }
}
