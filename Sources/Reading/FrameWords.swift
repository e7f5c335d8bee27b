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
}
