#if Catalog
  import Catalog
  import Foundation
  import GRDB

  /// A catalog in a folder of its own, removed with everything in it when it goes.
  final class CatalogSample {
    let folder: String
    var path: String { folder + "/catalog.sqlite" }

    init() throws {
      folder =
        FileManager.default.temporaryDirectory
        .appending(path: "rolefit-catalog-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func open(creating: Bool = false, patience: Double = 0.2) throws -> CatalogDatabase {
      try CatalogDatabase(path, creating: creating, patience: patience)
    }

    /// A document whose content, facts and title are made of a word.
    static func document(
      _ id: String, _ word: String = "weld", declaration: String? = nil
    ) -> CatalogDocument {
      CatalogDocument(
        id: id, label: "\(id).txt", content: Array("\(word) pressure vessels".utf8),
        declaration: declaration.map { Array($0.utf8) },
        facts: Array("{\"understood\":\"\(word)\"}".utf8), title: "Who can \(word)",
        employer: nil)
    }

    /// Runs SQL on the file, as another program would.
    func sql(_ sql: String) throws {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
      try queue.close()
    }

    func number(_ sql: String) throws -> Int {
      let queue = try DatabaseQueue(path: path)
      defer { try? queue.close() }
      return try queue.read { try Int.fetchOne($0, sql: sql) ?? -1 }
    }

    /// The names of files of the folder that hold a text anywhere.
    func files(holding text: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
        let data = try Data(contentsOf: URL(filePath: folder + "/" + name))
        return data.range(of: Data(text.utf8)) != nil
      }
    }

    /// Changes the last byte of a text wherever it stands in the file.
    func damage(_ text: String) throws -> Int {
      var data = try Data(contentsOf: URL(filePath: path))
      var count = 0
      var start = data.startIndex
      while let range = data.range(of: Data(text.utf8), in: start..<data.endIndex) {
        data[range.upperBound - 1] ^= 1
        start = range.upperBound
        count += 1
      }
      try data.write(to: URL(filePath: path))
      return count
    }
  }
#endif
