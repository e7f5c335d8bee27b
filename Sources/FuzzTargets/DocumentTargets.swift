import Bytes
import Documents

/// Documents that are read in Swift, and those that come from a worker.
enum DocumentTargets {
  static func read(_ bytes: [UInt8]) -> Bool {
    var isRead = false
    for name in ["input.md", "input"] {
      guard let format = try? DocumentReader.format(of: bytes, name: name) else { continue }
      do throws(DocumentError) {
        let document = try DocumentReader.read(bytes, name: name)
        require(document.format == format, "\(document.format), not \(format)")
        hold(document)
        Checks.holdClean(document)
        Checks.requireSame(document, try? DocumentReader.read(bytes, name: name))
        isRead = true
      } catch {
        require(format.isConverted == (error == .noConverter(format: format)), "\(error)")
      }
    }
    return isRead
  }

  /// The first line heads the table; the others are rows, of one or more lines each.
  static func readTable(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    guard let header = lines.first, let table = CSVTable(header: header) else { return false }
    var isRead = false
    var rest = lines.dropFirst()
    while let line = rest.popFirst() {
      var row = table.emptyRow
      row.append(line)
      while row.isOpen, let more = rest.popFirst() { row.append(more) }
      guard let document = try? table.document(row, fallbackID: "table.csv:2") else { continue }
      hold(document)
      Checks.holdClean(document)
      isRead = true
    }
    return isRead
  }

  /// The document is sound, and is the same once it was stored.
  static func hold(_ document: Document) {
    Checks.hold(document)
    Checks.requireSame(document, stored(document.stored))
  }

  private static func stored(_ bytes: [UInt8]) -> Document? {
    var reader = ByteReader(bytes)
    guard let document = try? Document.read(stored: &reader) else { return nil }
    return reader.remaining == 0 ? document : nil
  }

  /// The bytes are tried as an answer and as a stored document, as an index holds it.
  ///
  /// Nobody trusts a worker: its documents may be anything that the reader lets through, and the readers of
  /// postings and résumés must bear with it.
  static func readAnswer(_ bytes: [UInt8]) -> Bool {
    let answer = ConversionAnswer(bytes)
    var documents = [stored(bytes)].compactMap { $0 }
    for case .success(let document) in answer?.results ?? [] { documents.append(document) }
    for document in documents {
      hold(document)
      TextTargets.readRole(document, isDrawn: TextTargets.isDrawn(bytes))
      TextTargets.readProfile(document, isDrawn: TextTargets.isDrawn(bytes))
    }
    guard let answer else { return !documents.isEmpty }
    let again = ConversionAnswer(answer.bytes)
    require(again?.results.count == answer.results.count, "an answer that is not read again")
    return true
  }
}
