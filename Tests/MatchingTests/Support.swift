import Documents
import Foundation
import Reading
import Rolefit
import Testing

@testable import Matching

/// What the tests share: the engine, the sample roles and the profiles of the project.
enum Sample {
  /// The engine with the background that is compiled in.
  static let engine = Result { try Engine() }

  /// The day that closing dates are compared with.
  static let day = CalendarDate("2026-11-21")

  /// The files of Profiles, without the page about them.
  static let profiles: [Document] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return InputReader.readAll(path: root.appending(path: "Profiles").path).documents
      .filter { $0.id != "README" }
  }()

  /// Every sample role with every profile, by their ids.
  static let pairs = Engine.sampleRoles.flatMap { role in
    profiles.map { PairName(role: role.id, profile: $0.id) }
  }

  private static let roles = Result {
    let engine = try Sample.engine.get()
    return Dictionary(
      uniqueKeysWithValues: Engine.sampleRoles.map { ($0.id, engine.prepared(role: $0)) })
  }

  private static let candidates = Result {
    let engine = try Sample.engine.get()
    return Dictionary(
      uniqueKeysWithValues: profiles.map { ($0.id, engine.prepared(profile: $0)) })
  }

  private static let matches = Result {
    try Dictionary(uniqueKeysWithValues: pairs.map { ($0, try freshMatch($0)) })
  }

  /// A sample role, read once for all tests.
  static func prepared(role id: String) throws -> PreparedRole {
    try #require(try roles.get()[id])
  }

  /// A profile, read once for all tests.
  static func prepared(profile id: String) throws -> PreparedProfile {
    try #require(try candidates.get()[id])
  }

  /// The match of a pair of the samples, made once for all tests.
  static func match(_ pair: PairName) throws -> Match {
    try #require(try matches.get()[pair])
  }

  /// The match of a pair of the samples, made anew.
  static func freshMatch(_ pair: PairName) throws -> Match {
    let reader = PairReader(knowledge: try engine.get().knowledge, asOf: try #require(day))
    return reader.match(try prepared(role: pair.role), try prepared(profile: pair.profile))
  }

  /// The match of two texts.
  static func match(role: String, resume: String) throws -> Match {
    try engine.get().match(
      resume: try document(resume), role: try document(role), asOf: try #require(day))
  }

  /// A document of a text.
  static func document(_ text: String, name: String = "someone.txt") throws -> Document {
    try DocumentReader.read(Array(text.utf8), name: name)
  }
}

/// The ids of a sample role and a profile.
struct PairName: Hashable, Sendable, CustomTestStringConvertible {
  let role: String
  let profile: String
  var testDescription: String { "\(role) × \(profile)" }
}

extension Finding {
  /// The node and all nodes below it.
  var nodes: [Finding] { [self] + children.flatMap(\.nodes) }
}
