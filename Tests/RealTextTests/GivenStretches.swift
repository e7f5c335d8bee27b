import Reading
import Tokenization

@testable import Matching
@testable import Rolefit
@testable import Roles

/// What the engine says of judged stretches where each of them is itself the requirement.
///
/// So errors of reading do not hide errors of judging: the tree, the years and the degree come from the
/// readers of postings, but what is asked for is what people were asked about.
struct GivenStretches {
  let engine: Engine
  let pair: JudgedPair
  private let own: PreparedRole
  private let profile: PreparedProfile
  private let text: RoleText

  init(_ pair: JudgedPair, engine: Engine) {
    self.engine = engine
    self.pair = pair
    own = engine.prepared(role: pair.posting)
    profile = engine.prepared(profile: pair.profile)
    let lines = LineReader(cues: engine.knowledge.cues, headings: .posting)
      .lines(of: pair.posting, own.parsed.tokenized)
    text = RoleText(
      document: pair.posting, tokenized: own.parsed.tokenized, lines: lines,
      knowledge: engine.knowledge)
  }

  /// The finding of a stretch; nil where it holds no word that asks for anything.
  func finding(_ judgement: PairFacts.Judgement, asOf day: CalendarDate) -> Finding? {
    var builder = RoleBuilder(text)
    builder.items = [
      RoleBuilder.RequirementItem(
        section: judgement.duty == true ? .responsibility : .required,
        tokens: text.tokenized.tokens(in: judgement.span.range), indent: 0, isBullet: true)
    ]
    let trees = builder.requirements()
    var role = own.parsed.role
    role.requirements = trees.map(\.requirement)
    let parsed = ParsedRole(
      role: role, tokenized: text.tokenized,
      fields: builder.fields(
        title: own.parsed.fields.first { $0.id == "title" }?.pieces.first, trees: trees),
      work: 0)
    let prepared = PreparedRole(
      document: pair.posting, parsed: parsed, scorer: Scorer(engine.knowledge))
    return PairReader(knowledge: engine.knowledge, asOf: day).match(prepared, profile)
      .requirements.first
  }
}
