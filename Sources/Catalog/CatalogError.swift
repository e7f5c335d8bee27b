/// Why a catalog could not be opened, read or changed.
///
/// The command line makes words of it.
package enum CatalogError: Error, Equatable, Sendable {
  /// Nothing is there.
  case missing(path: String)
  /// This is something else than a catalog.
  case notACatalog(path: String)
  /// Written by a later version of this program.
  case tooNew(path: String)
  /// SQLite finds its own structures damaged.
  case damaged(path: String, reason: String)
  /// A row is not what its hash was taken of.
  case damagedRow(table: String, row: Int64)
  /// Somebody else has it for longer than one waits.
  case busy(path: String)
  /// The disk, or what one may use of it, is full.
  case noSpace(path: String)
  /// Nobody may read or write here, or not this user.
  case noAccess(path: String)
  /// Any other refusal of SQLite: its code and its words.
  case sqlite(code: Int32, message: String, path: String)
}
