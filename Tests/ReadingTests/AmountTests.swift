import Reading
import Testing
import Tokenization

/// Years of experience, degrees and skills in sentences.
@Suite struct AmountTests {
  private func years(_ text: String) -> [String] {
    let (bytes, tokenized) = DataFiles.tokenize(text)
    return YearsReader(text: bytes, tokens: tokenized.tokens).years(in: tokenized.tokens.indices)
      .map { years in years.maximum.map { "\(years.minimum)-\($0)" } ?? "\(years.minimum)" }
  }

  private func degrees(_ text: String) -> [Degree] {
    let (bytes, tokenized) = DataFiles.tokenize(text)
    return DataFiles.degrees.degrees(
      in: tokenized.tokens, tokenized.tokens.indices, text: bytes
    ).map(\.degree)
  }

  private func skills(_ text: String) -> [String] {
    let (bytes, tokenized) = DataFiles.tokenize(text)
    return DataFiles.skills.skills(in: tokenized, of: bytes, tokenized.tokens.indices).map(\.name)
  }

  @Test(arguments: [
    ("4+ years of experience", "4"), ("at least three years", "3"), ("3–5 years", "3-5"),
    ("3-5 years", "3-5"), ("3 to 5 years", "3-5"), ("two or more years", "2"),
    ("5 or more years", "5"), ("minimum of 10 yrs", "10"), ("1 year", "1"),
    ("Bachelor's AND 12+ years", "12"), ("over 5 years of experience", "5"),
    ("2 full years", "2"), ("five (5) years", "5"), ("more than six years", "6"),
    ("7+ years' experience", "7"), ("ten years", "10"), ("3 plus years", "3"),
    ("24 months of practice", "2"), ("18 months", "1"), ("a year as a chef", "1"),
  ])
  func `years of experience are read`(text: String, expected: String) {
    #expect(years(text) == [expected])
  }

  @Test(arguments: [
    "every two years", "6 months", "over the past two years", "18 years old", "five years ago",
    "in the last 3 years", "for years", "a year", "2026 year", "99 years", "a two year contract",
    "the next 5 years", "3 days a year",
  ])
  func `years that are no experience are left`(text: String) {
    #expect(years(text).isEmpty)
  }

  @Test func `a sentence may name several amounts`() {
    #expect(years("Master's and 8+ years or Bachelor's and 12+ years") == ["8", "12"])
    #expect(years("3 years Java, 2 years Go") == ["3", "2"])
  }

  @Test(arguments: [
    ("Bachelor's degree in nursing", Degree.bachelor), ("Bachelor’s Degree", .bachelor),
    ("BSc", .bachelor), ("B.Sc.", .bachelor), ("BS in Biology", .bachelor),
    ("B.A. in History", .bachelor),
    ("Bachelor of Science", .bachelor), ("university degree", .bachelor), ("Masters", .master),
    ("MSc", .master), ("M.S. in Physics", .master), ("MBA", .master), ("Master of Arts", .master),
    ("Ph.D.", .doctorate), ("PhD", .doctorate), ("doctorate", .doctorate),
    ("Associate's degree", .associate), ("high school diploma", .secondary), ("GED", .secondary),
  ])
  func `a degree is read in every usual form`(text: String, expected: Degree) {
    #expect(degrees(text) == [expected])
  }

  @Test(arguments: [
    "master the details", "as needed", "ms office", "the master copy", "a degree of care",
    "associate",
    "scrum", "be on time",
  ])
  func `a word that is no degree is left`(text: String) {
    #expect(degrees(text).isEmpty)
  }

  @Test func `degrees have an order`() {
    #expect(Degree.allCases.shuffled().sorted() == Degree.allCases)
    #expect(Degree.bachelor < .master && Degree.master < .doctorate)
    #expect(degrees("Bachelor's or Master's degree") == [.bachelor, .master])
  }

  // MARK: - Skills

  @Test(arguments: [
    ("Excel and EXCEL", ["Excel", "Excel"]), ("azure Azure AZURE", ["azure", "azure", "azure"]),
    ("C#, C++ and .NET", ["c#", "c++", ".net"]), ("we use Swift", ["Swift"]),
    ("React, Python", ["python"]), ("T-SQL", ["t-sql"]), ("Rust, Go", ["Rust", "golang"]),
    ("C, C++ and SQL", ["C", "c++", "sql"]), ("Python, R", ["python", "R"]),
  ])
  func `a skill is met in its capitals`(text: String, expected: [String]) {
    #expect(skills(text).filter { $0 != "React" && $0 != "react" } == expected)
  }

  @Test(arguments: [
    "excel at your work", "a swift reply", "leverage trust and laws", "rust on the bridge",
    "go to market", "going", "in a rag", "bash the door", "dart away",
  ])
  func `an ordinary word is no skill`(text: String) {
    #expect(skills(text).isEmpty)
  }
}
