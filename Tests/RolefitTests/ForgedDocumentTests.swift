import Bytes
import Documents
import TestSupport
import Testing

@testable import Rolefit

/// Stored documents that were changed by somebody who then wrote the right checksums over them.
@Suite struct ForgedDocumentTests {
  @Test(arguments: 0..<UInt64(6))
  func `a changed stored document is refused or read, and stops nobody`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let engine = try Sample.engine.get()
    let resume = try Sample.resume(0, &generator)
    let bytes = StoredRole.bytes(try Sample.posting(Int(seed), &generator), isJudged: true)
    // Where a number stands, the lines are moved to anywhere in the text.
    for _ in 0..<60 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let offset = Int.random(in: changed.indices, using: &generator)
        changed[offset] =
          [UInt8.random(in: 0...255, using: &generator), 0, 1, 0xFF]
          .randomElement(using: &generator) ?? 0
      }
      guard let document = StoredRole.document(ByteRegion(changed)) else { continue }
      let match = engine.match(resume: resume, role: document, asOf: try Sample.day())
      #expect(match.score.isFinite, "seed \(seed)")
      _ = engine.explain(resume: resume, role: document, asOf: try Sample.day())
    }
  }
}
