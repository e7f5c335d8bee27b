package import Tokenization

/// Words with which requirements are made, and which ask for nothing by themselves.
package enum FrameWords {
  package static let terms = Term.words(
    """
    experience year years required requirement preferred minimum ability able knowledge strong \
    proven demonstrated excellent good solid understanding degree bachelor master equivalent \
    related relevant including plus must working skill skills proficiency proficient familiar \
    familiarity least similar field background comfortable fluency fluent hands previous prior \
    confidence certification certificate certified current hire
    """)

  private static let excellent = Term.words("excellent")

  /// Whether a word is one of them.
  ///
  /// "Excel" has the stem of "excellent", but asks for something, in capitals and in small letters; so
  /// does "to excel", which is no frame either.
  package static func contains(_ term: Term, written: ArraySlice<UInt8>) -> Bool {
    guard terms.contains(term) else { return false }
    return !excellent.contains(term)
      || written.count > 5 && !written.elementsEqual("excels".utf8, by: { $0 | 0x20 == $1 })
  }
}
