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
///
/// **Example.** Generation 2 added the roles `nurse-7` and `chef-2`, generation 3 removed `chef-2`,
/// generation 4 added another. The bytes of a header that are not shown are zero. The tests have this
/// index as their fixture, `format-1.rolefit`, and hold these lines to it.
///
///     manifest
///     0000  89 52 46 4d 0d 0a 1a 0a                          magic
///     0008  01 00 00 00 02 00 00 00                          version 1; 2 segments
///     0010  b0 00 00 00 00 00 00 00                          176 bytes
///     0018  04 00 00 00 00 00 00 00                          generation 4
///     0020  02 00 00 00 00 00 00 00 02 00 00 00 00 00 00 00  segment 2 has 2 roles,
///     0030  01 00 00 00 00 00 00 00                          1 of them removed
///     0038  ae 01 00 00 00 00 00 00 de 30 d4 1f 33 d4 21 b2  blocks: 430 bytes, header
///     0048  5e 01 00 00 00 00 00 00 b0 8f 97 ec 8f 4c 1c 70  documents: 350 bytes, header
///     0058  00 00 00 00 00 00 00 00                          zero
///     0060  04 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00  segment 4 has 1 role,
///     0070  00 00 00 00 00 00 00 00                          none removed
///     0078  6e 01 00 00 00 00 00 00 4f de 82 17 23 0d 65 2f  blocks: 366 bytes, header
///     0088  32 01 00 00 00 00 00 00 c1 f6 2c 06 31 c7 72 38  documents: 306 bytes, header
///     0098  00 00 00 00 00 00 00 00                          zero
///     00a0  02 00 00 00 00 00 00 00                          segment 2: role 1 is removed
///     00a8  b8 da ee d3 cc 1c d7 39                          checksum
///
///     segment-2.blocks
///     0000  89 52 46 42 0d 0a 1a 0a                          magic
///     0008  01 00 00 00 03 00 00 00                          version 1; 3 sections
///     0010  ae 01 00 00 00 00 00 00                          430 bytes
///     0018  02 00 00 00 00 00 00 00 02 00 00 00 00 00 00 00  segment 2, of 2 roles
///     0028  00 01 00 00 00 00 00 00 80 00 00 00 00 00 00 00  blocks: at 256, 128 bytes;
///     0038  00 00 00 00 00 00 00 00                          each has its checksum
///     0040  80 01 00 00 00 00 00 00 20 00 00 00 00 00 00 00  blockTable: at 384, 32 bytes
///     0050  cb 18 3a 4f d9 cd 31 56                          and its checksum
///     0058  a0 01 00 00 00 00 00 00 0e 00 00 00 00 00 00 00  metadata: at 416, 14 bytes
///     0068  50 ff dc 09 4e 05 6c c6                          and its checksum
///     00f8  de 30 d4 1f 33 d4 21 b2                          checksum of the header
///     0100  e6 d5 68 91 7c 7e 25 cd 30 da 64 e6 dd 03 8c fc  the block, 128 bytes
///     0180  00 01 00 00 00 00 00 00 80 00 00 00 00 00 00 00  it is at 256, 128 bytes,
///     0190  ab e1 64 b9 ae 29 43 76                          its checksum,
///     0198  02 00 00 00 00 00 00 00                          2 roles
///     01a0  7b 22 65 6e 67 69 6e 65 22 3a 22 31 22 7d        {"engine":"1"}
///
///     segment-2.documents
///     0000  89 52 46 44 0d 0a 1a 0a                          magic
///     0008  01 00 00 00 02 00 00 00                          version 1; 2 sections
///     0010  5e 01 00 00 00 00 00 00                          350 bytes
///     0018  02 00 00 00 00 00 00 00 02 00 00 00 00 00 00 00  segment 2, of 2 roles
///     0028  00 01 00 00 00 00 00 00 31 00 00 00 00 00 00 00  records: at 256, 49 bytes;
///     0038  00 00 00 00 00 00 00 00                          each has its checksum
///     0040  31 01 00 00 00 00 00 00 2d 00 00 00 00 00 00 00  directory: at 305, 45 bytes
///     0050  02 26 4e 88 85 37 70 9b                          and its checksum
///     00f8  b0 8f 97 ec 8f 4c 1c 70                          checksum of the header
///     0100  12 2f bd 28 bf d3 45 01                          role 0: checksum,
///     0108  7b 22 74 69 74 6c 65 22 3a 22 4e 75 72 73 65 22  {"title":"Nurse"}
///     0118  7d
///     0119  45 67 62 a5 8c fe 5f ae                          role 1: checksum,
///     0121  7b 22 74 69 74 6c 65 22 3a 22 43 68 65 66 22 7d  {"title":"Chef"}
///     0131  19 01 00 00 00 00 00 00 31 01 00 00 00 00 00 00  the records end at 281, 305
///     0141  07 00 00 00 0d 00 00 00                          the ids end at 7, 13
///     0149  00 00 00 00 01 00 00 00                          in order: role 0, role 1
///     0151  6e 75 72 73 65 2d 37 63 68 65 66 2d 32           nurse-7chef-2
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
