/// The index file, format version 1.
///
/// An index is a folder, usually `NAME.rolefit`, of immutable *segments* and one *manifest*:
///
///     lock                    empty; a writer holds a lock on it (flock)
///     manifest                which segments there are, and which of their roles are removed
///     segment-3.blocks        what generation 3 added: blocks of vectors
///     segment-3.documents     the same roles: their ids and their stored documents
///
/// All numbers are unsigned and little-endian. A checksum is XXH64 with seed 0 where nothing else
/// is said. Every byte of every file belongs to exactly one checksum or is the checksum; the
/// sections of a file follow each other without gaps, from the end of the header to the end of the
/// file. A byte, word or slot that is not described is zero.
///
/// **Manifest.** The roles of an index are those of its segments in the order listed, without
/// the removed ones.
///
///     0   8       magic 89 "RFM" 0D 0A 1A 0A
///     8   u32     format version, 1
///     12  u32     number of segments
///     16  u64     length of this file
///     24  u64     generation, 1 for a new index, one more with each commit
///     32  64 × n  an entry a segment:
///                   0  u64  number, the generation that wrote it; rises from entry to entry
///                   8  u64  number of roles, removed ones included, at least 1
///                   16 u64  number of removed roles
///                   24 u64  length of the file of blocks
///                   32 u64  checksum of its header (the one in the header's last 8 bytes)
///                   40 u64  length of the file of documents
///                   48 u64  checksum of its header
///                   56 u64  zero
///     …           for each segment with removed roles, in order: a bit a role, role 0 lowest, set
///                 where it is removed, in as many words of 8 bytes as the roles need
///     end-8 u64   checksum of all bytes before
///
/// **Header** of both files of a segment, 256 bytes:
///
///     0   8       magic 89 "RFB" 0D 0A 1A 0A (blocks) or 89 "RFD" 0D 0A 1A 0A (documents)
///     8   u32     format version, 1
///     12  u32     number of sections
///     16  u64     length of the file
///     24  u64     number of the segment
///     32  u64     number of roles
///     40  24 × n  a slot a section: offset u64, length u64, checksum u64 (zero where the items of
///                 the section carry their own)
///     248 u64     checksum of the 248 bytes before
///
/// **File of blocks**, three sections. Their contents are the business of the engine.
///
///     blocks      one after the other; the length of each is a multiple of 64, and so is its
///                 offset; each carries its own checksum, in the table
///     blockTable  32 bytes a block: offset u64, length u64, checksum u64, roles u32, zero u32;
///                 a block has 1 to 65,536 roles, and the blocks cover all roles in order
///     metadata    UTF-8, the engine's identity
///
/// **File of documents**, two sections.
///
///     records     for each role a checksum u64 of its document, with the role's number in the
///                 segment as seed, then the document
///     directory   for n roles: n × u64 the offset of the end of each record;
///                             n × u32 the end of each id, counted from the first byte of the ids;
///                             n × u32 the roles in ascending order of the checksum of their ids,
///                                     of equal ones by the bytes of the ids, then by role;
///                             the ids, UTF-8, one after the other
///
/// An id belongs to one role of an index that is not removed; the same id may stand at removed roles.
///
/// **Commit.** A writer writes and synchronizes the files of the new segment, then `manifest.new`,
/// then the folder; renames `manifest.new` to `manifest`, and synchronizes the folder. From then on
/// the new generation is the index. Files that the manifest does not list are of no meaning; the
/// next writer removes them.
enum IndexFormat {
  static let version: UInt32 = 1
  static let headerLength = 256
  static let slotsOffset = 40
  static let slotLength = 24
  static let blockEntryLength = 32
  static let maximumBlockRoles = 65_536
  static let manifestHeadLength = 32
  static let manifestEntryLength = 64
  static let checksumLength = 8

  /// The three kinds of files, by the letter in their magic.
  enum Kind: UInt8 {
    case manifest = 0x4D
    case blocks = 0x42
    case documents = 0x44

    /// No text file starts like this, and a transfer that changes line ends breaks it.
    var magic: UInt64 {
      0x0A1A_0A0D_0046_5289 | UInt64(rawValue) << 24
    }
  }
}
