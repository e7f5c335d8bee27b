import Reading
import Testing
import Tokenization

/// Places by their names, and words that only look like them.
@Suite struct GazetteerTests {
  private func places(_ text: String) -> [Place] {
    let (bytes, tokenized) = DataFiles.tokenize(text)
    return DataFiles.gazetteer.places(
      in: tokenized.tokens, tokenized.tokens.indices, text: bytes
    ).map(\.place)
  }

  /// City, region and country, with a dash for what is not known.
  private func summary(_ place: Place) -> String {
    [place.city, place.region, place.country].map { $0 ?? "-" }.joined(separator: "/")
  }

  @Test(arguments: [
    ("Washington, DC, US", "Washington/DC/US"),
    ("United States, California, Mountain View", "Mountain View/CA/US"),
    ("Mountain View, CA", "Mountain View/CA/US"), ("Denver, Colorado", "Denver/CO/US"),
    ("London", "London/ENG/GB"), ("Berlin, Germany", "Berlin/BE/DE"),
    ("Reading, UK", "Reading/BRK/GB"),
    ("Reading, PA", "Reading/PA/US"), ("Canada", "-/-/CA"), ("United Kingdom", "-/-/GB"),
    ("Texas", "-/TX/US"), ("New York, NY 10001", "New York/NY/US"), ("Italy", "-/-/IT"),
    ("Portland, OR", "Portland/OR/US"), ("Portland, ME", "Portland/ME/US"),
    ("the US", "-/-/US"), ("Paris, France", "Paris/IDF/FR"),
  ])
  func `a place is read with what it lies in`(text: String, expected: String) {
    let found = places(text)
    #expect(found.map(summary) == [expected])
  }

  @Test(arguments: [
    "IT Manager", "Reading a book", "reading, pa", "OR you can", "contact us", "in",
    "IN person", "or", "ME too", "HI there", "work in it",
  ])
  func `a word that looks like a place is none`(text: String) {
    #expect(places(text).isEmpty)
  }

  @Test func `the text of a place is that of the document`() {
    #expect(
      places("Based in Mountain View, California (hybrid)").map(\.text) == [
        "Mountain View, California"
      ])
    #expect(places("Denver, CO or Austin, TX").map(summary) == ["Denver/CO/US", "Austin/TX/US"])
  }

  @Test(arguments: [
    ("San Francisco, CA", "Mountain View, CA", true), ("Denver, CO", "Austin, TX", false),
    ("Texas", "Austin, TX", true), ("United States", "Denver, CO", true),
    ("Canada", "Texas", false),
    ("Denver, CO", "Denver, CO", true),
  ])
  func `places meet where one lies in the other or in one metropolitan area`(
    left: String, right: String, expected: Bool
  ) throws {
    let (left, right) = (try #require(places(left).first), try #require(places(right).first))
    #expect(left.meets(right) == expected)
    #expect(right.meets(left) == expected)
  }
}
