import Candidates
import Documents
import Roles

extension ExplanationPage {
  /// A stretch of a document that is not scored.
  struct Stretch {
    var why: String
    var span: Range<Int>
  }

  /// What is left out of the posting; neighbours with the same reason are one stretch.
  var postingLeftOut: [Stretch] {
    Self.joined(
      explanation.roleLeftOut.map { Stretch(why: $0.why, span: $0.span) }, in: posting.text)
  }

  /// What is left out of the résumé.
  var resumeLeftOut: [Stretch] {
    Self.joined(
      explanation.profileLeftOut.map { Stretch(why: $0.why, span: $0.span) }, in: resume.text)
  }

  private static func joined(_ stretches: [Stretch], in text: [UInt8]) -> [Stretch] {
    let sorted = stretches.map { Stretch(why: $0.why, span: $0.span.clamped(to: 0..<text.count)) }
      .filter { !$0.span.isEmpty }
      .sorted { $0.span.stands(before: $1.span) }
    var joined: [Stretch] = []
    for stretch in sorted {
      if let last = joined.last, last.why == stretch.why,
        last.span.upperBound >= stretch.span.lowerBound
          || text[last.span.upperBound..<stretch.span.lowerBound].allSatisfy({ $0 <= 0x20 })
      {
        let end = max(last.span.upperBound, stretch.span.upperBound)
        joined[joined.count - 1].span = last.span.lowerBound..<end
      } else {
        joined.append(stretch)
      }
    }
    return joined
  }

  /// What of both documents does not count, by reason.
  func writeLeftOut(_ html: inout HTMLWriter) {
    let lead = "What stands in the documents and does not count, and why. Each number leads there."
    writeSection("left-out", "Left out of the score", lead, &html) { html in
      html.element("div", ["class": "pair"]) { html in
        writeReasons("Posting", postingLeftOut, "posting", &html)
        writeReasons("Résumé", resumeLeftOut, "resume", &html)
      }
    }
  }

  private func writeReasons(
    _ name: String, _ stretches: [Stretch], _ document: String, _ html: inout HTMLWriter
  ) {
    html.element("section") { html in
      html.element("h3", name)
      guard !stretches.isEmpty else { return html.element("p", "Nothing.") }
      html.element("ul", ["class": "reasons"]) { html in
        for why in Set(stretches.map(\.why)).sorted() {
          html.element("li") { html in
            html.element("bdi", ["class": "kind"], ExplanationWords.spaced(why))
            if let reason = ExplanationWords.reason(why) { html.text(" \(reason)") }
            for (index, stretch) in stretches.enumerated() where stretch.why == why {
              html.text(" ")
              html.element(
                "a",
                [
                  "class": "at", "href": "#\(document)-out-\(index + 1)",
                  "aria-label": "\(name), stretch \(index + 1)",
                ], "\(index + 1)")
            }
          }
        }
      }
    }
  }
}
