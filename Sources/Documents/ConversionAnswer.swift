import Bytes
import Foundation

/// What a worker answers: the documents of a file, and what could not be read of it.
///
/// Little-endian: the number of results (4 bytes), then for each 0 and a document as an index stores it,
/// or 1 and an error as JSON; either behind its length (4 bytes). The reader trusts none of it: a worker
/// that a document took over can answer anything, and gives documents or is refused.
package struct ConversionAnswer {
  package var results: [Result<Document, DocumentError>]

  package init(results: [Result<Document, DocumentError>]) {
    self.results = results
  }

  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt32(results.count))
    for result in results {
      let (kind, content): (UInt8, [UInt8]) =
        switch result {
        case .success(let document): (0, document.stored)
        case .failure(let error): (1, (try? JSONEncoder().encode(error)).map(Array.init) ?? [])
        }
      writer.write([kind])
      writer.write(UInt32(content.count))
      writer.write(content)
    }
    return writer.bytes
  }

  /// The answer that some bytes are; nil where they are none.
  package init?(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let results = try? Self.read(&reader), !results.isEmpty, reader.remaining == 0 else {
      return nil
    }
    self.results = results
  }

  /// Whether an error is one that a worker has to tell, and holds no words but ours.
  private static func isHonest(_ error: DocumentError) -> Bool {
    switch error {
    case .missingTool(let name, let package):
      ["pdftotext", "pdftoppm", "pdftohtml"].contains(name) && package == "poppler-utils"
    case .tooLarge(_, let limit): limit == DocumentReader.limit
    case .malformedJSON(let reason): reason.utf8.count < 200 && isPrintable(Array(reason.utf8))
    case .unsupported, .noConverter: false
    default: true
    }
  }

  /// Whether a text has no control characters, as all text that was cleaned.
  private static func isPrintable(_ text: [UInt8]) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F { return false }
      if last == 0xC2 && byte < 0xA0 { return false }
      last = byte
    }
    return true
  }

  private static func read(
    _ reader: inout ByteReader
  ) throws(ByteError) -> [Result<Document, DocumentError>]? {
    let count = Int(try reader.read(UInt32.self))
    try reader.require(count, width: 5)
    var results: [Result<Document, DocumentError>] = []
    for _ in 0..<count {
      let kind = try reader.readBytes(1)[0]
      let content = try reader.readBytes(Int(try reader.read(UInt32.self)))
      if kind == 1 {
        guard let error = try? JSONDecoder().decode(DocumentError.self, from: Data(content)),
          isHonest(error)
        else { return nil }
        results.append(.failure(error))
      } else {
        var inner = ByteReader(content)
        guard kind == 0, let document = try Document.read(stored: &inner), inner.remaining == 0
        else {
          return nil
        }
        results.append(.success(document))
      }
    }
    return results
  }
}
