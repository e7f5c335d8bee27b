/// Why a file of relevance judgements ("qrels") cannot be used; lines count from 1.
package enum QrelsError: Error, Equatable, Sendable {
  /// The first line is not `profile_id`, `posting_id`, `grade`, separated by tabs.
  case header
  /// A line has another number of fields than three.
  case fields(line: Int, count: Int)
  /// There is no such profile in the set.
  case unknownProfile(line: Int, id: String)
  /// There is no such posting in the set.
  case unknownPosting(line: Int, id: String)
  /// What stands for a grade is no finite number from 0 up.
  case grade(line: Int, text: String)
  /// The set is to be read as a graded one, and the grade is not whole or above 60.
  case notWhole(line: Int, text: String)
  /// The pair was graded in an earlier line.
  case duplicate(line: Int, first: Int)
  /// There is no line after the header.
  case empty
  /// A graded set without a grade above 0: there is nothing to find.
  case nothingToFind
  /// A human-ranked set without a posting that has three grades, two of them different.
  case nothingToCompare
}
