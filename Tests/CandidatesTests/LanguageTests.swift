import Testing

@testable import Candidates

@Suite struct LanguageTests {
  /// Lines of a résumé, and what is spoken by them.
  struct Spoken: CustomTestStringConvertible, Sendable {
    var text: String
    var languages: [String]
    var levels: [String?]
    var testDescription: String { text }
  }

  @Test(arguments: [
    Spoken(
      text: "Languages\nEnglish, Farsi and Dari", languages: ["English", "Farsi", "Dari"],
      levels: [nil, nil, nil]),
    Spoken(
      text: "Languages\nEnglish Fluent\nSpanish Beginner", languages: ["English", "Spanish"],
      levels: ["Fluent", "Beginner"]),
    Spoken(
      text: "Languages: Danish (native), German – B2, French: C1",
      languages: ["Danish", "German", "French"], levels: ["native", "B2", "C1"]),
    Spoken(
      text: "Summary\nWaiter, fluent in Polish and Czech.", languages: ["Polish", "Czech"],
      levels: ["fluent", "fluent"]),
    Spoken(
      text: "Languages\nWorking knowledge of Spanish and French", languages: ["Spanish", "French"],
      levels: ["Working knowledge", "Working knowledge"]),
    Spoken(
      text: "Sprachen\nDeutsch (Muttersprache), Englisch (fließend)",
      languages: ["German", "English"], levels: ["Muttersprache", "fließend"]),
    Spoken(
      text: "Skills\nBilingual English/Spanish", languages: ["English", "Spanish"],
      levels: ["Bilingual", "Bilingual"]),
    Spoken(
      text: "Skills\nExcel, Spanish, filing", languages: ["Spanish"], levels: [nil]),
    Spoken(
      text: "Skills\nAmerican Sign Language (intermediate)",
      languages: ["American Sign Language"], levels: ["intermediate"]),
  ])
  func `languages are read with their levels`(spoken: Spoken) throws {
    let found = try Sample.profile(spoken.text + "\n").languages
    #expect(found.map(\.name) == spoken.languages)
    #expect(found.map(\.level) == spoken.levels)
  }

  @Test(arguments: [
    "Summary\nTeacher of English literature in a French restaurant district.",
    "Experience\nWelder, Elm Ltd, Jan 2015 – Dec 2016\n- Built ships for Korean yards",
    "Experience\nCleaner, Elm Ltd, Jan 2015 – Dec 2016\n- Polished and polish floors",
    "Skills\nLanguages: Go, Java",
    "Skills\nSales, Latin, travel\n\nSummary\nSold in Latin America for years.",
  ])
  func `other uses of their names are no languages`(text: String) throws {
    #expect(try Sample.profile(text + "\n").languages.isEmpty)
  }
}
