/// Postings or résumés in CSV with named columns (RFC 4180), one a row.
///
/// The separator is a comma, a semicolon or a tab, whichever parts the header. Columns are known by their
/// names, whatever their order; those with other names are passed over. One of them must hold text.
package struct CSVTable: Sendable {
  /// What a column holds.
  private enum Column: Sendable {
    case id, title, company, location, posted, closes, description, requirements, text
  }

  /// Names of columns, without anything but letters.
  private static let names: [String: Column] = [
    "id": .id, "jobid": .id, "resumeid": .id, "title": .title, "jobtitle": .title,
    "position": .title, "company": .company, "companyname": .company, "employer": .company,
    "organization": .company, "location": .location, "joblocation": .location, "city": .location,
    "posted": .posted, "dateposted": .posted, "postingdate": .posted, "closes": .closes,
    "validthrough": .closes, "closingdate": .closes, "deadline": .closes,
    "description": .description, "jobdescription": .description, "requirements": .requirements,
    "qualifications": .requirements, "text": .text, "resume": .text, "resumestr": .text,
    "resumetext": .text, "cv": .text, "body": .text,
  ]

  private let columns: [Column?]
  private let separator: UInt8

  /// The table that a first line heads; nil where it is none.
  package init?(header: [UInt8]) {
    let counts = [0x2C, 0x3B, 0x09].map { (separator: UInt8) in
      (separator, header.count { $0 == separator })
    }
    guard header.count < 1 << 16, let best = counts.max(by: { $0.1 < $1.1 }), best.1 > 0 else {
      return nil
    }
    var row = Row(separator: best.0)
    row.append(header)
    guard !row.isOpen else { return nil }
    let columns = row.fields.map { field in
      Self.names[
        String(decoding: field.filter { (0x61...0x7A).contains($0 | 0x20) }, as: UTF8.self)
          .lowercased()]
    }
    let known = columns.compactMap(\.self)
    guard known.contains(where: { [.text, .description, .requirements].contains($0) }),
      known.count >= 2
    else { return nil }
    self.columns = columns
    separator = best.0
  }

  /// A row, line by line: a quoted field may hold line ends.
  package struct Row {
    /// The fields so far, the last of which may be open.
    fileprivate private(set) var fields: [[UInt8]] = [[]]
    /// How many bytes its lines had.
    fileprivate private(set) var bytes = 0
    private var isQuoted = false
    private let separator: UInt8

    fileprivate init(separator: UInt8) {
      self.separator = separator
    }

    /// Whether it goes on in the next line.
    fileprivate var isOpen: Bool { isQuoted }

    /// Takes a line; of a row that is too long, nothing but where its quotes end.
    ///
    /// A quote inside a field that did not begin with one stands for itself.
    fileprivate mutating func append(_ line: [UInt8]) {
      bytes += line.count
      if isQuoted {
        bytes += 1
        add(0x0A)
      }
      var isAtStart = !isQuoted
      var index =
        fields.count == 1 && fields[0].isEmpty && line.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while index < line.count {
        let byte = line[index]
        index += 1
        if isQuoted {
          if byte != 0x22 {
            add(byte)
          } else if index < line.count, line[index] == 0x22 {
            add(byte)
            index += 1
          } else {
            isQuoted = false
          }
        } else if byte == separator {
          fields.append([])
          isAtStart = true
          continue
        } else if byte == 0x22, isAtStart {
          isQuoted = true
        } else if byte != 0x0D || index < line.count {
          add(byte)
        }
        isAtStart = false
      }
    }

    private mutating func add(_ byte: UInt8) {
      if bytes <= DocumentReader.limit { fields[fields.count - 1].append(byte) }
    }
  }

  /// The row that a line begins.
  ///
  /// - Parameter next: the line after the last, nil at the end; asked for while the row is open.
  package func row(_ first: [UInt8], next: () -> [UInt8]?) -> Row {
    var row = Row(separator: separator)
    row.append(first)
    while row.isOpen, let more = next() { row.append(more) }
    return row
  }

  /// The document of a row.
  package func document(_ row: Row, fallbackID: String) throws(DocumentError) -> Document {
    guard row.bytes <= DocumentReader.limit else {
      throw .tooLarge(bytes: row.bytes, limit: DocumentReader.limit)
    }
    guard !row.isOpen else { throw .malformedRow(fields: nil, of: columns.count) }
    guard row.fields.count == columns.count else {
      throw .malformedRow(fields: row.fields.count, of: columns.count)
    }
    var record = RecordReader.Record()
    for (column, field) in zip(columns, row.fields) {
      let value = String(decoding: field, as: UTF8.self)
      if let column, !value.isEmpty { Self.set(column, value, in: &record) }
    }
    if record.text == nil, record.description == nil, record.requirements == nil { throw .empty }
    return try RecordReader.document(of: record, fallbackID: fallbackID)
  }

  private static func set(_ column: Column, _ value: String, in record: inout RecordReader.Record) {
    switch column {
    case .id: record.id = RecordReader.Identifier(value)
    case .title: record.title = value
    case .company: record.company = value
    case .location: record.location = value
    case .posted: record.posted = value
    case .closes: record.closes = value
    // Running text, whose lines say themselves what they are.
    case .description, .text: record.text = (record.text.map { $0 + "\n" } ?? "") + value
    case .requirements:
      record.requirements = value.split(whereSeparator: \.isNewline).map(String.init)
    }
  }
}
