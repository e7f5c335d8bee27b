#if CommandLine
  import Evaluation

  extension Words {
    /// What is wrong with the judgements of a set, and what to do.
    static func describe(_ error: QrelsError, file: String) -> String {
      let header = "profile_id, posting_id and grade, separated by tabs"
      switch error {
      case .header: return "\(file):1: the first line must be the header: \(header)"
      case .fields(let line, let count):
        return "\(file):\(line): \(count) field(s) instead of three: \(header)"
      case .unknownProfile(let line, let id):
        return "\(file):\(line): there is no profile \"\(id)\"; add it to profiles.ndjson, "
          + "or remove the line"
      case .unknownPosting(let line, let id):
        return "\(file):\(line): there is no posting \"\(id)\"; add it to postings.ndjson, "
          + "or remove the line"
      case .grade(let line, let text):
        return "\(file):\(line): \"\(text)\" is no grade; a grade is a number from 0 up"
      case .notWhole(let line, let text):
        return
          "\(file):\(line): \"\(text)\" is no grade of relevance, which is a whole number from "
          + "0 to 60; for other grades use --grades ranked"
      case .duplicate(let line, let first):
        return "\(file):\(line): line \(first) grades the same pair; keep one of them"
      case .empty: return "\(file): it holds no grades; write \(header)"
      case .nothingToFind:
        return "\(file): no pair has a grade above 0, so there is nothing to find"
      case .nothingToCompare:
        return "\(file): no posting has three grades, two of them different, so there is no order "
          + "to compare; for grades of relevance use --grades graded"
      }
    }

    /// What is wrong with a run, and what to do.
    static func describe(_ error: RunError, file: String) -> String {
      switch error {
      case .fields(let line, let count):
        "\(file):\(line): \(count) field(s); a line is: query Q0 document rank score tag"
      case .unknown(let line, let id):
        "\(file):\(line): \"\(id)\" is not on that side of the set; was the run made of another set?"
      case .score(let line, let text):
        "\(file):\(line): \"\(text)\" is no score; a score is a finite number"
      case .duplicate(let line):
        "\(file):\(line): the query ranked this document in an earlier line; make the run anew"
      }
    }
  }
#endif
