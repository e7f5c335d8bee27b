import CExtraction
import Documents
import Foundation

/// The parsers written in C, behind values: bytes in, bytes or a reason out.
enum CParsers {
  /// The most bytes that a parser may give.
  private static let mostOutput = 96 << 20

  /// The events of XML.
  static func xml(
    _ bytes: [UInt8], of format: Document.Format
  ) throws(DocumentError) -> MarkupReader {
    MarkupReader(
      try unsafe output(format) { buffer in
        unsafe bytes.withUnsafeBufferPointer { bytes in
          unsafe rolefit_xml_events(bytes.baseAddress, bytes.count, &buffer)
        }
      })
  }

  /// The events of HTML, mended as browsers do.
  static func html(_ bytes: [UInt8]) throws(DocumentError) -> MarkupReader {
    // What is well-formed UTF-8 is nothing else, whatever the page says.
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    return MarkupReader(
      try unsafe output(.html) { buffer in
        unsafe bytes.withUnsafeBufferPointer { bytes in
          unsafe rolefit_html_events(bytes.baseAddress, bytes.count, isUTF8 ? 1 : 0, &buffer)
        }
      })
  }

  /// The parts of a ZIP archive that are wanted, those that are there.
  static func parts(
    _ names: [String], of bytes: [UInt8], format: Document.Format
  ) throws(DocumentError) -> [String: [UInt8]] {
    let list: [CChar] = names.reduce(into: []) { $0 += Array($1.utf8CString) } + [0]
    var reader = ByteParts(
      try unsafe output(format) { buffer in
        unsafe bytes.withUnsafeBufferPointer { bytes in
          unsafe list.withUnsafeBufferPointer { list in
            unsafe rolefit_zip_parts(bytes.baseAddress, bytes.count, list.baseAddress, &buffer)
          }
        }
      })
    var parts: [String: [UInt8]] = [:]
    while !reader.isAtEnd {
      let name = String(decoding: reader.next(), as: UTF8.self)
      parts[name] = Array(reader.next())
    }
    return parts
  }

  /// What a program wrote that read the document on standard input.
  static func output(
    of path: String, arguments: [String], format: Document.Format, limit: Int
  ) throws(DocumentError) -> [UInt8] {
    var strings = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe strings.forEach { unsafe free($0) } }
    var signal: CInt = 0
    do {
      return try unsafe output(format, limit: limit) { buffer in
        unsafe rolefit_run_tool(path, &strings, &buffer, &signal)
      }
    } catch {
      throw signal == 0 ? error : ProcessEnd(signal: signal).error(format) ?? error
    }
  }

  /// What a parser appended, or why it did not.
  private static func output(
    _ format: Document.Format, limit: Int = mostOutput,
    _ parse: (inout rolefit_buffer) -> rolefit_status
  ) throws(DocumentError) -> [UInt8] {
    var buffer = unsafe rolefit_buffer()
    unsafe buffer.limit = limit
    defer { unsafe rolefit_buffer_free(&buffer) }
    let status = unsafe parse(&buffer)
    if let error = error(status, format) { throw error }
    // The buffer is the parser's alone, and holds `count` bytes that it wrote.
    return unsafe Array(UnsafeBufferPointer(start: buffer.bytes, count: buffer.count))
  }

  private static func error(
    _ status: rolefit_status, _ format: Document.Format
  ) -> DocumentError? {
    switch status {
    case rolefit_ok: nil
    case rolefit_entities: .malformed(format: format, flaw: .entities)
    case rolefit_path_outside: .malformed(format: format, flaw: .pathOutside)
    case rolefit_duplicate: .malformed(format: format, flaw: .duplicatePart)
    case rolefit_encrypted: .encrypted(format: format)
    case rolefit_too_deep: .overLimit(format: format, limit: .depth)
    case rolefit_too_large: .overLimit(format: format, limit: .output)
    case rolefit_too_many: .overLimit(format: format, limit: .parts)
    case rolefit_failed: .parserFailed(format: format)
    default: .malformed(format: format, flaw: .damaged)
    }
  }
}
