#if Catalog
  import Bytes
  import Foundation
  import GRDB

  /// The hash of a row: XXH64 of the lengths and bytes of its columns, in their order.
  ///
  /// It notices what a disk does to a page. It is no proof against somebody who means to change a row:
  /// they could take the hash anew.
  struct RowHash {
    private var writer = ByteWriter()

    /// Begins with the table, so that a row in another place is noticed too.
    init(_ table: String) {
      add(table)
    }

    mutating func add(_ text: String?) {
      add(text.map { Array($0.utf8) })
    }

    mutating func add(_ bytes: [UInt8]?) {
      writer.write(UInt64(truncatingIfNeeded: bytes?.count ?? -1))
      writer.write(bytes ?? [])
    }

    mutating func add(_ number: Int64) {
      writer.write(UInt64(bitPattern: number))
    }

    /// As SQLite keeps numbers.
    var value: Int64 { Int64(bitPattern: XXH64.hash(writer.bytes)) }

    /// The hash of columns.
    static func of(_ table: String, _ columns: [DatabaseValue]) -> Int64 {
      var hash = RowHash(table)
      for column in columns {
        switch column.storage {
        case .null: hash.add(Optional<[UInt8]>.none)
        case .int64(let number): hash.add(number)
        case .double(let number): hash.add(Int64(bitPattern: number.bitPattern))
        case .string(let text): hash.add(text)
        case .blob(let bytes): hash.add([UInt8](bytes))
        }
      }
      return hash.value
    }
  }
#endif
