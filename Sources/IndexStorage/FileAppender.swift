import Bytes

/// Writes a file from its beginning to its end, and its header last.
///
/// Small pieces are gathered, so that a document costs no call of its own.
final class FileAppender {
  private static let gathered = 1 << 18

  private let files: any FileSystem
  private let file: OpenFile
  private var pending: [UInt8] = []
  private var written: Int
  private var isOpen = true

  /// Where the next byte goes.
  var position: Int { written + pending.count }

  /// Makes the file, leaving `start` bytes for a header.
  init(_ path: String, in files: any FileSystem, start: Int) throws(IndexFileError) {
    self.files = files
    file = try files.create(path)
    written = start
  }

  deinit { close() }

  func append(_ bytes: RawSpan) throws(IndexFileError) {
    if pending.count + bytes.byteCount > Self.gathered { try flush() }
    if bytes.byteCount > Self.gathered {
      try write(bytes, at: written)
      written += bytes.byteCount
    } else {
      // The array copies the bytes while the pointer is valid.
      unsafe bytes.withUnsafeBytes { unsafe pending.append(contentsOf: $0) }
    }
  }

  func append(_ bytes: [UInt8]) throws(IndexFileError) {
    // Each byte of the array is a value, without any padding between them.
    try append(unsafe bytes.span.bytes)
  }

  /// Writes what is gathered, then the header, and returns when the file would survive a power cut.
  func finish(header: [UInt8]) throws(IndexFileError) {
    try flush()
    // As above.
    if !header.isEmpty { try write(unsafe header.span.bytes, at: 0) }
    try files.synchronize(file)
    close()
  }

  func close() {
    if isOpen { files.close(file) }
    isOpen = false
  }

  private func flush() throws(IndexFileError) {
    let bytes = pending
    // As above.
    try write(unsafe bytes.span.bytes, at: written)
    written += bytes.count
    pending = []
    pending.reserveCapacity(Self.gathered)
  }

  private func write(_ bytes: RawSpan, at offset: Int) throws(IndexFileError) {
    var done = 0
    while done < bytes.byteCount {
      let rest = bytes.extracting(droppingFirst: done)
      done += try files.write(rest, to: file, at: offset + done)
    }
  }
}
