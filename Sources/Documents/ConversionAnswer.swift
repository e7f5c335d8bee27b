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
        guard let error = try? JSONDecoder().decode(DocumentError.self, from: Data(content)) else {
          return nil
        }
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
