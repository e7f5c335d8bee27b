package import Tokenization
package import Weighting

/// All data that readers of postings and résumés share.
///
/// Immutable; make it once. A class, so that every reader can hold it at no cost.
package final class Knowledge: Sendable {
  package let lexicon: Lexicon
  package let background: Background
  package let tables: TrainedTables
  package let cues: CueTable
  package let gazetteer: Gazetteer
  package let skills: SkillTable
  package let degrees: DegreeReader
  package let kinds: KindTable
  package let voice: VoiceTable

  private init(_ other: Knowledge, tables: TrainedTables) {
    lexicon = other.lexicon
    background = other.background
    self.tables = tables
    cues = other.cues
    gazetteer = other.gazetteer
    skills = other.skills
    degrees = other.degrees
    kinds = other.kinds
    voice = other.voice
  }

  /// The same, with tables of which only some parts count.
  package func counting(_ parts: ModelParts) -> Knowledge {
    Knowledge(self, tables: tables.counting(parts))
  }

  /// The places that a text names, in its order.
  package func places(named text: String) -> [Place] {
    var tokenizer = Tokenizer(lexicon: lexicon)
    let bytes = Array(text.utf8)
    let tokens = tokenizer.tokenize(bytes).tokens
    return gazetteer.places(in: tokens, tokens.indices, text: bytes).map(\.place)
  }

  /// Whether a line stands in many postings of the background.
  package func isRecurring(_ line: Term) -> Bool {
    background.isRecurring(line)
  }

  /// The texts of the data files.
  package struct Sources: Sendable {
    package var aliases: String
    package var cues: String
    package var places: String
    package var skills: String
    package var kinds: String
    package var voice: String

    package init(
      aliases: String, cues: String, places: String, skills: String, kinds: String, voice: String
    ) {
      self.aliases = aliases
      self.cues = cues
      self.places = places
      self.skills = skills
      self.kinds = kinds
      self.voice = voice
    }
  }

  /// Reads the data, with the compounds of the background.
  package init(
    _ sources: Sources, background: Background, tables: TrainedTables
  ) throws(AliasError) {
    let lexicon = Lexicon(
      aliases: try AliasTable(sources.aliases), compounds: background.compounds)
    self.lexicon = lexicon
    self.background = background
    self.tables = tables
    cues = CueTable(sources.cues, lexicon: lexicon)
    gazetteer = Gazetteer(sources.places, lexicon: lexicon)
    skills = SkillTable(sources.skills, lexicon: lexicon)
    degrees = DegreeReader(lexicon: lexicon)
    kinds = KindTable(sources.kinds, lexicon: lexicon)
    voice = VoiceTable(sources.voice, lexicon: lexicon)
  }
}
