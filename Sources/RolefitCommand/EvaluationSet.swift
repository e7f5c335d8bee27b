#if CommandLine
  import Evaluation
  import Foundation
  import Rolefit

  /// A labelled set with its texts: a folder with `profiles.ndjson`, `postings.ndjson`, `qrels.tsv`.
  ///
  /// A text that cannot be read is a failure here and no refusal: figures over the rest would look
  /// like those of the set.
  struct EvaluationSet {
    /// The folder's name.
    let name: String
    let profiles: [Document]
    let postings: [Document]
    let labels: LabelledSet

    init(folder: String, kind: LabelledSet.Kind?) throws {
      for file in ["profiles.ndjson", "postings.ndjson", "qrels.tsv"]
      where !FileManager.default.fileExists(atPath: "\(folder)/\(file)") {
        throw Failure(
          "\(folder)/\(file): there is no such file; a labelled set is a folder with "
            + "profiles.ndjson, postings.ndjson and qrels.tsv")
      }
      name = URL(filePath: folder).standardizedFileURL.lastPathComponent
      profiles = try Self.documents("\(folder)/profiles.ndjson", what: "profile")
      postings = try Self.documents("\(folder)/postings.ndjson", what: "posting")
      let path = "\(folder)/qrels.tsv"
      do {
        labels = try LabelledSet(
          profiles: profiles.map(\.id), postings: postings.map(\.id),
          qrels: try Inputs.bytes(path), kind: kind)
      } catch let error as QrelsError {
        throw Failure(Words.describe(error, file: path))
      }
    }

    private static func documents(_ path: String, what: String) throws -> [Document] {
      let (documents, refusals) = InputReader.readAll(path: path, converter: Inputs.converter)
      if let refusal = refusals.first {
        let others = refusals.count > 1 ? " (and \(refusals.count - 1) more)" : ""
        throw Failure(
          "\(refusal.input): \(Words.describe(refusal.error))\(others); "
            + "every \(what) of a labelled set must be readable")
      }
      var ids: Set<String> = []
      for document in documents where !ids.insert(document.id).inserted {
        let lines = try lines(of: document.id, in: path).map(String.init)
        let (last, first) = (lines.dropFirst().first ?? "?", lines.first ?? "?")
        throw Failure(
          "\(path):\(last): the id \(document.id) stands in line \(first) already; "
            + "give every \(what) an id of its own")
      }
      if documents.isEmpty { throw Failure("\(path): no \(what) stands in it; add one a line") }
      return documents
    }

    /// The numbers of the lines whose record has an id.
    private static func lines(of id: String, in path: String) throws -> [Int] {
      let lines = try Inputs.bytes(path).split(separator: 0x0A, omittingEmptySubsequences: false)
      return lines.indices.filter { index in
        let record = try? DocumentReader.read(Array(lines[index]), name: "", id: "")
        return record?.id == id
      }
      .map { $0 + 1 }
    }
  }

  extension Inputs {
    /// The bytes of a file.
    static func bytes(_ path: String) throws -> [UInt8] {
      do {
        return Array(try Data(contentsOf: URL(filePath: path)))
      } catch {
        let reason = (error as NSError).localizedFailureReason ?? "is it a file that may be read?"
        throw Failure("\(path): it cannot be read: \(reason)")
      }
    }
  }
#endif
