/// How text can be kept from the eye and left for machines.
package enum Concealment: String, Sendable, Codable, CaseIterable {
  /// It leaves no mark on the page: white on white, drawn invisibly, or covered.
  case invisible = "invisible-text"
  /// Smaller than anybody reads.
  case tiny = "tiny-text"
  /// Outside of the page.
  case offPage = "off-page-text"
  /// Marked as hidden in the format: a hidden run, `display: none`.
  case marked = "hidden-text"
  /// Written in tag characters, which no font shows.
  case tagged = "tag-characters"

  /// The warning that a document gets for it.
  ///
  /// - Parameter span: where the first of it stands.
  package func warning(span: Range<Int>) -> Warning {
    Warning(code: rawValue, message: message, span: span)
  }

  private var message: String {
    switch self {
    case .invisible: "some text leaves no mark on the page; it is not scored"
    case .tiny: "some text is too small to be read; it is not scored"
    case .offPage: "some text lies outside of the page; it is not scored"
    case .marked: "some text is marked as hidden; it is not scored"
    case .tagged: "some text is written in characters that no font shows; it is not scored"
    }
  }
}
