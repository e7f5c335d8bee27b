/// Appends little-endian numbers to bytes.
package struct ByteWriter: Sendable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ values: [UInt8]) {
    bytes.append(contentsOf: values)
  }

  package mutating func write(_ value: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  package mutating func write(_ value: Float) {
    write(value.bitPattern)
  }

  package mutating func write(_ value: Double) {
    write(value.bitPattern)
  }
}
