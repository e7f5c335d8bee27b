import Reading

/// A line with the dates of a position, and the lines around it that may name title and employer.
struct EntryHead: Sendable {
  typealias Part = EntryNames.Part

  /// The parts of one line.
  struct Row: Sendable {
    /// How many lines below the dates it stands; negative above.
    var offset: Int
    var parts: [Part]
    /// In the line of the dates, how many of the parts stand before them.
    var beforeDates: Int

    /// The part that names an occupation best.
    func title(atLeast score: Int) -> Int? {
      let best = parts.indices.max { left, right in
        parts[left].titleScore != parts[right].titleScore
          ? parts[left].titleScore < parts[right].titleScore : left > right
      }
      return best.flatMap { parts[$0].titleScore >= score ? $0 : nil }
    }
  }

  /// The line of the dates.
  var index: Int
  var period: PeriodReader.Period
  /// The line of the dates first, then those above and below, the nearest first.
  var rows: [Row]
  /// Whether a gap or a heading stands above the lines above.
  var isBounded: Bool
  /// Whether a line right below stands apart from what was done.
  var isNamedBelow: Bool

  /// Whether an employer is there that is not named.
  var hasPlaceholder: Bool {
    rows.contains { $0.parts.contains(where: \.isPlaceholder) }
  }

  /// Whether any line names an occupation.
  var hasTitle: Bool {
    rows.contains { $0.parts.contains { $0.titleScore > 0 } }
  }

  func row(_ offset: Int) -> Row? {
    rows.first { $0.offset == offset }
  }
}

/// Where the positions of one résumé give their titles: people keep to one way of setting them.
///
/// Each dated line that names an occupation beyond doubt votes for the line that it stands on. The
/// others follow: "Child Care" is a title where all other titles stand on that line.
struct EntryLayout {
  /// The votes for lines from two above the dates to two below.
  private var votes = [0, 0, 0, 0, 0]

  /// Counts where a head has its title.
  mutating func count(_ head: EntryHead) {
    if let own = head.row(0), own.title(atLeast: 2) != nil {
      votes[2] += 1
      return
    }
    for row in head.rows where row.title(atLeast: 2) != nil { votes[row.offset + 2] += 1 }
  }

  func votes(_ offset: Int) -> Int { votes[offset + 2] }

  /// The line that most titles stand on, where two or more do.
  var usual: Int? {
    let best = votes.indices.max { votes[$0] != votes[$1] ? votes[$0] < votes[$1] : $0 > $1 }
    return best.flatMap { votes[$0] >= 2 ? $0 - 2 : nil }
  }

  /// Whether titles stand on a line about as often as anywhere else.
  func isUsual(_ offset: Int) -> Bool {
    votes(offset) > 0 && votes(offset) * 2 >= (votes.max() ?? 0)
  }
}

extension EntryNames.Part {
  /// Whether it could be an employer.
  var mayEmploy: Bool { isName && !isField }

  /// 2 for an occupation written as a title is, 1 for one in other words, 0 for none.
  var titleScore: Int { isTitle ? (isTitleCase ? 2 : 1) : 0 }
}
