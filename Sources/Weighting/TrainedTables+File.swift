import Bytes

/// What is wrong with a file of trained tables.
package enum TablesError: Error, Equatable {
  /// It does not begin as one.
  case notTables
  /// Its version is none that this engine reads.
  case version(Int)
  /// It is shorter or longer than its header says.
  case size(expected: Int, found: Int)
  /// Its content is not what its hash was taken of.
  case hashDiffers
  /// A number of its header is impossible.
  case malformed
}

extension TrainedTables {
  private static let magic = Array("ROLEFITM".utf8)
  private static let version = 1
  private static let content = 44
  private static let banksAt = 100

  /// Reads a file; its tables stay as they are and are looked up in place.
  ///
  /// - Parameter isTrusted: whether to leave the hash unchecked, for the file that is compiled in and
  ///   that a test verifies.
  package init(file: [UInt8], isTrusted: Bool = false) throws(TablesError) {
    guard file.count >= Self.banksAt, file.starts(with: Self.magic) else { throw .notTables }
    let region = ByteRegion(file)
    guard Int(region.u16(at: 8)) == Self.version else { throw .version(Int(region.u16(at: 8))) }
    let digest = Array(file[12..<Self.content])
    if !isTrusted, SHA256.hash(file[Self.content...]) != digest { throw .hashDiffers }
    self.init(
      hash: SHA256.hexadecimal(digest), parts: .all, region: region,
      layout: try Self.layout(region))
  }

  private static func layout(_ region: ByteRegion) throws(TablesError) -> Layout {
    let count = { (index: Int) in Int(region.u32(at: content + 4 * index)) }
    let number = { (offset: Int) in Double(Float(bitPattern: region.u32(at: offset))) }
    let weights = (0..<6).map { number(68 + 4 * $0) }
    var layout = Layout(
      termCount: count(0), dimensions: count(1), bankDimensions: count(2), letterCount: count(4),
      vectorWeight: weights[0], balance: weights[1], letterWeight: weights[2],
      unseenLetters: weights[3], roleUnit: weights[4], profileUnit: weights[5])
    guard weights.allSatisfy({ $0.isFinite && $0 > 0 }), count(3) == 2,
      (1...256).contains(layout.dimensions + layout.bankDimensions),
      layout.termCount < 1 << 24, layout.letterCount < 1 << 24
    else { throw .malformed }
    var offset = banksAt
    for part in [ModelParts.resumes, .lists] {
      guard offset + 16 <= region.count else { throw .malformed }
      let bank = Bank(
        part: part, count: Int(region.u32(at: offset)), nearest: Int(region.u32(at: offset + 4)),
        weight: number(offset + 8), unit: number(offset + 12))
      guard bank.count < 1 << 20, (1...max(1, bank.count)).contains(bank.nearest),
        bank.weight.isFinite, bank.unit.isFinite
      else { throw .malformed }
      layout.banks.append(bank)
      offset += 16
    }
    place(&layout, from: offset)
    guard layout.end == region.count else {
      throw .size(expected: layout.end, found: region.count)
    }
    return layout
  }

  /// Sets where the tables begin.
  private static func place(_ layout: inout Layout, from start: Int) {
    var offset = start
    let take = { (size: Int) -> Int in
      defer { offset += size }
      return offset
    }
    layout.keys = take(8 * layout.termCount)
    layout.vectorScales = take(4 * layout.termCount)
    layout.bankScales = take(4 * layout.termCount)
    layout.vectors = take(layout.dimensions * layout.termCount)
    layout.bankRows = take(layout.bankDimensions * layout.termCount)
    for index in layout.banks.indices {
      layout.banks[index].rows = take(layout.bankDimensions * layout.banks[index].count)
    }
    layout.letters = take(4 * layout.letterCount)
    layout.letterIDF = take(4 * layout.letterCount)
    layout.end = offset
  }
}
