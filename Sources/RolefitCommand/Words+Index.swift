#if CommandLine
  import Foundation
  import Rolefit

  extension Words {
    /// What is wrong with an index, and what to do.
    static func describe(_ error: RoleIndexError) -> String {
      switch error {
      case .missing(let path): "\(path): there is no index; make one with rolefit index build"
      case .exists(let path):
        "\(path): something is there already; choose another name, "
          + "or put postings into an index with rolefit index add"
      case .notAnIndex(let path): "\(path): this is no index"
      case .version(let path, let version, let isTooNew):
        "\(path): version \(version) of the format is "
          + (isTooNew ? "of a later rolefit; update this one" : "read no more; build it anew")
      case .damaged(let file, let offset):
        "\(file): damaged at byte \(offset); build the index anew"
      case .nothingRead: "no posting could be read; no index was made"
      case .otherModel(let index, let engine):
        "the index was made with \(index), and this rolefit scores with \(engine); build it anew"
      case .locked(let path): "\(path): another process is changing the index; try again later"
      case .noSpace(let path): "\(path): the disk is full; nothing was changed"
      case .readOnly(let path): "\(path): nothing may be written here; nothing was changed"
      case .system(let errno, let operation, let path):
        "\(path.isEmpty ? "the index" : path): \(operation)"
          + (errno == 0 ? "" : ": \(system(errno))")
      case .tooLarge(let path): "\(path): too many roles for one segment"
      case .unclear(let path):
        "\(path): the last step failed; look with rolefit index info whether it holds"
      }
    }

    /// The system's words for a number.
    private static func system(_ errno: Int32) -> String {
      // The string is copied at once; it is never nil.
      unsafe String(cString: strerror(errno))
    }
  }
#endif
