/// Reads little-endian numbers from bytes, and never past their end.
package struct ByteReader: Sendable {
  private let bytes: [UInt8]
  /// The position of the next byte.
  package private(set) var offset: Int

  package init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// How many bytes are left.
  package var remaining: Int { bytes.count - offset }

  package mutating func read<Value: FixedWidthInteger & UnsignedInteger>(
    _: Value.Type = Value.self
  ) throws(ByteError) -> Value {
    let width = Value.bitWidth / 8
    try require(width)
    var value: Value = 0
    for index in (0..<width).reversed() {
      value = value << 8 | Value(bytes[offset + index])
    }
    offset += width
    return value
  }

  package mutating func readFloat() throws(ByteError) -> Float {
    Float(bitPattern: try read())
  }

  package mutating func readDouble() throws(ByteError) -> Double {
    Double(bitPattern: try read())
  }

  package mutating func readBytes(_ count: Int) throws(ByteError) -> [UInt8] {
    try require(count)
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  /// Checks that `count` items of `width` bytes are there, before anything is allocated for them.
  package func require(_ count: Int, width: Int = 1) throws(ByteError) {
    let (size, overflows) = count.multipliedReportingOverflow(by: width)
    guard !overflows, size >= 0, size <= remaining else {
      throw ByteError.truncated(offset: offset, wanted: overflows ? .max : size, left: remaining)
    }
  }
}

/// What can be wrong with bytes that are read.
package enum ByteError: Error, Equatable {
  /// The bytes end before what should stand at `offset`.
  case truncated(offset: Int, wanted: Int, left: Int)
}
