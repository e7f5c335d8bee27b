/// What the search for positions has cost, in units that do not depend on the machine.
///
/// Both are bounded by the length of the text and by the number of positions that are kept, and
/// tests hold them to it.
package struct ReadingWork: Sendable, Equatable {
  /// Tokens that were looked at for dates.
  package var datedTokens = 0
  /// Lines that were taken apart into titles and employers.
  package var rows = 0
}
