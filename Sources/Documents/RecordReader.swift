import Foundation

/// Reads records of NDJSON: postings and profiles, one JSON object a line.
///
/// A posting has `id`, `title`, `company`, `text`, and where they are known `description`,
/// `requirements` (a list), `location`, `posted` and `closes`; a profile has `id` and `text`. Lines of
/// `text` that `description` or `requirements` hold already are not taken twice.
package enum RecordReader {
  struct Record: Decodable {
    var id: Identifier?
    var title: String?
    var company: String?
    var location: String?
    var posted: String?
    var closes: String?
    var description: String?
    var requirements: [String]?
    var text: String?
  }

  /// An id that came as a string or a number.
  struct Identifier: Decodable {
    let value: String

    init(_ value: String) {
      self.value = value
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        value = String(number)
      } else {
        value = try container.decode(String.self)
      }
    }
  }

  /// The document of one line.
  ///
  /// - Parameter fallbackID: the id where the record has none.
  package static func document(
    _ line: ArraySlice<UInt8>, fallbackID: String
  ) throws(DocumentError) -> Document {
    guard line.count <= DocumentReader.limit else {
      throw .tooLarge(bytes: line.count, limit: DocumentReader.limit)
    }
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(line))
    } catch {
      throw .malformedJSON(reason: JSONFailure.reason(error))
    }
    return try document(of: record, fallbackID: fallbackID)
  }

  /// The document of a record: of running text, where it has nothing else, otherwise of its fields.
  static func document(of record: Record, fallbackID: String) throws(DocumentError) -> Document {
    let id = record.id?.value ?? fallbackID
    let isStructured = record.description != nil || record.requirements != nil
    if !isStructured && (record.title ?? "").isEmpty && (record.company ?? "").isEmpty {
      guard let text = record.text else { throw .malformedJSON(reason: "no field \"text\"") }
      return try DocumentReader.text(Array(text.utf8), id: id, format: .record)
    }
    return try structured(record, id: id)
  }

  private static func structured(_ record: Record, id: String) throws(DocumentError) -> Document {
    var text = DocumentText()
    text.append(record.title ?? "", hint: .title)
    text.append(record.company ?? "", hint: .employer)
    text.append(record.location ?? "", hint: .location)
    text.append(record.posted ?? "", hint: .posted)
    text.append(record.closes ?? "", hint: .closes)
    text.append(record.description ?? "", hint: .summary)
    for requirement in record.requirements ?? [] { text.append(requirement, hint: .requirement) }
    let seen = Set(
      text.lines.filter { $0.hint == .summary || $0.hint == .requirement }
        .map { Array(text.text[$0.span]) })
    let lengths = Set(seen.map(\.count))
    let lines = TextCleaning.clean(Array((record.text ?? "").utf8)).text.split(separator: 0x0A)
    for line in lines {
      // Most lines are told by their length.
      if lengths.contains(line.count), seen.contains(Array(line)) { continue }
      text.append(line: line, hint: nil)
    }
    guard !text.isBlank else { throw .empty }
    return text.document(id: id, format: .record)
  }
}

/// What a failure of Foundation's decoder says, without the content.
enum JSONFailure {
  static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not JSON" }
    switch error {
    case .typeMismatch(let type, let context):
      return "\(path(context.codingPath)) should be \(type)"
    case .valueNotFound(_, let context): return "\(path(context.codingPath)) is null"
    case .keyNotFound(let key, _): return "no field \"\(key.stringValue)\""
    case .dataCorrupted: return "not valid JSON"
    @unknown default: return "not JSON"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    "field \"" + keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
      + "\""
  }
}
