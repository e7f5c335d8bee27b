import Bytes

/// Which roles of a segment are removed: a bit a role, none where no role is.
///
/// Invariant: `words` is empty if `count` is 0; otherwise it has a bit for each of the roles, and
/// `count` of them are set, none beyond the last role.
package struct RemovedRoles: Equatable, Sendable {
  /// How many roles the segment has.
  package let roles: Int
  /// How many of them are removed.
  package private(set) var count = 0
  /// The bits, role 0 in the lowest of the first word.
  package private(set) var words: [UInt64] = []

  init(roles: Int) {
    self.roles = roles
  }

  /// Reads the bits from the start of `region`; nil if there are others than `count` for `roles`.
  init?(roles: Int, count: Int, _ region: ByteRegion) {
    let wordCount = Self.wordCount(roles: roles)
    guard count > 0, region.count >= wordCount * 8 else { return nil }
    self.roles = roles
    self.count = count
    words = (0..<wordCount).map { region.load(at: $0 * 8) }
    let beyond = roles % 64 == 0 ? 0 : words[wordCount - 1] >> UInt64(roles % 64)
    guard words.reduce(0, { $0 + $1.nonzeroBitCount }) == count, beyond == 0 else { return nil }
  }

  static func wordCount(roles: Int) -> Int { (roles + 63) / 64 }

  package func contains(_ role: Int) -> Bool {
    precondition(role >= 0 && role < roles, "role \(role) of \(roles)")
    return count > 0 && words[role / 64] >> UInt64(role % 64) & 1 == 1
  }

  /// Marks a role as removed; says whether it was not.
  @discardableResult
  mutating func insert(_ role: Int) -> Bool {
    if contains(role) { return false }
    if words.isEmpty { words = Array(repeating: 0, count: Self.wordCount(roles: roles)) }
    words[role / 64] |= 1 << UInt64(role % 64)
    count += 1
    return true
  }
}
