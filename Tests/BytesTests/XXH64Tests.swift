import Bytes
import Testing

struct XXH64Tests {
  @Test(arguments: [
    ("", 0xEF46_DB37_51D8_E999 as UInt64), ("a", 0xD24E_C4F1_A98C_6E5B),
    ("abc", 0x44BC_2CF5_AD77_0999),
    ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
  ])
  func `the checksum of a text is the published one`(text: String, expected: UInt64) {
    #expect(XXH64.hash(Array(text.utf8)) == expected)
  }

  /// The self-test of the published implementation: parts of a buffer of made-up bytes.
  @Test(arguments: [
    (0, 0 as UInt64, 0xEF46_DB37_51D8_E999 as UInt64), (0, 2_654_435_761, 0xAC75_FDA2_929B_17EF),
    (1, 0, 0xE934_A84A_DB05_2768), (1, 2_654_435_761, 0x5014_6076_43A9_B4C3),
    (4, 0, 0x9136_A0DC_A574_57EE), (14, 0, 0x8282_DCC4_994E_35C8),
    (14, 2_654_435_761, 0xC3BD_6BF6_3DEB_6DF0), (222, 0, 0xB641_AE8C_B691_C174),
    (222, 2_654_435_761, 0x20CB_8AB7_AE10_C14A),
  ])
  func `the checksum of the self-test's bytes is the published one`(
    count: Int, seed: UInt64, expected: UInt64
  ) {
    var generator: UInt64 = 2_654_435_761
    let bytes = (0..<count).map { _ in
      defer { generator &*= 11_400_714_785_074_694_797 }
      return UInt8(generator >> 56)
    }
    #expect(XXH64.hash(bytes, seed: seed) == expected)
    #expect(XXH64.hash(ByteRegion(bytes), seed: seed) == expected)
  }

  @Test func `a region has the checksum of its bytes wherever it begins`() throws {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let region = ByteRegion(bytes)
    for start in 0..<9 {
      for count in stride(from: 0, through: 290, by: 13) {
        let slice = try #require(region.slice(at: start, count: count))
        #expect(XXH64.hash(slice) == XXH64.hash(Array(bytes[start..<start + count])))
      }
    }
  }
}
