import Reading
import Testing
import Tokenization

struct KindTableTests {
  private static let table = KindTable(
    """
    # A comment.
    string instrument | strings ~ viola | cello | Harp  # who plays one, plays strings
    instrument maker > luthier | bell founder
    ~ oboe | bassoon
    """, lexicon: DataFiles.lexicon)

  private func names(_ text: String) -> [Int] {
    let (bytes, tokens) = DataFiles.tokenize(text)
    return Self.table.names(in: tokens, tokens.tokens.indices, bytes: bytes).map(\.name)
  }

  @Test func `a member shows its kind, and a kind no member`() throws {
    let kind = try #require(names("string instruments").first)
    let member = try #require(names("the cello").first)
    #expect(Self.table.shown(by: kind).contains(member))
    #expect(!Self.table.shown(by: member).contains(kind))
  }

  @Test func `near relatives are members of a line that says so`() throws {
    let (viola, cello) = (try #require(names("viola").first), try #require(names("cello").first))
    let (oboe, bassoon) = (try #require(names("oboe").first), try #require(names("bassoon").first))
    let luthier = try #require(names("luthier").first)
    #expect(Self.table.relatives(of: viola).contains(cello))
    #expect(Self.table.relatives(of: oboe) == [bassoon])
    #expect(Self.table.relatives(of: luthier).isEmpty)
  }

  @Test func `a capital is met by a capital only`() {
    #expect(names("a Harp").count == 1)
    #expect(names("to harp on").isEmpty)
    #expect(names("CELLO").count == 1)
  }
}
