import Documents
import Foundation

/// The postings in a file of JSON: the answer of a job board, one of its postings, or a list of records.
///
/// Sources of the names: Greenhouse's Job Board API (`jobs`, `content`), Lever's Postings API
/// (`text`, `lists`, `descriptionPlain`), Ashby's Job Postings API (`jobs`, `descriptionHtml`).
struct BoardPostings {
  /// More than any board lists.
  private static let most = 20_000

  static func documents(in bytes: [UInt8]) -> [Result<Document, DocumentError>] {
    guard let json = try? JSONSerialization.jsonObject(with: Data(bytes)) else {
      return [.failure(.malformedJSON(reason: "not valid JSON"))]
    }
    let object = json as? [String: Any]
    let list = (json as? [Any]) ?? (object?["jobs"] as? [Any]) ?? [json]
    let board = object?["name"] as? String
    var documents = list.prefix(most).map { document($0, employer: board) }
    if list.count > most { documents.append(.failure(.overLimit(format: .board, limit: .parts))) }
    return documents.isEmpty ? [.failure(.empty)] : documents
  }

  private static func document(_ item: Any, employer: String?) -> Result<Document, DocumentError> {
    guard let job = item as? [String: Any] else {
      return .failure(.malformedJSON(reason: "a posting should be an object"))
    }
    do {
      let document =
        if job["text"] is String, job["categories"] != nil || job["lists"] != nil {
          try lever(job)
        } else if job["descriptionHtml"] != nil || job["descriptionPlain"] != nil {
          try ashby(job)
        } else if job["content"] is String {
          try greenhouse(job, employer: employer)
        } else {
          try record(job)
        }
      return .success(document)
    } catch let error as DocumentError {
      return .failure(error)
    } catch {
      return .failure(.malformedJSON(reason: "not a posting"))
    }
  }

  /// A record as NDJSON has them, in an array.
  private static func record(_ job: [String: Any]) throws -> Document {
    guard let line = try? JSONSerialization.data(withJSONObject: job) else {
      throw DocumentError.malformedJSON(reason: "not a record")
    }
    return try DocumentReader.readRecord(Array(line), fallbackID: "")
  }

  private static func greenhouse(_ job: [String: Any], employer: String?) throws -> Document {
    var posting = PostingText()
    posting.append(job["title"] as? String, .title)
    posting.append((job["company_name"] as? String) ?? employer, .employer)
    posting.append(name(job["location"]), .location)
    posting.append(day(job["first_published"] ?? job["updated_at"]), .posted)
    posting.append(day(job["application_deadline"]), .closes)
    // The content is HTML whose signs are written as entities once more.
    let content = (job["content"] as? String) ?? ""
    posting.append(html: unescaped(content))
    return try finished(posting, job)
  }

  private static func lever(_ job: [String: Any]) throws -> Document {
    var posting = PostingText()
    posting.append(job["text"] as? String, .title)
    let categories = job["categories"] as? [String: Any] ?? [:]
    let places =
      (categories["allLocations"] as? [String])
      ?? [categories["location"] as? String].compactMap(\.self)
    for place in places { posting.append(place, .location) }
    posting.append(day(job["createdAt"]), .posted)
    posting.append(workplace(job["workplaceType"]))
    append(pay: job["salaryRange"], to: &posting)
    append(job, html: "description", plain: "descriptionPlain", to: &posting)
    for list in job["lists"] as? [[String: Any]] ?? [] {
      if let heading = list["text"] as? String, !heading.isEmpty {
        posting.append(heading: heading)
      }
      posting.append(html: list["content"] as? String)
    }
    append(job, html: "additional", plain: "additionalPlain", to: &posting)
    return try finished(posting, job)
  }

  private static func ashby(_ job: [String: Any]) throws -> Document {
    var posting = PostingText()
    posting.append(job["title"] as? String, .title)
    posting.append(job["location"] as? String, .location)
    for place in job["secondaryLocations"] as? [Any] ?? [] {
      posting.append((place as? [String: Any]).flatMap { $0["location"] as? String }, .location)
    }
    posting.append(day(job["publishedAt"]), .posted)
    posting.append(workplace((job["isRemote"] as? Bool) == true ? "remote" : job["workplaceType"]))
    let pay = (job["compensation"] as? [String: Any])?["compensationTierSummary"] as? String
    posting.append(pay.map { "Pay: " + $0 })
    append(job, html: "descriptionHtml", plain: "descriptionPlain", to: &posting)
    return try finished(posting, job)
  }

  // MARK: - Fields

  /// The markup where it is there, because it has lines; else the plain text.
  private static func append(
    _ job: [String: Any], html: String, plain: String, to posting: inout PostingText
  ) {
    if !posting.append(html: job[html] as? String) { posting.append(job[plain] as? String) }
  }

  private static func finished(_ posting: PostingText, _ job: [String: Any]) throws -> Document {
    let id = (job["id"] as? String) ?? (job["id"] as? NSNumber).map(\.stringValue) ?? ""
    guard let document = posting.document(.board, id: id) else { throw DocumentError.empty }
    return document
  }

  private static func name(_ value: Any?) -> String? {
    (value as? [String: Any])?["name"] as? String
  }

  /// The day of a moment: "2026-03-03T10:00:00-04:00", or milliseconds since 1970.
  private static func day(_ value: Any?) -> String? {
    if let text = value as? String { return String(text.prefix(10)) }
    guard let milliseconds = (value as? NSNumber)?.doubleValue, milliseconds > 0,
      milliseconds < 4e12
    else { return nil }
    return Date(timeIntervalSince1970: milliseconds / 1000).formatted(.iso8601.year().month().day())
  }

  private static func workplace(_ value: Any?) -> String? {
    switch (value as? String)?.lowercased() {
    case "remote": "Remote"
    case "hybrid": "Hybrid"
    case "onsite", "on-site": "On-site"
    default: nil
    }
  }

  private static func append(pay value: Any?, to posting: inout PostingText) {
    guard let range = value as? [String: Any], let low = range["min"] as? NSNumber,
      let high = range["max"] as? NSNumber
    else { return }
    let interval = (range["interval"] as? String) ?? ""
    posting.append(
      pay: [low.intValue, high.intValue].map { String($0) },
      currency: (range["currency"] as? String) ?? "",
      period: PostingText.periods.first { interval.contains($0) })
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&lt;") else { return text }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
