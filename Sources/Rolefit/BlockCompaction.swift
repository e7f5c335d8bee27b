import Bytes
import Indexing
import IndexStorage

/// New blocks over the roles that stay when an index is compacted.
enum BlockCompaction {
  static func rebuild(
    _ blocks: [KeptBlock], _ emit: (ByteRegion, Int) throws -> Void
  ) throws {
    var builder = IndexBlockBuilder()
    var width = 0
    for kept in blocks {
      // What the files say of damage goes up as it is: it names the file and the place.
      let bytes = try kept.bytes()
      let block = try IndexBlock(bytes)
      for (vector, entry) in block.vectors().enumerated() where kept.keeps(vector) {
        if builder.isFull {
          let count = builder.count
          try emit(ByteRegion(builder.finish()), count)
          builder = IndexBlockBuilder()
        }
        guard builder.count == 0 || block.denseWidth == width else {
          throw IndexBlock.Failure.malformed
        }
        width = block.denseWidth
        if builder.count == 0 { builder = IndexBlockBuilder(denseWidth: block.denseWidth) }
        builder.add(entry.vector, length: entry.length, dense: entry.dense)
      }
    }
    if builder.count > 0 {
      let count = builder.count
      try emit(ByteRegion(builder.finish()), count)
    }
  }
}
