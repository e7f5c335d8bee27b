/// Ways of writing the same thing: `Kubernetes = k8s`, `registered nurse = RN`.
///
/// The file has one group a line, the usual long form first:
///
///     # a comment
///     Kubernetes = k8s
///     registered nurse = RN | registered staff nurse
///
/// A form in capitals is met in capitals only; any other form is met in any case. Forms of several
/// words are compared by their stems.
package struct AliasTable: Sendable {
  /// The forms of one thing, the canonical one first.
  package struct Group: Sendable {
    package let forms: [String]
  }

  package let groups: [Group]

  package init(groups: [Group]) {
    self.groups = groups
  }

  /// Reads a file; the number of the first line that is no group is an error.
  package init(_ text: String) throws(AliasError) {
    var groups: [Group] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let content = Self.trim(Self.withoutComment(line))
      if content.isEmpty { continue }
      let sides = content.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { throw AliasError.noGroup(line: number + 1) }
      let forms = [sides[0]] + sides[1].split(separator: "|")
      groups.append(Group(forms: forms.map { Self.trim($0) }.filter { !$0.isEmpty }))
    }
    self.groups = groups
  }

  /// Whether a form is met in capitals only.
  static func isUppercase(_ form: String) -> Bool {
    form.utf8.contains(where: ByteClass.isUppercase)
      && !form.utf8.contains { ByteClass.isLetter($0) && !ByteClass.isUppercase($0) }
  }

  /// A comment begins at the start or after a space, so that "C#" needs no escape.
  private static func withoutComment(_ line: Substring) -> Substring {
    var previous: Character = " "
    for index in line.indices {
      if line[index] == "#" && (previous == " " || previous == "\t") { return line[..<index] }
      previous = line[index]
    }
    return line
  }

  private static func trim(_ text: Substring) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}

/// What is wrong with an alias file.
package enum AliasError: Error, Equatable {
  /// A line, counted from 1, without `=`.
  case noGroup(line: Int)
}
