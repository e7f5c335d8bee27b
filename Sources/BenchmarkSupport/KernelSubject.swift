import Bytes
import Kernels
import TestSupport

/// The kernels of one backend over invented data, for the package in `Benchmarks` alone.
///
///     let subject = KernelSubject(backend: "avx2")!
///     subject.addLists()
///
/// The kernels are `package`, and a nested package is another one. This is the door for it; nothing else
/// should depend on the product `BenchmarkSupport`, which changes without notice. The data come from a
/// seed, and are the same for every backend.
public final class KernelSubject {
  /// The backends that this machine can run, the fastest first.
  public static var backends: [String] { Backend.all.filter(\.isSupported).map(\.name) }

  /// Numbers of bitmaps that a program adds: few as for a short query, many as for a résumé.
  public static let programs = [50, 200]

  /// Positions that `addLists` adds.
  public static let positions = lists * positionsPerList
  /// Products of `dotProducts`, and the width of their rows.
  public static let (rows, width) = (4096, 256)

  private static let (lists, positionsPerList) = (256, 512)
  private static let bitmaps = 256

  private var sums: SumBuffer
  private let region: ByteRegion
  private let bitmapBytes: ByteRegion
  private let added: [SumBuffer.List]
  private let adders: [Int: AdderProgram]
  private let weights: [UInt16]
  private let dense: ByteRegion
  private let row: [Int8]

  /// Nil where the machine has no such backend.
  public init?(backend name: String) {
    guard let backend = Backend.all.first(where: { $0.name == name && $0.isSupported }) else {
      return nil
    }
    var generator = SeededGenerator(seed: 4)
    sums = SumBuffer(backend: backend)
    dense = ByteRegion(
      (0..<Self.rows * Self.width).map { _ in UInt8.random(in: 0...255, using: &generator) })
    row = (0..<Self.width).map { _ in Int8.random(in: -127...127, using: &generator) }
    // Lists first, then a length for each vector; positions rise, as they do in an index.
    var numbers: [UInt16] = []
    for _ in 0..<Self.lists {
      numbers += (0..<Self.positionsPerList)
        .map { _ in UInt16.random(in: 0...UInt16.max, using: &generator) }.sorted()
    }
    numbers += (0..<SumBuffer.capacity).map { _ in
      UInt16.random(in: 32_768...UInt16.max, using: &generator)
    }
    region = ByteRegion(
      numbers.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
    added = (0..<Self.lists).map { number in
      SumBuffer.List(
        offset: 2 * number * Self.positionsPerList, count: Self.positionsPerList, first: number)
    }
    weights = (0..<Self.lists).map { UInt16(100 + $0) }
    bitmapBytes = ByteRegion(
      (0..<Self.bitmaps * SumBuffer.bitmapSize(SumBuffer.capacity)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      })
    adders = Dictionary(
      uniqueKeysWithValues: Self.programs.map { count in
        let bitmaps = (0..<count).map {
          AdderProgram.Bitmap(
            number: UInt32($0), weight: UInt16.random(in: 1...255, using: &generator), term: $0)
        }
        return (count, AdderProgram(bitmaps))
      })
  }

  /// Adds 256 lists of 512 positions.
  public func addLists() {
    sums.add(added, weights: weights, in: region)
  }

  /// Adds bitmaps over the 65,536 vectors of a block; `inputs` is one of `programs`.
  public func addBitmaps(inputs: Int) {
    guard let program = adders[inputs] else { preconditionFailure("\(inputs) inputs") }
    sums.add(program, in: bitmapBytes, at: 0, bitmaps: Self.bitmaps, count: SumBuffer.capacity)
  }

  /// Makes all sums zero and gives some vectors a sum: what `select` then finds.
  public func prepareSelection() {
    sums.clear(SumBuffer.capacity)
    sums.add(Array(added.prefix(2)), weights: weights, in: region)
  }

  /// Selects from the 65,536 vectors of a block, about 1% of them; returns how many.
  @discardableResult
  public func select() -> Int {
    sums.select(
      0..<SumBuffer.capacity, lengths: 2 * Self.positions, in: region, threshold: 100, margin: 0,
      allowed: nil)
  }

  /// Products of a row with `rows` others, in whole numbers of 8 bits; returns the last one.
  @discardableResult
  public func dotProducts() -> Int32 {
    sums.multiply(row, rows: 0, count: Self.rows, in: dense)
    return sums.product(Self.rows - 1)
  }
}
