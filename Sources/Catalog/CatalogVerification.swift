/// What is wrong with a catalog.
package enum CatalogDamage: Sendable, Equatable {
  /// SQLite's own words about its structures.
  case structure(String)
  /// A row refers to one that is not there.
  case reference(table: String, row: Int64)
  /// A row is not what its hash was taken of.
  case row(table: String, row: Int64)
  /// A content is not what its name is the SHA-256 of.
  case content(table: String, row: Int64)
}
