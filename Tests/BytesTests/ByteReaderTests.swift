import Bytes
import Testing

/// What is written is read again; what is not there is an error with its position.
@Suite struct ByteReaderTests {
  @Test func `numbers are little-endian`() {
    var writer = ByteWriter()
    writer.write(UInt8(0x01))
    writer.write(UInt16(0x0203))
    writer.write(UInt32(0x0405_0607))
    writer.write(UInt64(0x0809_0A0B_0C0D_0E0F))
    writer.write(Float(1))
    writer.write([0xAA, 0xBB])
    #expect(
      writer.bytes == [
        0x01, 0x03, 0x02, 0x07, 0x06, 0x05, 0x04, 0x0F, 0x0E, 0x0D, 0x0C, 0x0B, 0x0A, 0x09, 0x08,
        0, 0, 0x80, 0x3F, 0xAA, 0xBB,
      ])
  }

  @Test(arguments: [0.0, -0.0, 1.5, .infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude])
  func `a number of floating point keeps its bits`(value: Double) throws {
    var writer = ByteWriter()
    writer.write(value)
    writer.write(Float(value))
    var reader = ByteReader(writer.bytes)
    #expect(try reader.readDouble().bitPattern == value.bitPattern)
    #expect(try reader.readFloat().bitPattern == Float(value).bitPattern)
    #expect(reader.remaining == 0)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `what was written is read again`(seed: UInt64) throws {
    var state = seed
    let values: [UInt64] = (0..<100).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
    var writer = ByteWriter()
    for value in values {
      writer.write(value)
      writer.write(UInt32(truncatingIfNeeded: value))
      writer.write(UInt16(truncatingIfNeeded: value))
    }
    var reader = ByteReader(writer.bytes)
    for value in values {
      #expect(try reader.read() == value, "seed \(seed)")
      #expect(try reader.read() == UInt32(truncatingIfNeeded: value), "seed \(seed)")
      #expect(try reader.read() == UInt16(truncatingIfNeeded: value), "seed \(seed)")
    }
    #expect(reader.remaining == 0)
  }

  @Test(arguments: 0..<8)
  func `a number cut off is truncated at its own position`(length: Int) {
    var reader = ByteReader([9, 9] + [UInt8](repeating: 0, count: length), at: 2)
    #expect(throws: ByteError.truncated(offset: 2, wanted: 8, left: length)) {
      _ = try reader.read(UInt64.self)
    }
    #expect(reader.offset == 2)
  }

  @Test func `bytes beyond the end are truncated and nothing is consumed`() throws {
    var reader = ByteReader([1, 2, 3])
    #expect(try reader.readBytes(2) == [1, 2])
    #expect(throws: ByteError.truncated(offset: 2, wanted: 2, left: 1)) {
      _ = try reader.readBytes(2)
    }
    #expect(try reader.readBytes(1) == [3])
    #expect(try reader.readBytes(0) == [])
  }

  @Test func `a size that overflows is truncated and not trapped`() {
    let reader = ByteReader([1, 2, 3])
    #expect(throws: ByteError.truncated(offset: 0, wanted: .max, left: 3)) {
      try reader.require(.max, width: 8)
    }
  }

  @Test func `a negative count is truncated and not trapped`() {
    var reader = ByteReader([1, 2, 3])
    #expect(throws: ByteError.truncated(offset: 0, wanted: -1, left: 3)) {
      _ = try reader.readBytes(-1)
    }
  }
}
