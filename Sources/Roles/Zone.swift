import Documents
import Reading
import Tokenization

/// The part of a posting that a line stands in.
enum Zone: String {
  /// Before the first heading: title, employer, place, pay, and what the site puts there.
  case header
  case required, preferred, responsibility, overview
  case company, benefits, pay, application
  case equalOpportunity = "equal-opportunity"
  /// What the job site adds.
  case site
  /// What the job site adds after the posting; nothing of the role follows.
  case tail

  /// Whether a line of the zone can ask for something.
  var asks: Bool { self == .required || self == .preferred || self == .responsibility }

  /// The section of what such a line asks for.
  var section: Requirement.Section? {
    switch self {
    case .required: .required
    case .preferred: .preferred
    case .responsibility: .responsibility
    default: nil
    }
  }

  init?(heading: Cue) {
    switch heading {
    case .headingRequired: self = .required
    case .headingPreferred: self = .preferred
    case .headingResponsibility: self = .responsibility
    case .headingOverview: self = .overview
    case .headingCompany: self = .company
    case .headingBenefits: self = .benefits
    case .headingPay: self = .pay
    case .headingApplication: self = .application
    case .headingEqualOpportunity: self = .equalOpportunity
    case .headingSite: self = .site
    case .headingTail: self = .tail
    default: return nil
    }
  }
}

/// Walks over the lines of a posting and says which zone each stands in.
///
/// A heading opens a zone; a heading that names none is a subheading of the zone it stands in. What
/// follows the first heading of the tail is the site's, once the posting has asked for something.
struct ZoneReader {
  /// A line and its zone; headings themselves carry the zone that they open.
  struct Assignment {
    var zone: Zone
    var isHeading: Bool
  }

  private let role: RoleText
  private var zone = Zone.header
  private var asked = 0
  /// The bullets since the last heading.
  private var bullets = 0
  /// The zone of a list that a paragraph ended, should the list go on behind it.
  private var ended: Zone?

  init(_ role: RoleText) {
    self.role = role
  }

  /// The zone of each line.
  mutating func zones() -> [Assignment] {
    role.lines.indices.map { assign($0) }
  }

  private mutating func assign(_ index: Int) -> Assignment {
    let line = role.lines[index]
    switch line.hint {
    case .requirement: return Assignment(zone: .required, isHeading: false)
    case .summary: return Assignment(zone: .overview, isHeading: false)
    case .title, .employer, .location, .posted, .closes:
      return Assignment(zone: .header, isHeading: false)
    default: break
    }
    guard zone != .tail, line.shape != .blank else {
      return Assignment(zone: zone, isHeading: false)
    }
    if let opened = heading(line, at: index) {
      // The site's own headings stand over a line or two, above the posting.
      if opened == .site { return Assignment(zone: .site, isHeading: false) }
      // "Salary: £30,000" is a fact of the zone it stands in, and heads nothing.
      if line.isGlued && (opened == .pay || opened == .application) {
        return Assignment(zone: zone, isHeading: true)
      }
      // Before anything was asked for, the site's boxes stand above the posting.
      zone = opened == .tail && asked < 3 ? .site : opened
      (bullets, ended) = (0, nil)
      return Assignment(zone: zone, isHeading: true)
    }
    if isSubheading(line, at: index) {
      bullets = 0
      if let told = zoneOfBullets(below: index) { (zone, ended) = (told, nil) }
      return Assignment(zone: zone, isHeading: true)
    }
    if line.shape == .bullet {
      bullets += 1
      if let list = ended, goesOn(list, line) { (zone, ended) = (list, nil) }
    }
    // A paragraph below a list does not belong to it; its sentences are judged one by one.
    if isParagraph(line), bullets >= 2, zone.asks || zone == .benefits || zone == .pay {
      (ended, zone) = (zone, .overview)
    }
    if zone.asks { asked += 1 }
    return Assignment(zone: zone, isHeading: false)
  }

  /// Whether a bullet behind a paragraph goes on with the list before it: it asks for something.
  private func goesOn(_ list: Zone, _ line: TextLine) -> Bool {
    list.asks && list != .responsibility && SentenceCues(line.tokens, in: role).has(.requires)
  }

  private func isParagraph(_ line: TextLine) -> Bool {
    line.shape == .plain && line.tokens.count >= 10
  }

  /// What the bullets below a heading that names nothing known are: requirements, where most of them
  /// ask for something; duties, where the posting has said little yet.
  private func zoneOfBullets(below index: Int) -> Zone? {
    let lines = role.lines[(index + 1)...].filter { $0.shape != .blank }
    let bullets = lines.prefix { $0.shape == .bullet }.prefix(8)
    guard bullets.count >= 2 else { return nil }
    let asking = bullets.count { line in
      let cues = SentenceCues(line.tokens, in: role)
      // A duty may speak of experience as well, but does not begin with it.
      let first = cues.first(.requires) ?? cues.first(.seeks)
      return first.map { $0.lowerBound < line.tokens.lowerBound + 4 } ?? false
        && !cues.has(.offers) && !cues.has(.benefits)
    }
    switch zone {
    case .header, .overview: return asking * 2 >= bullets.count ? .required : .responsibility
    case .responsibility: return asking * 3 >= bullets.count * 2 ? .required : nil
    default: return nil
    }
  }

  /// Whether a line heads a part of its zone: it ends in a colon, or it is a few capitalised words
  /// over bullets.
  private func isSubheading(_ line: TextLine, at index: Int) -> Bool {
    guard line.isShort, line.shape != .bullet, !line.isCell, zone != .header || index > 2 else {
      return false
    }
    let last = role.text[line.span].last
    if line.shape == .heading && last == 0x3A && zone != .header { return line.tokens.count <= 6 }
    let next = role.lines[(index + 1)...].first { $0.shape != .blank }
    let words = role.tokens[line.tokens].filter { !$0.traits.contains(.stop) }
    return line.tokens.count <= 5 && next?.shape == .bullet && last != 0x2E
      && words.allSatisfy { $0.traits.contains(.capitalized) }
  }

  private func heading(_ line: TextLine, at index: Int) -> Zone? {
    guard line.isShort, line.shape != .bullet else { return nil }
    let isSet = line.shape == .heading
    guard isSet || ![0x2E, 0x2C, 0x3B].contains(role.text[line.span].last ?? 0) else { return nil }
    // A line set as text is a heading only if it says little else, and begins with a capital.
    let slack = isSet ? 3 : line.tokens.count <= 3 ? 0 : 1
    guard isSet || role.tokens[line.tokens.lowerBound].traits.contains(.capitalized),
      let cue = role.knowledge.cues.heading(
        in: role.tokens, line.tokens, of: .posting, slack: slack)
    else { return nil }
    return Zone(heading: cue)
  }
}
