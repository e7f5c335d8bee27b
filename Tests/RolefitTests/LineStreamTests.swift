import Foundation
import Rolefit
import Testing
import TestSupport

/// Lines of any length come out whole or cut off, and memory stays bounded.
@Suite struct LineStreamTests {
  /// The lines of bytes, read through a file.
  private func lines(_ bytes: [UInt8], limit: Int) throws -> [LineStream.Line] {
    try Sample.withFolder { folder in
      try Sample.write(bytes, to: folder + "/lines")
      let handle = try FileHandle(forReadingFrom: URL(filePath: folder + "/lines"))
      defer { try? handle.close() }
      var stream = LineStream(handle, limit: limit)
      var lines: [LineStream.Line] = []
      while let line = try stream.next() { lines.append(line) }
      return lines
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `lines are those of a split, cut off at the limit`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // Pieces are 256 KB, so some lines lie across two or three of them.
    let lengths = (0..<12).map { _ in
      [0, 1, 99, 100, 101, 5_000, 262_144, 300_000, 600_000].randomElement(using: &generator) ?? 0
    }
    var bytes: [UInt8] = []
    for (index, length) in lengths.enumerated() {
      bytes += [UInt8](repeating: UInt8(0x61 + index), count: length) + [0x0A]
    }
    for limit in [100, 262_144, 1 << 20] {
      let found = try lines(bytes, limit: limit)
      #expect(found.map(\.number) == Array(1...lengths.count), "seed \(seed)")
      #expect(found.map(\.isCutOff) == lengths.map { $0 > limit }, "seed \(seed) limit \(limit)")
      for (index, line) in found.enumerated() {
        #expect(line.bytes.count == min(lengths[index], limit + 1), "seed \(seed)")
        #expect(line.bytes.allSatisfy { $0 == UInt8(0x61 + index) }, "seed \(seed)")
      }
    }
  }

  private static let ends: [(text: String, lines: [String])] = [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]),
    ("\n\n", ["", ""]),
  ]

  @Test(arguments: ends)
  func `the last line needs no line feed`(text: String, lines expected: [String]) throws {
    let found = try lines(Array(text.utf8), limit: 10)
    #expect(found.map { String(decoding: $0.bytes, as: UTF8.self) } == expected)
  }

  @Test func `a file without line feeds is one line, cut off`() throws {
    let found = try lines([UInt8](repeating: 0x61, count: 3 << 20), limit: 1 << 20)
    #expect(found.map(\.bytes.count) == [(1 << 20) + 1])
    #expect(found.map(\.isCutOff) == [true])
  }

  @Test func `a record over the limit is refused with its line, and the rest is read`() throws {
    let long = "{\"id\":\"b\",\"text\":\"" + String(repeating: "a", count: DocumentReader.limit)
    let lines = [
      #"{"id":"a","text":"Keeps bees"}"#, long + "\"}", #"{"id":"c","text":"Mends hives"}"#,
    ]
    try Sample.withFolder { folder in
      try Sample.write(lines.joined(separator: "\n").utf8, to: folder + "/ads.ndjson")
      let read = InputReader.readAll(path: folder + "/ads.ndjson")
      #expect(read.documents.map(\.id) == ["a", "c"])
      #expect(read.refusals.map { $0.input.hasSuffix("ads.ndjson:2") } == [true])
    }
  }
}
