import Documents

/// Lays out a Europass CV as the text that a person would have typed.
///
/// Two schemas are in use: `SkillsPassport` (Europass XML 3, until 2020) and `Candidate` (HR-XML, which
/// europass.eu writes since).
struct EuropassText {
  private var text = DocumentText()

  static func document(_ bytes: [UInt8]) throws(DocumentError) -> Document {
    let events = try CParsers.xml(bytes, of: .europass)
    guard let root = MarkupTree(events) else {
      throw .malformed(format: .europass, flaw: .damaged)
    }
    var layout = EuropassText()
    switch root.name {
    case "SkillsPassport": root.all("LearnerInfo").forEach { layout.lay(passport: $0) }
    case "Candidate": layout.lay(candidate: root)
    default: throw .malformed(format: .europass, flaw: .missingPart)
    }
    guard !layout.text.isBlank else { throw .empty }
    return layout.text.document(id: "", format: .europass)
  }

  // MARK: - SkillsPassport

  private mutating func lay(passport learner: MarkupTree) {
    let person = learner.all("Identification").first
    let names = [
      person?.string("PersonName", "FirstName"), person?.string("PersonName", "Surname"),
    ]
    text.append(Self.joined(names, " "), hint: .name)
    let contact = person?.all("ContactInfo").first
    let address = contact?.all("Address", "Contact").first
    text.append(
      Self.joined([address?.string("Municipality"), address?.string("Country", "Label")]),
      hint: .contact)
    text.append(contact?.string("Email", "Contact") ?? "", hint: .contact)
    for phone in contact?.all("TelephoneList", "Telephone") ?? [] {
      text.append(phone.string("Contact") ?? "", hint: .contact)
    }
    text.append(learner.string("Headline", "Description", "Label") ?? "")
    heading("Experience", learner.all("WorkExperienceList", "WorkExperience")) { layout, job in
      layout.entry(
        [job.string("Position", "Label"), job.string("Employer", "Name")], Self.period(job))
      layout.paragraphs(job.all("Activities"))
    }
    heading("Education", learner.all("EducationList", "Education")) { layout, course in
      layout.entry(
        [course.string("Title"), course.string("Organisation", "Name")], Self.period(course))
      layout.paragraphs(course.all("Activities"))
    }
    layLanguages(learner)
    for (kind, name) in Self.skills {
      heading(name, learner.all("Skills", kind, "Description")) { $0.paragraphs([$1]) }
    }
  }

  private static let skills = [
    ("Communication", "Communication skills"), ("Organisational", "Organisational skills"),
    ("JobRelated", "Job-related skills"), ("Computer", "Computer skills"),
    ("Other", "Other skills"),
  ]

  private mutating func layLanguages(_ learner: MarkupTree) {
    let mother = learner.all("Skills", "Linguistic", "MotherTongueList", "MotherTongue")
    let foreign = learner.all("Skills", "Linguistic", "ForeignLanguageList", "ForeignLanguage")
    heading("Languages", mother + foreign) { layout, language in
      let levels = language.all("ProficiencyLevel").first.map { level in
        level.children.map { $0.content.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
      }
      let level = language.name == "MotherTongue" ? "native" : levels?.max() ?? ""
      layout.text.append(
        (language.string("Description", "Label") ?? "") + (level.isEmpty ? "" : " (\(level))"))
    }
  }

  /// "2014-03 – 2018-09", "2018-09 – Present".
  private static func period(_ entry: MarkupTree) -> String? {
    guard let period = entry.all("Period").first else { return nil }
    func moment(_ name: String) -> String? {
      guard let part = period.all(name).first, let year = part.attributes["year"] else {
        return nil
      }
      let month = part.attributes["month"]?.filter(\.isNumber) ?? ""
      return month.isEmpty ? year : year + "-" + month
    }
    let end = moment("To") ?? (period.string("Current") == "true" ? "Present" : nil)
    return joined([moment("From"), end], " – ")
  }

  // MARK: - Candidate

  private mutating func lay(candidate: MarkupTree) {
    let person = candidate.all("CandidatePerson").first
    let names = [
      person?.string("PersonName", "GivenName"), person?.string("PersonName", "FamilyName"),
    ]
    text.append(Self.joined(names, " "), hint: .name)
    for channel in person?.all("Communication") ?? [] {
      let address = channel.all("Address").first
      text.append(
        channel.string("URI") ?? channel.string("DialNumber")
          ?? Self.joined([address?.string("CityName"), address?.string("CountryCode")]),
        hint: .contact)
    }
    for profile in candidate.all("CandidateProfile") {
      text.append(profile.string("ExecutiveSummary") ?? "")
      heading("Experience", profile.all("EmploymentHistory", "EmployerHistory")) {
        layout, employer in
        for job in employer.all("PositionHistory") {
          layout.entry(
            [job.string("PositionTitle"), employer.string("OrganizationName")],
            Self.dates(job.all("EmploymentPeriod").first))
          layout.paragraphs(job.all("Description"))
        }
      }
      heading(
        "Education", profile.all("EducationHistory", "EducationOrganizationAttendance")
      ) { layout, course in
        layout.entry(
          [course.string("EducationDegree", "DegreeName"), course.string("OrganizationName")],
          Self.dates(course.all("AttendancePeriod").first))
      }
      heading("Skills", profile.all("PersonQualifications", "PersonCompetency")) { layout, skill in
        layout.text.append(skill.string("CompetencyName") ?? skill.string("CompetencyID") ?? "")
      }
    }
  }

  private static func dates(_ period: MarkupTree?) -> String? {
    guard let period else { return nil }
    let end =
      period.string("EndDate", "FormattedDateTime")
      ?? (period.string("CurrentIndicator") == "true" ? "Present" : nil)
    return joined([period.string("StartDate", "FormattedDateTime"), end], " – ")
  }

  // MARK: - Lines

  private mutating func heading(
    _ name: String, _ entries: [MarkupTree],
    _ lay: (inout EuropassText, MarkupTree) -> Void
  ) {
    guard !entries.isEmpty else { return }
    text.appendBlank()
    text.append(name, hint: .heading)
    for entry in entries { lay(&self, entry) }
  }

  private mutating func entry(_ names: [String?], _ dates: String?) {
    text.append(Self.joined(names + [dates]))
  }

  /// What activities say is HTML in a string, or plain text.
  private mutating func paragraphs(_ parts: [MarkupTree]) {
    for part in parts {
      guard part.content.contains("<"), let lines = try? HTMLText.lines(of: part.content) else {
        text.append(part.content)
        continue
      }
      for line in lines.lines where !line.span.isEmpty {
        text.append(line: lines.text[line.span], hint: nil)
      }
      for hidden in lines.hidden { text.conceal(lines[hidden.span], why: hidden.why) }
    }
  }

  private static func joined(_ parts: [String?], _ separator: String = ", ") -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: separator)
  }
}
