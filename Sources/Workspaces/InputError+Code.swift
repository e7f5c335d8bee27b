package import Documents
package import Rolefit

extension InputError {
  /// What is wrong, as a word that stays the same and holds nothing of the input.
  package var code: String {
    switch self {
    case .notFound: "not-found"
    case .unreadable: "unreadable"
    case .notAFile: "not-a-file"
    case .document(let error): error.code
    }
  }
}

extension DocumentError {
  /// What is wrong, as a word that stays the same and holds nothing of the document.
  package var code: String {
    switch self {
    case .empty: "empty"
    case .tooLarge: "too-large"
    case .unsupported: "unsupported"
    case .notText: "not-text"
    case .invalidUTF8: "invalid-utf8"
    case .malformedJSON: "malformed-json"
    case .malformedRow: "malformed-row"
    case .encrypted: "encrypted"
    case .noText: "no-text"
    case .malformed(_, let flaw): "malformed-" + flaw.rawValue
    case .overLimit(_, let limit): "over-limit-" + limit.rawValue
    case .parserFailed: "parser-failed"
    case .missingTool: "missing-tool"
    case .noConverter: "no-converter"
    }
  }
}
