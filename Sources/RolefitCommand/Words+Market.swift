#if CommandLine
  import Market
  import Roles

  extension Words {
    /// What is wrong with a filter.
    static func describe(_ error: MarketFilterError) -> String {
      switch error {
      case .noValue: "a condition is KEY=VALUE, as country=IE"
      case .unknownKey(let key):
        "there is no key \"\(Console.printable(key))\"; the keys are "
          + MarketFilter.Key.allCases.map(\.rawValue).joined(separator: ", ")
      case .impossible(let key, _): "\(key) takes \(values(of: key))"
      case .encoding: "it is not encoded as a link is"
      case .tooMany: "these are more conditions than roles can meet"
      }
    }

    private static func values(of key: String) -> String {
      switch MarketFilter.Key(rawValue: key) {
      case .workplace: "onsite, hybrid, remote or unknown"
      case .month: "a month as 2026-03, or undated"
      case .pay: YearlyPay.State.allCases.map(\.rawValue).joined(separator: ", ")
      default: "a value that is not empty"
      }
    }
  }
#endif
