import Testing
import Tokenization

@testable import Weighting

/// Groups of letters, and how a short profile is compared by them.
@Suite struct LetterGroupsTests {
  private func groups(_ text: String) -> Set<UInt32> {
    Set(LetterGroups.groups(of: [Array(text.utf8)[...]]))
  }

  private func numbers(_ groups: [String]) -> Set<UInt32> {
    Set(groups.map(TablesSample.number))
  }

  @Test func `words are cut into groups of four with a space on each side`() {
    #expect(groups("Nurse") == numbers([" nur", "nurs", "urse", "rse "]))
    #expect(groups("IT-nurse") == numbers([" it ", " nur", "nurs", "urse", "rse "]))
    #expect(groups("c++ 2024, é").count == 1 && groups("c") == groups("c++ 2024, é"))
    #expect(groups("c") == [0x2063_2000])
    #expect(groups("").isEmpty)
  }

  @Test func `groups of several texts are one set, rising`() {
    let found = LetterGroups.groups(of: [Array("nurse".utf8)[...], Array("Nurse".utf8)[...]])
    #expect(found == found.sorted() && found.count == 4)
  }

  @Test func `letters count fully for no term and not at all from fifteen on`() throws {
    let tables = try TrainedTables(file: TablesSample.file())
    let nurse = [TablesSample.number("nurs")]
    // The only group has all the norm: γ ¼, length 8.
    #expect(tables.profileLetters(nurse, terms: 0, length: 8).weights == [2])
    #expect(tables.profileLetters(nurse, terms: 15, length: 8).isEmpty)
    #expect(tables.profileLetters([], terms: 0, length: 8).isEmpty)
    #expect(tables.counting([.vectors]).roleLetters(nurse, length: 8).isEmpty)
  }

  @Test func `a role's letters are rounded to three binary digits`() throws {
    let tables = try TrainedTables(file: TablesSample.file())
    // idf 2 and, of a group that is not listed, 4: norm √20, 10 · 2/√20 = 4.47, rounded to 4, and 10 · 4/√20 = 8.94, rounded to 8.
    let letters = tables.roleLetters(
      [TablesSample.number("nurs"), TablesSample.number("zzzz")], length: 10)
    #expect(letters.weights.sorted() == [4, 8])
    #expect(letters.terms == letters.terms.sorted())
  }
}

/// The names of models.
@Suite struct ModelPartsTests {
  @Test func `a name says the parts, and the parts the name`() {
    for parts in (UInt8(0)..<16).map(ModelParts.init(rawValue:)) {
      #expect(ModelParts(name: parts.name) == parts)
    }
    #expect(ModelParts.all.name == "full" && ModelParts([]).name == "core")
    #expect(ModelParts(name: "vectors") == .vectors)
    #expect(ModelParts(name: "core+words") == nil && ModelParts(name: "") == nil)
  }
}
