@_exported public import Candidates
@_exported public import Documents
@_exported public import Matching
@_exported public import Reading
import Resources
@_exported public import Roles
import Tokenization
package import Weighting

/// Reads postings and résumés, and scores them against each other.
///
///     let engine = try Engine()
///     let resume = try DocumentReader.read(bytes, name: "maya.txt")
///     let pool = await Pool(roles: documents, engine: engine, threads: 2)
///     let ranking = pool.rank(against: resume, top: 10, asOf: CalendarDate("2026-11-21")!)
///
/// An engine is immutable and may be shared by threads. It opens no file and no connection, reads no
/// clock, and gives the same numbers for the same two texts on any machine.
public struct Engine: Sendable {
  /// The engine's version.
  public static let version = "0.1.0"

  /// What a result depends on beside the two texts.
  public struct Identity: Sendable, Codable, Equatable {
    /// The engine's version.
    public var engine: String
    /// The model's version; it changes whenever a score may change.
    public var model: String
    /// The version of the JSON output.
    public var format: Int
    /// The SHA-256 of the background's content.
    public var background: String
    /// The SHA-256 of the trained tables' content.
    public var tables: String
  }

  /// What results of this engine depend on.
  public let identity: Identity
  package let knowledge: Knowledge
  private let readers: IdleReaders

  /// An engine with the background that is compiled in.
  public init() throws(EngineError) {
    try self.init(Resource.named("background.bin").bytes, isTrusted: true)
  }

  /// An engine with another background: the bytes of a file that `rolefit background build` wrote.
  ///
  /// - Throws: `EngineError` where the bytes are no background, of another version, truncated, or
  ///   not what their hash was taken of.
  public init(background: [UInt8]) throws(EngineError) {
    try self.init(background, isTrusted: false)
  }

  private init(_ bytes: [UInt8], isTrusted: Bool) throws(EngineError) {
    let background: Background
    do {
      background = try Background(file: bytes, isTrusted: isTrusted)
    } catch {
      throw EngineError(error)
    }
    try self.init(counted: background)
  }

  /// An engine over a background in memory.
  package init(counted background: Background) throws(EngineError) {
    do {
      self.init(try Knowledge(Self.sources, background: background, tables: Self.tables))
    } catch {
      switch error {
      case .noGroup(let line): throw .aliases(line: line)
      }
    }
  }

  private init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    readers = IdleReaders(knowledge)
    let parts = knowledge.tables.parts
    identity = Identity(
      engine: Self.version, model: ScoreModel.version + (parts == .all ? "" : "/" + parts.name),
      format: 1, background: knowledge.background.hash, tables: knowledge.tables.hash)
  }

  /// An engine that reads alike, of whose trained tables only some parts count: to measure what each is
  /// worth.
  package func counting(_ parts: ModelParts) -> Engine {
    Engine(knowledge.counting(parts))
  }

  /// The trained tables that are compiled in; read once, they are shared by all engines.
  private static let tables: TrainedTables = {
    do {
      return try TrainedTables(file: Resource.named("model.bin").bytes, isTrusted: true)
    } catch {
      preconditionFailure("the tables that are compiled in: \(error)")
    }
  }()

  package static var sources: Knowledge.Sources {
    Knowledge.Sources(
      aliases: Resource.named("aliases.txt").text, cues: Resource.named("cues.txt").text,
      places: Resource.named("places.txt").text, skills: Resource.named("skills.txt").text,
      kinds: Resource.named("kinds.txt").text, voice: Resource.named("voice.txt").text)
  }

  /// The postings that are compiled in, to try things with.
  public static var sampleRoles: [Document] {
    Resource.all(prefix: "roles/").compactMap { resource in
      try? DocumentReader.read(resource.bytes, name: resource.name)
    }
  }

  /// What is understood of a posting.
  public func role(_ document: Document) -> Role {
    readers.withRoleReader { $0.read(document).role }
  }

  /// What is understood of a résumé.
  ///
  /// - Parameter asOf: until when positions that go on have lasted; without it, until the latest month
  ///   that the résumé names.
  public func profile(_ document: Document, asOf: CalendarDate? = nil) -> Profile {
    readers.withProfileReader { $0.read(document, asOf: asOf).profile }
  }

  /// One pair in full.
  ///
  /// - Parameter asOf: the day that closing dates are compared with; it never moves a score.
  public func match(resume: Document, role: Document, asOf: CalendarDate) -> Match {
    PairReader(knowledge: knowledge, asOf: asOf).match(
      prepared(role: role), prepared(profile: resume))
  }

  /// Reads many documents of both kinds; it keeps what its tokenizers learn.
  public struct Reader: Sendable {
    private var roles: RoleReader
    private var profiles: ProfileReader

    init(_ knowledge: Knowledge) {
      roles = RoleReader(knowledge: knowledge)
      profiles = ProfileReader(knowledge: knowledge)
    }

    /// What is understood of a posting.
    public mutating func role(_ document: Document) -> Role {
      roles.read(document).role
    }

    /// What is understood of a résumé.
    public mutating func profile(_ document: Document, asOf: CalendarDate? = nil) -> Profile {
      profiles.read(document, asOf: asOf).profile
    }
  }

  /// A reader of many documents: faster than `role(_:)` and `profile(_:)`, with the same results.
  public func reader() -> Reader {
    Reader(knowledge)
  }

  package func prepared(role document: Document) -> PreparedRole {
    prepared(roles: [document]) { $0 }[0]
  }

  package func prepared(profile document: Document) -> PreparedProfile {
    prepared(profiles: [document]) { $0 }[0]
  }

  /// What `body` makes of each of some postings, read by one reader.
  func prepared<Result>(roles: [Document], _ body: (PreparedRole) -> Result) -> [Result] {
    let scorer = Scorer(knowledge)
    return readers.withRoleReader { reader in
      roles.map {
        body(PreparedRole(document: $0, parsed: reader.read($0), scorer: scorer))
      }
    }
  }

  /// What `body` makes of each of some résumés, read by one reader.
  func prepared<Result>(profiles: [Document], _ body: (PreparedProfile) -> Result) -> [Result] {
    let scorer = Scorer(knowledge)
    return readers.withProfileReader { reader in
      profiles.map {
        body(PreparedProfile(document: $0, parsed: reader.read($0), scorer: scorer))
      }
    }
  }
}

/// Why an engine cannot be made.
public enum EngineError: Error, Equatable {
  /// The bytes do not begin as a background.
  case notABackground
  /// The background is of a version that this engine does not read.
  case version(Int)
  /// The background ends too early.
  case truncated
  /// The background is not what its hash was taken of.
  case hashDiffers
  /// The background's lists or numbers are impossible.
  case malformed
  /// A line of the alias table, from 1, has no `=`.
  case aliases(line: Int)

  init(_ error: BackgroundError) {
    switch error {
    case .notABackground: self = .notABackground
    case .version(let version): self = .version(version)
    case .truncated: self = .truncated
    case .hashDiffers: self = .hashDiffers
    case .malformed: self = .malformed
    }
  }
}
