#if CommandLine
  import Evaluation
  import Foundation
  import Rolefit

  /// The runs of a set in a folder, as TREC files: `by-profile.trec` and `by-posting.trec`.
  struct RunFiles {
    let folder: String
    private let profiles: [String]
    private let postings: [String]

    /// Fails where two ids of the set would be one name of a run, which holds no white space.
    init(folder: String, set: LabelledSet) throws {
      self.folder = folder
      profiles = try Self.names(set.profiles)
      postings = try Self.names(set.postings)
    }

    private static func names(_ ids: [String]) throws -> [String] {
      let names = ids.map(TREC.field)
      var seen: Set<String> = []
      for (id, name) in zip(ids, names) where !seen.insert(name).inserted {
        throw Failure(
          "the id \"\(id)\" is in a TREC run the same as another, \(name): "
            + "white space becomes \"_\" there; rename one of them")
      }
      return names
    }

    private func path(_ side: QuerySide) -> String { "\(folder)/by-\(side.rawValue).trec" }

    /// Writes both runs; the folder is made where it is not there.
    func write(_ runs: Runs) throws {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        for side in QuerySide.allCases {
          let bytes = Data(text(of: runs[side]).utf8)
          try bytes.write(to: URL(filePath: path(side)), options: .atomic)
        }
      } catch {
        let reason = (error as NSError).localizedFailureReason ?? "may files be made there?"
        throw Failure("\(folder): the runs cannot be written: \(reason)")
      }
    }

    private func text(of run: Run) -> String {
      let (queries, documents) =
        run.by == .profile ? (profiles, postings) : (postings, profiles)
      var text = ""
      for (query, ranking) in zip(queries, run.rankings) {
        for (index, entry) in ranking.enumerated() {
          text += TREC.line(query, documents[entry.document], index + 1, entry.score)
        }
      }
      return text
    }

    /// Reads both runs.
    func read() throws -> Runs {
      Runs(byProfile: try read(.profile), byPosting: try read(.posting))
    }

    private func read(_ side: QuerySide) throws -> Run {
      let path = path(side)
      guard FileManager.default.fileExists(atPath: path) else {
        throw Failure(
          "\(path): there is no such file; a folder of runs is what rolefit evaluate --runs writes")
      }
      do {
        return try RunReader(by: side, profiles: profiles, postings: postings)
          .read(try Inputs.bytes(path))
      } catch let error as RunError {
        throw Failure(Words.describe(error, file: path))
      }
    }
  }
#endif
