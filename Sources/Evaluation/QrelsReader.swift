/// Reads `qrels.tsv`: a header, then a profile's id, a posting's id and a grade a line.
///
/// Fields are separated by one tab; lines end with a line feed, with or without a carriage return.
/// Empty lines are passed over. Nothing is mended: a set that is not what it seems to be would give
/// figures that look right.
struct QrelsReader {
  /// A judgement, its line, and the grade as it was written.
  struct Row {
    let judgement: LabelledSet.Judgement
    let line: Int
    let text: String
  }

  private static let header = ["profile_id", "posting_id", "grade"]
  private let profiles: [String: Int]
  private let postings: [String: Int]

  init(profiles: [String], postings: [String]) {
    self.profiles = positions(of: profiles)
    self.postings = positions(of: postings)
  }

  func read(_ bytes: [UInt8]) throws(QrelsError) -> [Row] {
    var rows: [Row] = []
    var seen: [[Int]: Int] = [:]
    let lines = Fields.lines(bytes, separator: { $0 == 0x09 })
    if let first = lines.first {
      guard first.number == 1, first.fields == Self.header else { throw .header }
    }
    for (number, fields) in lines.dropFirst() {
      guard fields.count == 3 else { throw .fields(line: number, count: fields.count) }
      let judgement = try judgement(fields, line: number)
      let first = seen.updateValue(number, forKey: [judgement.profile, judgement.posting])
      if let first { throw .duplicate(line: number, first: first) }
      rows.append(Row(judgement: judgement, line: number, text: fields[2]))
    }
    if rows.isEmpty { throw .empty }
    return rows
  }

  private func judgement(
    _ fields: [String], line: Int
  ) throws(QrelsError) -> LabelledSet.Judgement {
    guard let profile = profiles[fields[0]] else {
      throw .unknownProfile(line: line, id: fields[0])
    }
    guard let posting = postings[fields[1]] else {
      throw .unknownPosting(line: line, id: fields[1])
    }
    guard let grade = Double(fields[2]), (0...1_000_000).contains(grade) else {
      throw .grade(line: line, text: fields[2])
    }
    return LabelledSet.Judgement(profile: profile, posting: posting, grade: grade)
  }
}

/// Where each id stands; two alike are a mistake of the caller, who knows where they come from.
func positions(of ids: [String]) -> [String: Int] {
  var positions: [String: Int] = [:]
  for (position, id) in ids.enumerated() {
    let other = positions.updateValue(position, forKey: id)
    precondition(other == nil, "the id \(id) stands twice")
  }
  return positions
}
