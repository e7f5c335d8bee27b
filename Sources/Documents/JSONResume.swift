import Foundation

/// A JSON résumé (jsonresume.org, schema 1.0.0), laid out as text.
///
/// Sections become headings; a position becomes a line "title, employer, start – end" with its
/// highlights as bullets below. The contact block keeps lines of its own, marked as such.
struct JSONResume: Decodable {
  struct Basics: Decodable {
    struct Location: Decodable {
      var address, postalCode, city, region, countryCode: String?
    }
    struct Link: Decodable {
      var url: String?
    }
    var name, label, email, phone, url, summary: String?
    var location: Location?
    var profiles: [Link]?
  }

  /// An entry of any list: work, volunteer, education, awards, certificates, skills, languages, ….
  struct Entry: Decodable {
    var name, position, organization, institution, studyType, area, score, title, issuer: String?
    var startDate, endDate, date, summary, description, level, language, fluency, location: String?
    var publisher, releaseDate: String?
    var highlights, keywords, courses: [String]?
  }

  var basics: Basics?
  var work, volunteer, education, awards, certificates, publications: [Entry]?
  var skills, languages, interests, projects: [Entry]?
  var rolefit: Declaration?
  /// Of a résumé in NDJSON.
  var id: String?

  /// The document of an object that has a résumé's keys.
  static func document(_ bytes: [UInt8], id: String) throws(DocumentError) -> Document {
    let resume: JSONResume
    do {
      resume = try JSONDecoder().decode(JSONResume.self, from: Data(bytes))
    } catch {
      throw .malformedJSON(reason: JSONFailure.reason(error))
    }
    var text = DocumentText()
    resume.lay(into: &text)
    guard !text.isBlank else { throw .empty }
    return text.document(
      id: resume.id ?? id, format: .jsonResume, declaration: resume.rolefit)
  }

  private func lay(into text: inout DocumentText) {
    layBasics(into: &text)
    let sections: [(String, [Entry]?)] = [
      ("Experience", work), ("Volunteering", volunteer), ("Education", education),
      ("Skills", skills), ("Projects", projects), ("Certificates", certificates),
      ("Awards", awards), ("Publications", publications), ("Languages", languages),
      ("Interests", interests),
    ]
    for (heading, entries) in sections {
      guard let entries, !entries.isEmpty else { continue }
      text.appendBlank()
      text.append(heading, hint: .heading)
      for entry in entries { entry.lay(into: &text) }
    }
  }

  private func layBasics(into text: inout DocumentText) {
    text.append(basics?.name ?? "", hint: .name)
    let place = basics?.location
    let parts = [place?.address, place?.city, place?.region, place?.postalCode, place?.countryCode]
    text.append(parts.compactMap { $0 }.joined(separator: ", "), hint: .contact)
    let links = (basics?.profiles ?? []).map(\.url)
    for line in [basics?.email, basics?.phone, basics?.url] + links {
      text.append(line ?? "", hint: .contact)
    }
    text.append(basics?.label ?? "")
    if let summary = basics?.summary, !summary.isEmpty {
      text.append("Summary", hint: .heading)
      text.append(summary)
    }
  }
}

extension JSONResume.Entry {
  fileprivate func lay(into text: inout DocumentText) {
    text.append(headline)
    for paragraph in [summary, description, score].compactMap({ $0 }) { text.append(paragraph) }
    for bullet in highlights ?? [] { text.append("- " + bullet) }
    text.append((courses ?? []).joined(separator: ", "))
  }

  /// "Backend Engineer, Acme, 2019-02 – 2022-11", "Kubernetes (advanced): Helm, k3s".
  private var headline: String {
    let study = [studyType, area].compactMap { $0 }.joined(separator: " in ")
    let names = [position ?? title, study.isEmpty ? nil : study, name, organization, institution]
    var line = (names + [issuer, publisher, language, fluency, location])
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    if let level, !level.isEmpty { line += " (\(level))" }
    if let keywords, !keywords.isEmpty { line += ": " + keywords.joined(separator: ", ") }
    if let start = startDate {
      line += ", \(start) – \(endDate.map { $0.isEmpty ? "Present" : $0 } ?? "Present")"
    } else if let end = endDate ?? date ?? releaseDate {
      line += ", \(end)"
    }
    return line
  }
}
