import Bytes
import Testing

struct XXH64Tests {
  /// Vectors of the published algorithm: the empty text, short and long texts.
  @Test(arguments: [
    ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
    ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ("xxhash", 0x32DD_38952C4BC720 as UInt64),
  ])
  func `the checksum of a text is the published one`(text: String, expected: UInt64) {
    #expect(XXH64.hash(Array(text.utf8)) == expected)
  }
}
