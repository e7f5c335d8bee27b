/// Appends little-endian numbers to bytes.
package struct ByteWriter: Sendable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Makes room for so many bytes.
  package mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
  }

  package mutating func write(_ values: [UInt8]) {
    bytes.append(contentsOf: values)
  }

  // One function a width: in other modules a generic one would not be specialised.

  package mutating func write(_ value: UInt8) { append(value) }
  package mutating func write(_ value: UInt16) { append(value) }
  package mutating func write(_ value: UInt32) { append(value) }
  package mutating func write(_ value: UInt64) { append(value) }
  package mutating func write(_ value: Float) { append(value.bitPattern) }
  package mutating func write(_ value: Double) { append(value.bitPattern) }

  @inline(__always)
  private mutating func append(_ value: some FixedWidthInteger) {
    // The array copies the bytes of the number while the pointer is valid.
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
