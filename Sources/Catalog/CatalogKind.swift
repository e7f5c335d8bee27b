/// What a document of a catalog is; each kind has tables of its own.
///
/// So what must be written anew when a person is removed is as large as the profiles are, however many
/// postings there are.
package enum CatalogKind: String, Sendable, CaseIterable {
  case role, profile

  /// The table of documents.
  var documents: String { rawValue + "_documents" }
  /// The table of their contents.
  var contents: String { rawValue + "_contents" }
}
