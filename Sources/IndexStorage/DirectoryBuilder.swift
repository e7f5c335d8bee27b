import Bytes

/// Gathers the ids of a new segment and where their records end, for `RoleDirectory` to read.
struct DirectoryBuilder {
  private var recordEnds: [UInt64] = []
  private var idEnds: [UInt32] = []
  private var ids: [UInt8] = []
  private var checksums: [UInt64] = []

  var roles: Int { idEnds.count }

  /// Adds a role; false if the format cannot count it.
  mutating func append(_ id: String, recordEnd: Int) -> Bool {
    let bytes = Array(id.utf8)
    guard let end = UInt32(exactly: ids.count + bytes.count), roles < Int(UInt32.max) else {
      return false
    }
    ids.append(contentsOf: bytes)
    idEnds.append(end)
    recordEnds.append(UInt64(recordEnd))
    checksums.append(XXH64.hash(bytes))
    return true
  }

  /// The section, and the roles whose ids come again at a later role.
  func finish() -> (bytes: [UInt8], repeated: [Int]) {
    let order = (0..<UInt32(roles)).sorted { isBefore(Int($0), Int($1)) }
    var writer = ByteWriter()
    for end in recordEnds { writer.write(end) }
    for end in idEnds { writer.write(end) }
    for role in order { writer.write(role) }
    writer.write(ids)
    let repeated = zip(order, order.dropFirst()).filter { first, second in
      checksums[Int(first)] == checksums[Int(second)]
        && id(Int(first)).elementsEqual(id(Int(second)))
    }
    return (writer.bytes, repeated.map { Int($0.0) })
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    if checksums[first] != checksums[second] { return checksums[first] < checksums[second] }
    if id(first).elementsEqual(id(second)) { return first < second }
    return id(first).lexicographicallyPrecedes(id(second))
  }

  private func id(_ role: Int) -> ArraySlice<UInt8> {
    ids[(role == 0 ? 0 : Int(idEnds[role - 1]))..<Int(idEnds[role])]
  }
}
