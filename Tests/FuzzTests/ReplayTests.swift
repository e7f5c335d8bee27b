import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What fuzzing begins with and what it found, without a fuzzer: each input, and mutations of it.
///
/// A broken promise stops the process; `swift test --filter ReplayTests` then names the target last begun.
@Suite(.serialized) struct ReplayTests {
  /// An input that a file holds.
  struct Input: CustomStringConvertible {
    let target: FuzzTarget
    let file: URL
    var description: String { "\(target.rawValue)/\(file.lastPathComponent)" }
  }

  private static func inputs(_ folder: String) -> [Input] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder)
    return FuzzTarget.allCases.flatMap { target in
      let files = try? FileManager.default.contentsOfDirectory(
        at: root.appending(path: target.rawValue), includingPropertiesForKeys: nil)
      return (files ?? []).sorted { $0.path < $1.path }.map { Input(target: target, file: $0) }
    }
  }

  static let seeds = inputs("Seeds")
  static let found = inputs("Found")

  @Test(arguments: FuzzTarget.allCases)
  func `each target has seeds, and bears with nothing at all`(target: FuzzTarget) {
    #expect(Self.seeds.contains { $0.target == target })
    target.run([])
    target.run([0])
  }

  /// A parser that calls itself runs out of stack.
  @Test(arguments: FuzzTarget.allCases, ["[", "{\"jobs\":", "<b>", "<tr><td>", "("])
  func `what is nested two thousandfold is refused or read`(target: FuzzTarget, piece: String) {
    let nested = String(repeating: piece, count: 2_000)
    target.run(Array(nested.utf8))
    target.run(Array(("<SkillsPassport><LearnerInfo>" + nested).utf8))
  }

  @Test(arguments: seeds)
  func `a seed is taken for what it is`(input: Input) throws {
    let bytes = [UInt8](try Data(contentsOf: input.file))
    #expect(input.target.run(bytes))
  }

  @Test(arguments: found)
  func `what once stopped a parser does so no more`(input: Input) throws {
    input.target.run([UInt8](try Data(contentsOf: input.file)))
  }

  @Test(arguments: seeds + found)
  func `mutations of an input break no promise`(input: Input) throws {
    let bytes = [UInt8](try Data(contentsOf: input.file))
    for seed in 0..<UInt64(400) {
      var mutation = Mutation(of: bytes, seed: seed)
      input.target.run(mutation.next())
    }
  }
}
