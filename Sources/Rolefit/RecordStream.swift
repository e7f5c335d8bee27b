import Documents
import Foundation

/// Records one after the other: lines of NDJSON, or rows of CSV below their header.
struct RecordStream {
  private var lines: LineStream
  /// A line that was read already.
  private var first: LineStream.Line?
  /// The columns of CSV; nil for NDJSON.
  private let table: CSVTable?
  /// The line that the last record began in, from 1.
  private(set) var line = 0

  /// NDJSON.
  ///
  /// - Parameter first: its first line, where that was read already.
  init(_ lines: LineStream, first: LineStream.Line? = nil) {
    self.lines = lines
    self.first = first
    table = nil
  }

  /// CSV, of which the header was read.
  init(_ lines: LineStream, table: CSVTable) {
    self.lines = lines
    self.table = table
  }

  /// The next record; nil at the end.
  ///
  /// - Parameter input: the name that errors and records without an id are called by.
  /// - Throws: what reading the file throws.
  mutating func next(_ input: String) throws -> Result<Document, DocumentError>? {
    while let next = try nextLine() {
      guard next.bytes.contains(where: { $0 > 0x20 }) else { continue }
      line = next.number
      let id = "\(input):\(line)"
      do throws(DocumentError) {
        guard let table else {
          return .success(try DocumentReader.readRecord(next.bytes, fallbackID: id))
        }
        let row = table.row(next.bytes) { try? lines.next()?.bytes }
        return .success(try table.document(row, fallbackID: id))
      } catch {
        return .failure(error)
      }
    }
    return nil
  }

  private mutating func nextLine() throws -> LineStream.Line? {
    guard let line = first else { return try lines.next() }
    first = nil
    return line
  }
}
