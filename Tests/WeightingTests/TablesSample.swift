import Bytes
import Tokenization

/// A small file of trained tables: three terms, two dimensions of each kind, two centroids a bank.
enum TablesSample {
  static let nurse = Term(key: 10)
  static let ward = Term(key: 20)
  static let weld = Term(key: 30)

  static func content() -> [UInt8] {
    var writer = ByteWriter()
    for count in [3, 2, 2, 2, 2, 0] { writer.write(UInt32(count)) }
    // λ, K, γ, idf of other letters, units of a role and of a profile.
    for number in [0.5, 2, 0.25, 4, 1.0 / 128, 1.0 / 256, 0, 0] { writer.write(Float(number)) }
    for _ in 0..<2 {
      writer.write(UInt32(2))
      writer.write(UInt32(1))
      writer.write(Float(0.5))
      writer.write(Float(0.25))
    }
    for term in [nurse, ward, weld] { writer.write(term.key) }
    for scale in [1, 1, 2] { writer.write(Float(scale)) }
    // 2^20 a unit of weight.
    for _ in 0..<3 { writer.write(Float(1_048_576)) }
    write([3, 4, 4, 3, -4, 3], to: &writer)
    write([1, 0, 0, 1, -1, 0], to: &writer)
    write([1, 0, 0, 1], to: &writer)
    write([-1, 0, 1, 1], to: &writer)
    for group in ["it  ", "nurs"] { writer.write(number(group)) }
    for idf in [3, 2] { writer.write(Float(idf)) }
    return writer.bytes
  }

  /// A group of letters as a number.
  static func number(_ group: String) -> UInt32 {
    group.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func write(_ numbers: [Int8], to writer: inout ByteWriter) {
    writer.write(numbers.map { UInt8(bitPattern: $0) })
  }

  /// A file with this content and its hash.
  static func file(_ content: [UInt8] = content(), version: UInt16 = 1) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(Array("ROLEFITM".utf8))
    writer.write(version)
    writer.write(UInt16(0))
    writer.write(SHA256.hash(content[...]))
    writer.write(content)
    return writer.bytes
  }
}
