import IndexStorage

extension RoleIndex {
  /// What an index holds.
  public struct Info: Sendable, Codable {
    /// One more with each change.
    public var generation: UInt64
    /// Files of roles; `compact` makes one of them.
    public var segments: Int
    /// Roles without the removed ones.
    public var roles: Int
    /// Roles that were removed and whose bytes are still there.
    public var removed: Int
    /// Bytes of vectors and directory, and of everything with the stored texts.
    public var indexBytes, bytes: Int
    /// Model and background that it was made with.
    public var identities: [String]

    private enum CodingKeys: String, CodingKey {
      case generation, segments, roles, removed, indexBytes = "index_bytes", bytes, identities
    }
  }

  /// Bytes that are not those that were written.
  public struct Damage: Sendable, Codable, Equatable {
    /// The file, the part of it, and where the part begins.
    public var file, section: String
    /// Bytes from the start of the file.
    public var offset: Int
  }

  /// What an index holds; it reads headers only.
  public static func info(_ folder: String) throws(RoleIndexError) -> Info {
    do {
      let info = try IndexFiles.open(folder).info
      return Info(
        generation: info.generation, segments: info.segments, roles: info.roles,
        removed: info.removed, indexBytes: info.bytesBySection[FileSection.blocks.rawValue] ?? 0,
        bytes: info.bytes, identities: Set(info.metadata).sorted())
    } catch {
      throw RoleIndexError(error)
    }
  }

  /// Reads every byte of an index.
  ///
  /// - Returns: what is damaged, and how many bytes were read.
  public static func verify(
    _ folder: String, progress: @escaping (_ read: Int, _ inAll: Int) -> Void = { _, _ in }
  ) throws(RoleIndexError) -> (damages: [Damage], bytes: Int) {
    do {
      let found = try IndexVerification.verify(folder, progress: progress)
      let damages = found.damages.map {
        Damage(file: $0.file, section: $0.section.rawValue, offset: $0.offset)
      }
      return (damages, found.bytesRead)
    } catch {
      throw RoleIndexError(error)
    }
  }
}
