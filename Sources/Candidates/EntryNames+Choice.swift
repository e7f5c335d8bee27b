extension EntryNames {
  /// What the lines of a head name.
  struct Names {
    var title: Range<Int>?
    var employer: Range<Int>?
    /// The lines used, from the first to the last, relative to the dates.
    var offsets: ClosedRange<Int> = 0...0
  }

  /// Where a title was found: a row of the head, and a part of it.
  private struct Place {
    var row: EntryHead.Row
    var part: Int
  }

  /// The title and the employer that a head names; what stays in doubt is nil.
  func names(of head: EntryHead, _ layout: EntryLayout) -> Names {
    var names = Names()
    let place = strongTitle(head, layout) ?? weakTitle(head, layout)
    if let place {
      let chain = chain(place, head)
      names.title =
        place.row.parts[chain.lowerBound].span
        .lowerBound..<place.row.parts[chain.upperBound - 1].span.upperBound
      names.offsets = min(place.row.offset, 0)...max(place.row.offset, 0)
      if !head.hasPlaceholder, let found = employer(head, place, chain, layout) {
        names.employer = found.part.span
        names.offsets =
          min(names.offsets.lowerBound, found.offset)...max(names.offsets.upperBound, found.offset)
      }
    } else if !head.hasPlaceholder, let found = flagged(head, layout, except: nil) {
      names.employer = found.part.span
      names.offsets = min(found.offset, 0)...max(found.offset, 0)
    }
    if let row = head.rows.first(where: { $0.parts.contains(where: \.isPlaceholder) }) {
      names.offsets =
        min(names.offsets.lowerBound, row.offset)...max(names.offsets.upperBound, row.offset)
    }
    return names
  }

  // MARK: - Titles

  /// Lines in the order in which they are looked at: the usual one first, but for the dates' own.
  private func ordered(_ head: EntryHead, _ layout: EntryLayout) -> [EntryHead.Row] {
    head.rows.enumerated().sorted { left, right in
      let key = { (row: EntryHead.Row) in row.offset == 0 ? Int.max : layout.votes(row.offset) }
      let (a, b) = (key(left.element), key(right.element))
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
  }

  /// A part with an occupation, on a line that may name the position.
  private func strongTitle(_ head: EntryHead, _ layout: EntryLayout) -> Place? {
    let rows = ordered(head, layout).filter { row in
      // What stands above without a gap may be the end of the position before.
      row.offset >= 0 || head.isBounded || layout.isUsual(row.offset)
    }
    let place = { (row: EntryHead.Row, score: Int) in
      row.title(atLeast: score).map { Place(row: row, part: $0) }
    }
    let own = rows.first { $0.offset == 0 }
    let usual = rows.first { $0.offset == layout.usual }
    return own.flatMap { place($0, 2) } ?? usual.flatMap { place($0, 1) }
      ?? own.flatMap { place($0, 1) } ?? rows.lazy.compactMap { place($0, 2) }.first
      ?? (usual == nil ? rows.lazy.compactMap { place($0, 1) }.first : nil)
  }

  /// A part without an occupation, where all else says that it is the title.
  private func weakTitle(_ head: EntryHead, _ layout: EntryLayout) -> Place? {
    let isUnnamed = head.hasPlaceholder || flagged(head, layout, except: nil) != nil
    var rows: [EntryHead.Row] = []
    if let usual = layout.usual { rows += [head.row(usual)].compactMap { $0 } }
    if isUnnamed {
      rows += [head.row(0)].compactMap { $0 }
      rows += head.rows.filter { $0.parts.contains(where: \.isPlaceholder) }
      if head.isBounded { rows += head.rows.filter { $0.offset == -1 } }
    }
    for row in rows {
      let part = row.parts.firstIndex { part in
        // Beside "Company Name" a word of an organization makes no employer.
        (!part.isEmployer || head.hasPlaceholder) && !part.isPlaceholder && part.isName
      }
      if let part { return Place(row: row, part: part) }
    }
    return nil
  }

  /// The parts of a row that belong to a title: "Chef de Partie, fish section", "Buyer / Planner".
  private func chain(_ place: Place, _ head: EntryHead) -> Range<Int> {
    let parts = place.row.parts
    let isNamed =
      head.hasPlaceholder || head.rows.contains { $0.parts.contains(where: \.isEmployer) }
    let isBefore = place.part < place.row.beforeDates
    let side = isBefore ? 0..<place.row.beforeDates : place.row.beforeDates..<parts.count
    let joins = { (left: Int, right: Int) in
      let pair = [parts[left], parts[right]]
      guard [.slash, .dash].contains(parts[right].separator),
        !pair.contains(where: \.isPlaceholder)
      else { return false }
      return head.hasPlaceholder || pair.allSatisfy(\.isTitle)
    }
    var lower = place.part
    while lower > side.lowerBound,
      joins(lower - 1, lower) || (head.hasPlaceholder && parts[lower].separator == .comma)
    {
      lower -= 1
    }
    // Where commas go on to the end, the last of the parts may be the employer.
    var end = place.part + 1
    while end < side.upperBound, parts[end].separator == .comma,
      !parts[end].isEmployer || (parts[end].isUnit && isNamedElsewhere(head, place))
    {
      end += 1
    }
    let isNamedLater = isNamed || parts[end...].contains(where: \.mayEmploy)
    var upper = place.part + 1
    while upper < side.upperBound {
      let isComma = parts[upper].separator == .comma && upper < end
      guard joins(upper - 1, upper) || (isComma && (isNamedLater || !parts[upper].mayEmploy)) else {
        break
      }
      upper += 1
    }
    return lower..<upper
  }

  /// Whether an employer is named on another line than the title.
  private func isNamedElsewhere(_ head: EntryHead, _ place: Place) -> Bool {
    head.rows.contains { row in
      row.offset != place.row.offset && row.parts.contains { $0.isEmployer && !$0.isUnit }
    }
  }

  // MARK: - Employers

  /// A part with a word of an organization, on the nearest line that may name the position.
  private func flagged(
    _ head: EntryHead, _ layout: EntryLayout, except place: (offset: Int, parts: Range<Int>)?
  ) -> (part: Part, offset: Int)? {
    for row in head.rows where row.offset >= 0 || head.isBounded || row.offset >= place?.offset ?? 1
    {
      for (index, part) in row.parts.enumerated() where part.isEmployer {
        if place?.offset == row.offset, place?.parts.contains(index) == true { continue }
        return (part, row.offset)
      }
    }
    return nil
  }

  private func employer(
    _ head: EntryHead, _ place: Place, _ chain: Range<Int>, _ layout: EntryLayout
  ) -> (part: Part, offset: Int)? {
    if let found = flagged(head, layout, except: (place.row.offset, chain)) { return found }
    // A name without such a word: on the title's line, on the dates', or between and beside them.
    let rows = head.rows.filter { row in
      if row.offset == place.row.offset || row.offset == 0 { return true }
      return row.offset < 0
        ? head.isBounded || row.offset > place.row.offset : head.isNamedBelow
    }
    for row in rows {
      for (index, part) in row.parts.enumerated() where part.mayEmploy {
        if row.offset == place.row.offset, chain.contains(index) { continue }
        return (part, row.offset)
      }
    }
    return nil
  }
}
