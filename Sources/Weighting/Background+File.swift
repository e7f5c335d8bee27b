package import Bytes
package import Tokenization

/// What is wrong with a background file.
package enum BackgroundError: Error, Equatable {
  /// It does not begin as one.
  case notABackground
  /// Its version is none that this engine reads.
  case version(Int)
  /// It ends too early.
  case truncated(ByteError)
  /// Its content is not what its hash was taken of.
  case hashDiffers
  /// A list is not sorted, or a number is not finite.
  case malformed
}

extension Background {
  private static let magic = Array("ROLEFITB".utf8)
  private static let version: UInt16 = 1
  private static let headerLength = 44

  /// Reads a file.
  ///
  /// - Parameter isTrusted: whether to leave the hash unchecked, for the file that is compiled in
  ///   and that a test verifies.
  package init(file: [UInt8], isTrusted: Bool = false) throws(BackgroundError) {
    guard file.starts(with: Self.magic) else { throw .notABackground }
    do {
      var reader = ByteReader(file, at: Self.magic.count)
      let version: UInt16 = try reader.read()
      guard version == Self.version else { throw BackgroundError.version(Int(version)) }
      _ = try reader.read(UInt16.self)
      let digest = try reader.readBytes(32)
      if !isTrusted, SHA256.hash(file[Self.headerLength...]) != digest {
        throw BackgroundError.hashDiffers
      }
      self = try Self(content: &reader, hash: SHA256.hexadecimal(digest))
    } catch let error as ByteError {
      throw .truncated(error)
    } catch let error as BackgroundError {
      throw error
    } catch {
      throw .malformed
    }
  }

  private init(content reader: inout ByteReader, hash: String) throws {
    let norms = MeanNorms(role: try reader.readDouble(), profile: try reader.readDouble())
    guard norms.role.isFinite, norms.profile.isFinite, norms.role > 0, norms.profile > 0 else {
      throw BackgroundError.malformed
    }
    let counts = try (0..<4).map { _ in Int(try reader.read(UInt32.self)) }
    let termKeys = try Self.keys(counts[0], from: &reader)
    try reader.require(counts[0], width: 4)
    let values = try (0..<counts[0]).map { _ in try reader.readFloat() }
    guard values.allSatisfy(\.isFinite) else { throw BackgroundError.malformed }
    let compoundKeys = try Self.keys(counts[1], from: &reader)
    var splits: [Term: CompoundTable.Split] = [:]
    for key in compoundKeys {
      let pair = try reader.readBytes(2)
      splits[Term(key: key)] = CompoundTable.Split(first: pair[0], second: pair[1])
    }
    let lines = try Self.keys(counts[2], from: &reader)
    self.init(
      hash: hash, meanNorms: norms, terms: FrozenTable(keys: termKeys, values: values),
      compounds: CompoundTable(splits), lines: Set(lines))
  }

  private static func keys(_ count: Int, from reader: inout ByteReader) throws -> [UInt64] {
    try reader.require(count, width: 8)
    var keys: [UInt64] = []
    keys.reserveCapacity(count)
    for _ in 0..<count { keys.append(try reader.read()) }
    guard zip(keys, keys.dropFirst()).allSatisfy(<) else { throw BackgroundError.malformed }
    return keys
  }
}

/// The content of a background, as it is counted and written.
package struct BackgroundContent: Sendable {
  package var meanNorms = Background.MeanNorms(role: 1, profile: 1)
  package var terms: [(term: Term, idf: Float)] = []
  package var compounds: [(joined: Term, split: CompoundTable.Split)] = []
  package var lines: [UInt64] = []

  package init() {}

  /// The file, in the format that `Background` describes.
  package func file() -> [UInt8] {
    var content = ByteWriter()
    content.write(meanNorms.role)
    content.write(meanNorms.profile)
    for count in [terms.count, compounds.count, lines.count, 0] { content.write(UInt32(count)) }
    let terms = terms.sorted { $0.term < $1.term }
    for entry in terms { content.write(entry.term.key) }
    for entry in terms { content.write(entry.idf) }
    let compounds = compounds.sorted { $0.joined < $1.joined }
    for entry in compounds { content.write(entry.joined.key) }
    for entry in compounds { content.write([entry.split.first, entry.split.second]) }
    for line in lines.sorted() { content.write(line) }
    var file = ByteWriter()
    file.write(Array("ROLEFITB".utf8))
    file.write(UInt16(1))
    file.write(UInt16(0))
    file.write(SHA256.hash(content.bytes[...]))
    file.write(content.bytes)
    return file.bytes
  }
}
