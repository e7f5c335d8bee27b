import Bytes

/// The directory of a segment: ids by role, roles by id, and where the documents lie.
///
/// It is made from bytes whose checksum was right; each number in them is still held to the bounds
/// of the file, so that no file can make a reader leave it. `IndexFormat` describes the bytes.
struct RoleDirectory: Sendable {
  private let bytes: ByteRegion
  private let ids: ByteRegion
  private let roles: Int

  /// Nil if the bytes are too few for so many roles.
  init?(_ bytes: ByteRegion, roles: Int) {
    let (start, overflows) = roles.multipliedReportingOverflow(by: 16)
    guard !overflows, let ids = bytes.slice(at: start, count: bytes.count - start) else {
      return nil
    }
    self.bytes = bytes
    self.ids = ids
    self.roles = roles
  }

  /// Where the record of a role lies in the file; nil if that makes no sense.
  func record(of role: Int) -> Range<Int>? {
    let start =
      role == 0 ? UInt64(IndexFormat.headerLength) : bytes.load(at: (role - 1) * 8)
    let end = bytes.load(at: role * 8, as: UInt64.self)
    guard start <= end, end <= UInt64(Int.max) else { return nil }
    return Int(start)..<Int(end)
  }

  /// The bytes of a role's id; nil if their place makes no sense.
  func id(of role: Int) -> ByteRegion? {
    let table = roles * 8
    let start = role == 0 ? 0 : bytes.load(at: table + (role - 1) * 4, as: UInt32.self)
    let end = bytes.load(at: table + role * 4, as: UInt32.self)
    return ids.slice(at: Int(start), count: Int(end) - Int(start))
  }

  /// The roles with this id in ascending order, removed ones included.
  ///
  /// Nil if the directory makes no sense. O(log n) ids visited.
  func find(_ id: [UInt8]) -> [Int]? {
    let checksum = XXH64.hash(id)
    var (low, high) = (0, roles)
    while low < high {
      let middle = (low + high) / 2
      guard let other = roleInOrder(middle).flatMap(self.id(of:)) else { return nil }
      if XXH64.hash(other) < checksum { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low < roles {
      guard let role = roleInOrder(low), let other = self.id(of: role) else { return nil }
      if XXH64.hash(other) != checksum { break }
      if other.array == id { found.append(role) }
      low += 1
    }
    return found
  }

  /// Whether records and ids follow each other to the end, and the order holds each role, sorted.
  ///
  /// O(n) ids visited.
  func isSound(recordsEnd: Int) -> Bool {
    var seen = RemovedRoles(roles: roles)
    var last: (checksum: UInt64, id: [UInt8], role: Int)?
    for index in 0..<roles {
      guard record(of: index) != nil, let role = roleInOrder(index), seen.insert(role),
        let id = id(of: role)?.array
      else { return false }
      let next = (checksum: XXH64.hash(id), id: id, role: role)
      if let last, !Self.isBefore(last, next) { return false }
      last = next
    }
    let idsEnd = roles == 0 ? 0 : bytes.load(at: roles * 12 - 4, as: UInt32.self)
    return record(of: roles - 1)?.upperBound == recordsEnd && Int(idsEnd) == ids.count
  }

  private static func isBefore(
    _ first: (checksum: UInt64, id: [UInt8], role: Int),
    _ second: (checksum: UInt64, id: [UInt8], role: Int)
  ) -> Bool {
    if first.checksum != second.checksum { return first.checksum < second.checksum }
    return first.id == second.id
      ? first.role < second.role : first.id.lexicographicallyPrecedes(second.id)
  }

  private func roleInOrder(_ index: Int) -> Int? {
    let role = Int(bytes.load(at: roles * 12 + index * 4, as: UInt32.self))
    return role < roles ? role : nil
  }
}
