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
    guard header.count < 1 << 16, let best = counts.max(by: { $0.1 < $1.1 }), best.1 > 0,
      let fields = Self.fields(of: header, separator: best.0)
    else { return nil }
    let columns = fields.map { field in
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

  /// Where a row stands at the end of a line.
  package struct RowState {
    fileprivate var isQuoted = false

    package init() {}

    /// Whether the row goes on in the next line: a quoted field is open.
    package var isOpen: Bool { isQuoted }
  }

  /// Follows a row through one more line of it.
  package func follow(_ line: [UInt8], _ state: inout RowState) {
    var isAtStart = !state.isQuoted
    for byte in line {
      if state.isQuoted {
        // A doubled quote closes and opens again at once.
        if byte == 0x22 { (state.isQuoted, isAtStart) = (false, true) }
      } else if byte == 0x22, isAtStart {
        state.isQuoted = true
      } else {
        isAtStart = byte == separator
      }
    }
  }

  /// The document of a row.
  package func document(
    _ row: [UInt8], fallbackID: String
  ) throws(DocumentError) -> Document {
    guard row.count <= DocumentReader.limit else {
      throw .tooLarge(bytes: row.count, limit: DocumentReader.limit)
    }
    guard let fields = Self.fields(of: row, separator: separator) else {
      throw .malformedRow(fields: nil, of: columns.count)
    }
    guard fields.count == columns.count else {
      throw .malformedRow(fields: fields.count, of: columns.count)
    }
    var record = RecordReader.Record()
    for (column, field) in zip(columns, fields) {
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

  /// The fields of a row; nil where a quote never closes.
  ///
  /// A quote inside a field that did not begin with one stands for itself.
  private static func fields(of row: [UInt8], separator: UInt8) -> [[UInt8]]? {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    var isAtStart = true
    var index = row.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < row.count {
      let byte = row[index]
      index += 1
      if isQuoted {
        if byte != 0x22 {
          fields[fields.count - 1].append(byte)
        } else if index < row.count, row[index] == 0x22 {
          fields[fields.count - 1].append(byte)
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
      } else if byte != 0x0D || index < row.count {
        fields[fields.count - 1].append(byte)
      }
      isAtStart = false
    }
    return isQuoted ? nil : fields
  }
}
