package import Matching

/// A verdict or an outcome as an icon and a word, never as a colour alone.
package struct VerdictMark {
  /// `met`, `partial`, `missing` or `unknown`: how it looks.
  package let style: String
  /// What it says.
  package let word: String
  /// The icon as a character, for labels inside documents.
  package let sign: String

  /// The mark of a verdict.
  package init(_ verdict: Verdict) {
    style = verdict.rawValue
    word = verdict.rawValue
    sign = Self.sign(verdict.rawValue)
  }

  /// The mark of a gate's outcome.
  package init(_ outcome: GateCheck.Outcome) {
    style =
      switch outcome {
      case .pass: "met"
      case .fail: "missing"
      case .unknown: "unknown"
      }
    word = outcome.rawValue
    sign = Self.sign(style)
  }

  private static func sign(_ style: String) -> String {
    switch style {
    case "met": "✓"
    case "partial": "◐"
    case "missing": "✗"
    default: "?"
    }
  }

  /// Writes the icon and the word; where the word is hidden, it is still read aloud.
  func write(isWordHidden: Bool = false, _ html: inout HTMLWriter) {
    html.element("span", ["class": "verdict \(style)"]) { html in
      html.markup(
        "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#icon-\(style)\"/></svg>"
      )
      html.element("span", ["class": isWordHidden ? "hidden" : "word"], word)
    }
  }
}

extension ExplanationPage {
  /// The icons, drawn once: a tick, a half disc, a cross and a question mark in circles.
  static let icons = """
    <svg class="icons" width="0" height="0" aria-hidden="true" focusable="false">\
    <symbol id="icon-met" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5"/>\
    <path class="stroke" d="M4.6 8.3l2.4 2.4 4.4-5"/></symbol>\
    <symbol id="icon-partial" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.75"/>\
    <path d="M8 1.25a6.75 6.75 0 0 0 0 13.5z"/></symbol>\
    <symbol id="icon-missing" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.75"/>\
    <path class="line" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/></symbol>\
    <symbol id="icon-unknown" viewBox="0 0 16 16"><circle class="ring dashed" cx="8" cy="8" r="6.75"/>\
    <path class="line" d="M6.1 6.2c0-2.5 3.8-2.5 3.8 0 0 1.5-1.9 1.5-1.9 3.1M8 11.4v.2"/></symbol></svg>
    """
}
