import Bytes
import Testing

struct ByteRegionTests {
  let bytes = (0..<200).map { UInt8($0) }

  @Test func `a region has the bytes it was made of`() {
    let region = ByteRegion(bytes)
    #expect(region.count == 200)
    #expect(region.array == bytes)
    #expect(ByteRegion([]).array.isEmpty)
    #expect(region[199] == 199)
  }

  @Test func `numbers are little-endian and need no alignment`() {
    let region = ByteRegion(bytes)
    #expect(region.load(at: 1, as: UInt16.self) == 0x0201)
    #expect(region.load(at: 3, as: UInt32.self) == 0x0605_0403)
    #expect(region.load(at: 192, as: UInt64.self) == 0xC7C6_C5C4_C3C2_C1C0)
  }

  @Test func `a slice is a window on the same bytes`() throws {
    let slice = try #require(ByteRegion(bytes).slice(at: 64, count: 100))
    #expect(slice.array == Array(bytes[64..<164]))
    #expect(try #require(slice.slice(at: 10, count: 2)).array == [74, 75])
    #expect(slice.slice(at: 100, count: 0)?.count == 0)
  }

  @Test(arguments: [(-1, 1), (0, 201), (200, 1), (201, 0), (1, Int.max), (Int.max, 1), (5, -1)])
  func `there is no slice beyond the bytes`(offset: Int, count: Int) {
    #expect(ByteRegion(bytes).slice(at: offset, count: count) == nil)
  }

  @Test(arguments: [-1, 193, 200, Int.max])
  func `a number beyond the bytes is a programmer's mistake`(offset: Int) async {
    await #expect(processExitsWith: .failure) { [offset = offset as Int] in
      _ = ByteRegion((0..<200).map { UInt8($0) }).load(at: offset, as: UInt64.self)
    }
  }

  @Test func `the first byte is aligned to 64`() {
    for count in [0, 1, 63, 64, 65, 5000] {
      let region = ByteRegion([UInt8](repeating: 1, count: count))
      // Only the number of the address is used.
      let address = unsafe region.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
      #expect(address % 64 == 0)
    }
  }
}
