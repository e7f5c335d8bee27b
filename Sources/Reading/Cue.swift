/// What a phrase says of the text around it; the raw values are the labels in `cues.txt`.
package enum Cue: String, Sendable, CaseIterable {
  // What a heading of a posting opens.
  case headingRequired = "heading.required"
  case headingPreferred = "heading.preferred"
  case headingResponsibility = "heading.responsibility"
  case headingOverview = "heading.overview"
  case headingCompany = "heading.company"
  case headingBenefits = "heading.benefits"
  case headingPay = "heading.pay"
  case headingApplication = "heading.application"
  case headingEqualOpportunity = "heading.eeo"
  case headingTail = "heading.tail"
  case headingSite = "heading.site"

  // What a heading of a résumé opens.
  case resumeExperience = "resume.experience"
  case resumeEducation = "resume.education"
  case resumeSkills = "resume.skills"
  case resumeSummary = "resume.summary"
  case resumeCertifications = "resume.certifications"
  case resumeProjects = "resume.projects"
  case resumeLanguages = "resume.languages"
  case resumeOther = "resume.other"

  // What a posting inside a résumé is known by.
  case pastedHeading = "pasted.heading"
  case pastedVoice = "pasted.voice"
  case pastedSelf = "pasted.self"
  case pastedField = "pasted.field"
  /// It speaks to a language model that is to read the résumé.
  case pastedInstruction = "pasted.instruction"

  // What a sentence speaks of.
  case equalOpportunity = "eeo"
  case benefits, site, statistics, application, company
  case requires, prefers, negates, duty, equivalent
  /// The employer says whom it looks for.
  case seeks
  /// The sentence speaks of the one who applies.
  case candidate
  /// What a person is like.
  case quality
  /// What the one who applies is given.
  case offers
  case listOfAny = "list.any"
  /// The line names the tools of the job.
  case stack
  case clearance = "gate.clearance"
  case citizenship = "gate.citizenship"
  case sponsorshipRefused = "gate.sponsorship.no"
  case sponsorshipOffered = "gate.sponsorship.yes"
  case workPermit = "gate.work-permit"
  case backgroundCheck = "gate.background-check"
  case screening = "gate.screening"
  case drivingLicence = "gate.driving-licence"
  case registration = "gate.registration"
  case travel = "gate.travel"
  case drugTest = "gate.drug-test"
  case residence = "gate.location"
  case remote = "workplace.remote"
  case hybrid = "workplace.hybrid"
  case onsite = "workplace.onsite"

  /// The headings that a cue belongs to; nil for a cue of sentences.
  var headings: Headings? {
    if rawValue.hasPrefix("pasted.") { return .pasted }
    return rawValue.hasPrefix("heading.")
      ? .posting : rawValue.hasPrefix("resume.") ? .resume : nil
  }
}

/// The kind of document that headings belong to.
package enum Headings: Sendable {
  case posting, resume
  /// A posting that stands in a résumé: its headings, and what it says to whoever applies.
  case pasted
}
