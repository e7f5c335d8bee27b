import Bytes
import Testing
import Tokenization
import Weighting

/// The file of a background: what is written is read, and every corruption has its own error.
@Suite struct BackgroundFileTests {
  private func content() -> BackgroundContent {
    var content = BackgroundContent()
    content.meanNorms = Background.MeanNorms(role: 12.5, profile: 40.25)
    content.terms = [(Term(word: "nurse"), 2.5), (Term(word: "care"), 1.25), (Term(key: 3), 4)]
    content.compounds = [
      (Term(spelling: Array("uptodate".utf8)), CompoundTable.Split(first: 2, second: 4)),
      (Term(spelling: Array("faulttolerant".utf8)), CompoundTable.Split(first: 5)),
    ]
    content.lines = [99, 7]
    return content
  }

  /// The file with its content changed and its hash made to fit.
  private func file(changing change: (inout [UInt8]) -> Void) -> [UInt8] {
    var file = content().file()
    change(&file)
    file.replaceSubrange(12..<44, with: SHA256.hash(file[44...]))
    return file
  }

  private func failure(_ file: [UInt8], isTrusted: Bool = false) -> BackgroundError? {
    do throws(BackgroundError) {
      _ = try Background(file: file, isTrusted: isTrusted)
      return nil
    } catch {
      return error
    }
  }

  @Test func `what was written is read again`() throws {
    let file = content().file()
    let background = try Background(file: file)
    #expect(background.termCount == 3)
    #expect(background.meanNorms == Background.MeanNorms(role: 12.5, profile: 40.25))
    #expect(background.weight(of: Term(word: "nurse"), isPhrase: false) == 2.5)
    #expect(background.weight(of: Term(key: 3), isPhrase: true) == 4 * ScoreModel.phraseWeight)
    #expect(background.contains(Term(word: "care")) && !background.contains(Term(word: "cure")))
    #expect(background.isRecurring(Term(key: 7)) && !background.isRecurring(Term(key: 8)))
    let compound = Term(spelling: Array("faulttolerant".utf8))
    #expect(background.compounds[compound] == CompoundTable.Split(first: 5))
    #expect(background.hash == SHA256.hexadecimal(SHA256.hash(file[44...])))
  }

  @Test func `the file begins as its format says`() {
    let file = content().file()
    #expect(file.starts(with: [0x52, 0x4F, 0x4C, 0x45, 0x46, 0x49, 0x54, 0x42, 1, 0, 0, 0]))
    #expect(file.count == 76 + 3 * 12 + 2 * 10 + 2 * 8)
  }

  @Test func `a background without anything is read`() throws {
    let background = try Background(file: BackgroundContent().file())
    #expect(background.termCount == 0)
    #expect(background.weight(of: Term(key: 1), isPhrase: false) > 7.9)
  }

  @Test(arguments: [[], [0x52], Array("ROLEFITC then more".utf8), Array("rolefitb".utf8)])
  func `what does not begin as a background is none`(file: [UInt8]) {
    #expect(failure(file) == .notABackground)
  }

  @Test(arguments: [0, 2, 0x0100] as [UInt16])
  func `a version that is not known is told`(version: UInt16) {
    let bytes = [UInt8(truncatingIfNeeded: version), UInt8(truncatingIfNeeded: version >> 8)]
    #expect(failure(file { $0.replaceSubrange(8..<10, with: bytes) }) == .version(Int(version)))
  }

  @Test(arguments: 8..<44)
  func `a file that ends in its header is truncated`(length: Int) throws {
    let error = try #require(failure(Array(content().file().prefix(length))))
    guard case .truncated = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test(arguments: 44..<148)
  func `a file cut off at any byte is refused and never trapped`(length: Int) throws {
    let cut = Array(content().file().prefix(length))
    #expect(failure(cut) == .hashDiffers)
    let error = try #require(failure(cut, isTrusted: true))
    guard case .truncated = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test(arguments: [44, 60, 76, 100, 130, 147])
  func `a byte that changed makes the hash differ`(position: Int) {
    var file = content().file()
    file[position] ^= 1
    #expect(failure(file) == .hashDiffers)
  }

  @Test(arguments: [Double.nan, .infinity, 0, -1])
  func `a mean norm that is no positive number is malformed`(norm: Double) {
    var writer = ByteWriter()
    writer.write(norm)
    #expect(failure(file { $0.replaceSubrange(44..<52, with: writer.bytes) }) == .malformed)
    #expect(failure(file { $0.replaceSubrange(52..<60, with: writer.bytes) }) == .malformed)
  }

  @Test func `an idf that is no number is malformed`() {
    var writer = ByteWriter()
    writer.write(Float.nan)
    #expect(failure(file { $0.replaceSubrange(100..<104, with: writer.bytes) }) == .malformed)
  }

  @Test(arguments: [76, 112, 132])
  func `keys that do not rise are malformed`(start: Int) {
    // The second key of the terms, of the compounds, of the lines becomes the first one.
    let changed = file { file in
      let first = Array(file[start..<start + 8])
      file.replaceSubrange(start + 8..<start + 16, with: first)
    }
    #expect(failure(changed) == .malformed)
  }

  @Test(arguments: [60, 64, 68])
  func `a count beyond the file is truncated before anything is allocated`(position: Int) throws {
    let changed = file { $0.replaceSubrange(position..<position + 4, with: [255, 255, 255, 255]) }
    let error = try #require(failure(changed))
    guard case .truncated = error else {
      Issue.record("\(error)")
      return
    }
  }
}
