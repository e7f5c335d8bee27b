/// What a phrase says of the text around it.
package enum Cue: UInt8, Sendable, CaseIterable {
  // What a heading of a posting opens.
  case headingRequired
  case headingPreferred
  case headingResponsibility
  case headingOverview
  case headingCompany
  case headingBenefits
  case headingPay
  case headingApplication
  case headingEqualOpportunity
  case headingTail
  case headingSite

  // What a heading of a résumé opens.
  case resumeExperience
  case resumeEducation
  case resumeSkills
  case resumeSummary
  case resumeCertifications
  case resumeProjects
  case resumeLanguages
  case resumeOther

  // What a posting inside a résumé is known by.
  case pastedHeading
  case pastedVoice
  case pastedSelf
  case pastedField
  /// It speaks to a language model that is to read the résumé.
  case pastedInstruction

  // What a sentence speaks of.
  case equalOpportunity
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
  case listOfAny
  /// The line names the tools of the job.
  case stack
  case clearance
  case citizenship
  case sponsorshipRefused
  case sponsorshipOffered
  case workPermit
  case backgroundCheck
  case screening
  case drivingLicence
  case registration
  case travel
  case drugTest
  case residence
  case remote
  case hybrid
  case onsite

  /// The headings that a cue belongs to; nil for a cue of sentences.
  var headings: Headings? {
    if label.hasPrefix("pasted.") { return .pasted }
    return label.hasPrefix("heading.") ? .posting : label.hasPrefix("resume.") ? .resume : nil
  }

  /// The cue with a label.
  init?(label: String) {
    guard let cue = Self.allCases.first(where: { $0.label == label }) else { return nil }
    self = cue
  }

  /// A bit of its own, so that a set of cues is a number.
  package var bit: UInt64 { 1 << UInt64(rawValue) }

  /// Its label in `cues.txt`.
  var label: String {
    switch self {
    case .headingRequired: "heading.required"
    case .headingPreferred: "heading.preferred"
    case .headingResponsibility: "heading.responsibility"
    case .headingOverview: "heading.overview"
    case .headingCompany: "heading.company"
    case .headingBenefits: "heading.benefits"
    case .headingPay: "heading.pay"
    case .headingApplication: "heading.application"
    case .headingEqualOpportunity: "heading.eeo"
    case .headingTail: "heading.tail"
    case .headingSite: "heading.site"
    case .resumeExperience: "resume.experience"
    case .resumeEducation: "resume.education"
    case .resumeSkills: "resume.skills"
    case .resumeSummary: "resume.summary"
    case .resumeCertifications: "resume.certifications"
    case .resumeProjects: "resume.projects"
    case .resumeLanguages: "resume.languages"
    case .resumeOther: "resume.other"
    case .pastedHeading: "pasted.heading"
    case .pastedVoice: "pasted.voice"
    case .pastedSelf: "pasted.self"
    case .pastedField: "pasted.field"
    case .pastedInstruction: "pasted.instruction"
    case .equalOpportunity: "eeo"
    case .benefits: "benefits"
    case .site: "site"
    case .statistics: "statistics"
    case .application: "application"
    case .company: "company"
    case .requires: "requires"
    case .prefers: "prefers"
    case .negates: "negates"
    case .duty: "duty"
    case .equivalent: "equivalent"
    case .seeks: "seeks"
    case .candidate: "candidate"
    case .quality: "quality"
    case .offers: "offers"
    case .listOfAny: "list.any"
    case .stack: "stack"
    case .clearance: "gate.clearance"
    case .citizenship: "gate.citizenship"
    case .sponsorshipRefused: "gate.sponsorship.no"
    case .sponsorshipOffered: "gate.sponsorship.yes"
    case .workPermit: "gate.work-permit"
    case .backgroundCheck: "gate.background-check"
    case .screening: "gate.screening"
    case .drivingLicence: "gate.driving-licence"
    case .registration: "gate.registration"
    case .travel: "gate.travel"
    case .drugTest: "gate.drug-test"
    case .residence: "gate.location"
    case .remote: "workplace.remote"
    case .hybrid: "workplace.hybrid"
    case .onsite: "workplace.onsite"
    }
  }
}

/// The kind of document that headings belong to.
package enum Headings: Sendable {
  case posting, resume
  /// A posting that stands in a résumé: its headings, and what it says to whoever applies.
  case pasted
}
