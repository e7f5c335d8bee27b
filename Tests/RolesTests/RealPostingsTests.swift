import Documents
import Foundation
import Reading
import Rolefit
import Roles
import Testing

/// The three real postings are read where they are, and nothing of them is copied here but facts.
private let folder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/postings")
private let isThere = FileManager.default.fileExists(atPath: folder.path)

@Suite(.enabled(if: isThere, "the folder shared/postings does not stand beside the project"))
struct RealPostingsTests {
  private func role(_ name: String) throws -> Role {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return try Engine().role(DocumentReader.read(Array(data), name: name))
  }

  /// The texts of all nodes that ask for something.
  private func texts(_ role: Role) -> [String] {
    role.leaves.map { $0.text.lowercased() }
  }

  @Test func `the federal architect: place, pay, gates`() throws {
    let role = try role("000_64734429fa1bc16e.txt")
    #expect(role.employer == "Microsoft")
    #expect(role.locations.first?.region == "DC")
    #expect(role.locations.first?.country == "US")
    let pay = try #require(role.pay)
    #expect((pay.minimum, pay.maximum) == (106_400, 203_600))
    #expect(pay.currency == "USD" && pay.period == .year)
    let gates = Dictionary(grouping: role.gates, by: \.kind).mapValues { $0.map(\.value) }
    #expect(gates[.clearance] == ["Top Secret, active"])
    #expect(gates[.citizenship] == ["US"])
    #expect(gates[.sponsorship] == ["not offered"])
    #expect(gates[.backgroundCheck] == ["after an offer"])
  }

  @Test func `the federal architect: a degree with years, or the equivalent`() throws {
    let role = try role("000_64734429fa1bc16e.txt")
    let required = role.requirements.filter { $0.section == .required }
    let choice = try #require(required.first { $0.kind == .any })
    // Beside it, the overview says whom they seek and what the role requires.
    #expect(required.count == 3)
    #expect(choice.kind == .any && choice.children.count == 2)
    let leaves = choice.children[0].leaves
    #expect(leaves.contains { $0.degree == .bachelor })
    #expect(leaves.contains { $0.years == 4 })
    #expect(choice.children[1].isEquivalent == true)
  }

  @Test func `the federal architect: skills are words, not parts of words`() throws {
    let role = try role("000_64734429fa1bc16e.txt")
    #expect(!role.skills.contains("rag"))
    #expect(!role.skills.contains("rust"))
    #expect(role.skills.contains("azure"))
    #expect(role.skills.contains("aws"))
    let lines = role.leaves.filter { $0.text.contains("Amazon Web Services") }
    #expect(lines.count == 1)
    #expect(!texts(role).contains { $0.contains("aws") })
  }

  @Test(arguments: [
    "pytorch", "median", "dashboard", "interview", "equal opportunity", "accommodation", "26,159",
    "career path", "apply now", "failure to maintain", "clearance",
  ])
  func `the federal architect: what the site adds asks for nothing`(word: String) throws {
    let role = try role("000_64734429fa1bc16e.txt")
    #expect(!texts(role).contains { $0.contains(word) })
  }

  @Test func `the federal architect: the doubled clearance sentence counts once`() throws {
    let role = try role("000_64734429fa1bc16e.txt")
    #expect(role.gates.filter { $0.kind == .clearance }.count == 1)
    #expect(role.leftOut.contains { $0.why == "duplicate" })
    #expect(role.leftOut.contains { $0.why == "equal-opportunity" })
    #expect(role.leftOut.contains { $0.why == "site" })
  }

  @Test func `the security strategist: title, closing date, pay by place`() throws {
    let role = try role("001_cb5ebc947929a473.txt")
    #expect(role.title == "Principal AI Architect and Security Strategist")
    #expect(role.closes == CalendarDate("2025-10-31"))
    let pay = try #require(role.pay)
    #expect((pay.minimum, pay.maximum) == (163_000, 296_400))
    let bay = try #require(pay.ranges.first { $0.minimum == 220_800 })
    #expect(bay.maximum == 331_200)
    #expect(bay.place?.contains("San Francisco") == true)
    #expect(bay.place?.contains("New York") == true)
  }

  @Test func `the security strategist: six languages are one choice`() throws {
    let role = try role("001_cb5ebc947929a473.txt")
    let first = try #require(
      role.requirements.first { $0.section == .required && $0.kind == .any })
    let languages = try #require(first.children[0].children.last)
    #expect(languages.kind == .any)
    #expect(
      languages.children.map(\.text) == ["C", "C++", "C#", "Java", "JavaScript", "Python"])
  }

  @Test func `the security strategist: master and 8, bachelor and 12, or the equivalent`() throws {
    let role = try role("001_cb5ebc947929a473.txt")
    let first = try #require(role.requirements.first { $0.section == .preferred })
    #expect(first.kind == .any && first.children.count == 3)
    let pairs = first.children.prefix(2).map { child in
      (child.leaves.compactMap(\.degree).first, child.leaves.compactMap(\.years).first)
    }
    #expect(pairs[0] == (.master, 8))
    #expect(pairs[1] == (.bachelor, 12))
    #expect(first.children[2].isEquivalent == true)
  }

  @Test func `the disconnected cloud: the range of the place it lies in`() throws {
    let role = try role("002_e3e79a49f05ffb1d.txt")
    #expect(role.title == "Senior Software Engineer")
    #expect(role.locations.first?.city == "Mountain View")
    #expect(role.locations.first?.region == "CA")
    let pay = try #require(role.pay)
    #expect((pay.minimum, pay.maximum) == (158_400, 258_000))
    #expect(role.posted == CalendarDate("2026-03-03"))
    #expect(role.workplace != .hybrid)
  }

  @Test func `the disconnected cloud: lost hyphens cost nothing`() throws {
    let data = try Data(contentsOf: folder.appendingPathComponent("002_e3e79a49f05ffb1d.txt"))
    let document = try DocumentReader.read(Array(data), name: "002.txt")
    let coverage = { (words: String) in
      let resume = try DocumentReader.read(Array(words.utf8), name: "resume.txt")
      let match = try Engine().match(
        resume: resume, role: document, asOf: #require(CalendarDate("2026-03-10")))
      return try #require(
        match.requirements.flatMap(\.leaves).first { $0.text.contains("faulttolerant") }
      ).coverage
    }
    let joined = try coverage("Built faulttolerant services for ten years.")
    #expect(try coverage("Built fault-tolerant services for ten years.") == joined)
    #expect(try coverage("Built services for ten years.") < joined)
  }

  @Test(arguments: ["cookie", "applied = 0", "(web-", "careers.", "base pay"])
  func `the disconnected cloud: banner and footer ask for nothing`(word: String) throws {
    let role = try role("002_e3e79a49f05ffb1d.txt")
    #expect(!texts(role).contains { $0.contains(word) })
  }
}
