import Reading
import Tokenization

extension OpeningReader {
  // MARK: - Lists

  /// The jobs of lists of open roles, by their lines.
  ///
  /// A list has two lines and more with nothing between them; one bullet alone may be anything, except
  /// below a header of cells, where ads with several jobs have them. A header is such a list where it
  /// names several jobs itself.
  func listed(_ zones: [ZoneReader.Assignment]) -> [Int: [Range<Int>]] {
    var listed = cells()
    let leastRun = role.lines.contains(where: \.isCell) ? 1 : 2
    var run: [(line: Int, job: Range<Int>)] = []
    for (index, line) in role.lines.enumerated() where line.shape != .blank {
      if mayList(zones[index]), let job = opening(line) {
        run.append((index, job))
        continue
      }
      if run.count >= leastRun { for entry in run { listed[entry.line] = [entry.job] } }
      run.removeAll(keepingCapacity: true)
    }
    if run.count >= leastRun { for entry in run { listed[entry.line] = [entry.job] } }
    return listed
  }

  private func mayList(_ line: ZoneReader.Assignment) -> Bool {
    switch line.zone {
    case .header, .overview, .required: !line.isHeading
    default: false
    }
  }

  /// The jobs that the cells of headers name and nothing else; none where it is one.
  private func cells() -> [Int: [Range<Int>]] {
    var named: [Int: [Range<Int>]] = [:]
    for (index, line) in role.lines.enumerated() where line.isCell && !line.tokens.isEmpty {
      guard let first = phrase(from: line.tokens.lowerBound, line.tokens.upperBound),
        role.tokens[first.lowerBound].traits.contains(.capitalized)
      else { continue }
      let jobs = [first] + others(after: first, line.tokens.upperBound)
      if jobs.last?.upperBound == line.tokens.upperBound { named[index] = jobs }
    }
    return named.values.reduce(0) { $0 + $1.count } > 1 ? named : [:]
  }

  /// The job that a bullet names before anything else.
  private func opening(_ line: TextLine) -> Range<Int>? {
    guard line.shape == .bullet, !line.isCell, line.hint == nil, let first = line.tokens.first,
      role.tokens[first].traits.contains(.capitalized),
      !role.tokens[first].traits.contains(.stop), mayGoOn(first + 1, line),
      let job = phrase(from: first, line.tokens.upperBound),
      let noun = job.first(where: titles.isNoun),
      role.tokens[noun].traits.contains(.capitalized)
    else { return nil }
    let isVague = job.count == 1 && Self.vague.contains(role.tokens[noun].term)
    return !isVague && ends(job, in: line) ? job : nil
  }

  /// Whether a token may stand behind the first of a job; most bullets are told by it at once.
  private func mayGoOn(_ second: Int, _ line: TextLine) -> Bool {
    guard second < line.tokens.upperBound else { return true }
    let traits = role.tokens[second].traits
    return !traits.isDisjoint(with: [.capitalized, .joined, .stop]) || !traits.contains(.adjacent)
  }

  /// Whether a line ends behind a job, or goes on behind a mark.
  private func ends(_ job: Range<Int>, in line: TextLine) -> Bool {
    guard job.upperBound < line.tokens.upperBound else {
      return role.text[line.span].last != 0x2E
    }
    let gap = role.gap(before: job.upperBound)
    // "Lead, mentor and …" is no job; a comma says something only in a short line.
    if gap.contains(0x2C) { return line.tokens.count <= 12 && job.count > 1 }
    return gap.contains { [0x28, 0x3A, 0x7C, 0x29].contains($0) || $0 >= 0x80 }
      || gap.elementsEqual(" - ".utf8)
  }
}
