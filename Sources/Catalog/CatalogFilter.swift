#if Catalog
  import Foundation
  import GRDB

  /// Which documents are meant.
  package enum CatalogFilter: Sendable, Equatable {
    /// Those that were added or replaced after a moment, in the seconds that were given then.
    case added(after: Int64)
    /// Those whose facts, a JSON object, hold a text under a key that stands before another.
    ///
    /// Dates written as year, month and day stand in their own order.
    case fact(String, before: String)

    /// The condition of a row of documents, and what stands for its marks.
    var condition: (sql: String, arguments: [(any DatabaseValueConvertible)?]) {
      switch self {
      case .added(let moment): ("added > ?", [moment])
      case .fact(let key, let bound):
        (
          "iif(json_valid(CAST(facts AS TEXT)), json_extract(CAST(facts AS TEXT), ?), NULL) < ?",
          ["$." + key, bound]
        )
      }
    }
  }
#endif
