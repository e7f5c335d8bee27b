import Documents
package import Foundation

/// The lines of a file or of standard input, read in pieces of 256 KB, or of bytes that are there.
///
/// A line longer than `limit` is cut off there and marked, so that memory stays bounded.
package struct LineStream {
  /// A line and its number, from 1.
  package struct Line {
    package let number: Int
    package let bytes: [UInt8]
    package let isCutOff: Bool
  }

  /// Where more comes from; nil where all is in the buffer.
  private let handle: FileHandle?
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  /// Where the last line began, as long as it is in the buffer.
  private var lastStart = 0
  private var number = 0
  private var isAtEnd = false

  /// The lines of an open file.
  package init(_ handle: FileHandle, limit: Int = DocumentReader.limit) {
    self.handle = handle
    self.limit = limit
  }

  /// The lines of some bytes.
  package init(_ bytes: [UInt8], limit: Int = DocumentReader.limit) {
    handle = nil
    self.limit = limit
    buffer = bytes
    isAtEnd = true
  }

  /// The next line, without its line feed; nil at the end.
  ///
  /// - Throws: what reading the file throws.
  package mutating func next() throws -> Line? {
    var searched = start
    lastStart = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return line(start..<end)
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return line(start..<buffer.count)
      }
      if start > 0 {
        buffer.removeFirst(start)
        searched -= start
        start = 0
        lastStart = 0
      }
      if buffer.count > limit + 1 {
        return try cutOff()
      }
      let piece = try readPiece()
      if piece.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: piece) }
    }
  }

  /// The last line and all that comes after it, up to one byte more than the limit; to be asked for
  /// where that line was not cut off, and nothing after it.
  ///
  /// - Throws: what reading the file throws.
  package mutating func fromLastLine() throws -> [UInt8] {
    var bytes = Array(buffer[lastStart...].prefix(limit + 1))
    while !isAtEnd, bytes.count <= limit,
      let piece = try handle?.read(upToCount: limit + 1 - bytes.count), !piece.isEmpty
    {
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  private func readPiece() throws -> Data {
    try handle?.read(upToCount: 1 << 18) ?? Data()
  }

  private mutating func line(_ range: Range<Int>) -> Line {
    number += 1
    return Line(
      number: number, bytes: Array(buffer[range].prefix(limit + 1)), isCutOff: range.count > limit)
  }

  /// The head of a line that is too long; the rest is skipped.
  private mutating func cutOff() throws -> Line {
    number += 1
    let head = Array(buffer.prefix(limit + 1))
    buffer = []
    start = 0
    while !isAtEnd {
      let piece = try readPiece()
      if piece.isEmpty { isAtEnd = true }
      if let end = piece.firstIndex(of: 0x0A) {
        buffer = Array(piece[piece.index(after: end)...])
        break
      }
    }
    return Line(number: number, bytes: head, isCutOff: true)
  }
}
