import Documents
import Foundation

/// Postings that a page describes as data: schema.org `JobPosting` in JSON-LD.
///
/// Source of the names: <https://schema.org/JobPosting>.
struct JobPostingData {
  /// What the page is told of data that cannot be read.
  static let malformedWarning = Warning(
    code: "malformed-json-ld",
    message: "what the page says as data is not valid JSON; its text was read")

  private let object: [String: Any]

  /// The postings in the contents of JSON-LD scripts, and whether one of them is no JSON.
  static func postings(in scripts: [String]) -> (documents: [JobPostingData], isMalformed: Bool) {
    var found: [JobPostingData] = []
    var isMalformed = false
    for script in scripts {
      guard let json = try? JSONSerialization.jsonObject(with: Data(script.utf8)) else {
        isMalformed = true
        continue
      }
      collect(json, depth: 0, into: &found)
    }
    return (found, isMalformed)
  }

  private static func collect(_ json: Any, depth: Int, into found: inout [JobPostingData]) {
    guard depth < 8, found.count < 1_000 else { return }
    if let list = json as? [Any] {
      for item in list { collect(item, depth: depth + 1, into: &found) }
    } else if let object = json as? [String: Any] {
      if texts(object["@type"]).contains("JobPosting") {
        found.append(JobPostingData(object: object))
      } else {
        for key in ["@graph", "itemListElement", "item", "mainEntity"] {
          if let inner = object[key] { collect(inner, depth: depth + 1, into: &found) }
        }
      }
    }
  }

  /// The posting as a document; nil where the data holds no description.
  var document: Document? {
    guard let description = text("description"),
      let body = try? HTMLText.lines(of: description), body.text.count >= 200
    else { return nil }
    var posting = PostingText()
    posting.append(text("title") ?? text("name"), .title)
    posting.append(Self.name(of: object["hiringOrganization"]), .employer)
    for place in places { posting.append(place, .location) }
    posting.append(text("datePosted"), .posted)
    posting.append(text("validThrough"), .closes)
    if Self.texts(object["jobLocationType"]).contains("TELECOMMUTE") { posting.append("Remote") }
    appendPay(to: &posting)
    posting.append(body)
    for (key, heading) in Self.sections {
      let parts = Self.texts(object[key]).filter { !$0.isEmpty }
      guard !parts.isEmpty else { continue }
      posting.append(heading: heading)
      for part in parts { posting.append(html: part) }
    }
    appendDemands(to: &posting)
    return posting.document(.html)
  }

  /// Fields that hold text, and the headings that they come under.
  private static let sections = [
    ("responsibilities", "Responsibilities"), ("qualifications", "Qualifications"),
    ("skills", "Skills"), ("jobBenefits", "Benefits"),
  ]

  /// Experience, education, clearance and work permit, each in words.
  private func appendDemands(to posting: inout PostingText) {
    var demands = Self.texts(object["experienceRequirements"])
    if let experience = object["experienceRequirements"] as? [String: Any],
      let months = experience["monthsOfExperience"] as? NSNumber, months.intValue > 0
    {
      let years = months.intValue / 12
      demands.append(
        months.intValue % 12 == 0 && years > 0
          ? "\(years) years of experience" : "\(months.intValue) months of experience")
    }
    let education =
      (object["educationRequirements"] as? [Any]) ?? [object["educationRequirements"] ?? ""]
    let degrees = education.compactMap { item in
      (item as? [String: Any]).flatMap { $0["credentialCategory"] as? String } ?? item as? String
    }.filter { !$0.isEmpty }
    if !degrees.isEmpty {
      let isAlternative = (object["experienceInPlaceOfEducation"] as? Bool) == true
      demands.append(
        degrees.joined(separator: " or ") + (isAlternative ? " or equivalent experience" : ""))
    }
    demands += Self.texts(object["securityClearanceRequirement"])
    demands += Self.texts(object["eligibilityToWorkRequirement"])
    demands = demands.filter { !$0.isEmpty }
    guard !demands.isEmpty else { return }
    posting.append(heading: "Requirements")
    for demand in demands { posting.append("- " + demand) }
  }

  private var places: [String] {
    let list = (object["jobLocation"] as? [Any]) ?? [object["jobLocation"] ?? ""]
    return list.prefix(20).compactMap { item in
      guard let place = item as? [String: Any] else { return nil }
      guard let address = place["address"] as? [String: Any] else {
        return place["address"] as? String
      }
      let parts = ["addressLocality", "addressRegion", "addressCountry"].compactMap { key in
        (address[key] as? String) ?? Self.name(of: address[key])
      }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
  }

  private func appendPay(to posting: inout PostingText) {
    guard let salary = object["baseSalary"] as? [String: Any] else { return }
    let value = (salary["value"] as? [String: Any]) ?? salary
    let range = ["minValue", "maxValue"].compactMap { Self.amount(value[$0]) }
    posting.append(
      pay: range.isEmpty ? [Self.amount(value["value"])].compactMap(\.self) : range,
      currency: (salary["currency"] as? String) ?? (value["currency"] as? String) ?? "",
      period: PostingText.periods.first { $0 == (value["unitText"] as? String)?.lowercased() })
  }

  private static func amount(_ value: Any?) -> String? {
    guard let number = (value as? NSNumber)?.doubleValue ?? (value as? String).flatMap(Double.init),
      number.isFinite, number > 0, number < 1e12
    else { return nil }
    return number == number.rounded() ? String(Int(number)) : String(number)
  }

  private func text(_ key: String) -> String? {
    Self.texts(object[key]).first { !$0.isEmpty }
  }

  /// A string, or the strings of a list.
  private static func texts(_ value: Any?) -> [String] {
    if let text = value as? String { return [text] }
    return (value as? [Any] ?? []).compactMap { $0 as? String }
  }

  private static func name(of value: Any?) -> String? {
    (value as? [String: Any]).flatMap { $0["name"] as? String } ?? value as? String
  }
}
