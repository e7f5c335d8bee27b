import Bytes
import Testing

/// SHA-256 against the examples that accompany FIPS 180-4, and at lengths around its blocks.
@Suite struct SHA256Tests {
  private func digest(_ text: String) -> String {
    SHA256.hexadecimal(SHA256.hash(Array(text.utf8)[...]))
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the examples of the standard have their digests`(text: String, expected: String) {
    #expect(digest(text) == expected)
  }

  @Test func `a million letters have the digest of the standard`() {
    #expect(
      digest(String(repeating: "a", count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128])
  func `a slice has the digest of its bytes wherever it begins`(length: Int) {
    let bytes = (0..<length + 7).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(SHA256.hash(bytes[7...]) == SHA256.hash(Array(bytes[7...])[...]))
  }

  @Test func `lengths around a block have digests of their own`() {
    let digests = (0...130).map { SHA256.hash([UInt8](repeating: 0, count: $0)[...]) }
    #expect(Set(digests).count == digests.count)
    #expect(digests.allSatisfy { $0.count == 32 })
  }
}
