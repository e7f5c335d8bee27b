import Bytes
import Documents
import Foundation
import Rolefit
import Testing

/// The real texts that facts were written for, read where they stand: beside the project, never in it.
enum RealTexts {
  static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared")
  static let isPresent = FileManager.default.fileExists(
    atPath: shared.appendingPathComponent("corpus").path)
  static let absence: Comment = "the folder shared does not stand beside the project"

  /// The records of a set with some ids, by id.
  static func documents(_ file: String, ids: Set<String>) throws -> [String: Document] {
    let found = FileManager.default.temporaryDirectory
      .appendingPathComponent("real-texts-\(UUID().uuidString).ndjson")
    defer { try? FileManager.default.removeItem(at: found) }
    let patterns = ids.sorted().flatMap { ["-e", "\"id\": \"\($0)\""] }
    // Whole corpora are searched by tools that are made for it.
    let reading = file.hasSuffix(".gz") ? ["gzip", "-dc"] : ["cat"]
    let path = shared.appendingPathComponent(file).path
    try run(reading + [path], into: ["grep", "-F"] + patterns, output: found)
    var reader = InputReader(path: found.path)
    var documents: [String: Document] = [:]
    while let next = reader.next() {
      let document = try next.get()
      documents[document.id] = document
    }
    return documents.filter { ids.contains($0.key) }
  }

  /// Expects a text to be the one that people read, by the start of its SHA-256.
  static func expect(
    _ document: Document, toBe sha256: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      SHA256.hexadecimal(SHA256.hash(document.text[...])).hasPrefix(sha256),
      "\(document.id): the text is not the one that was read", sourceLocation: sourceLocation)
  }

  private static func run(_ first: [String], into second: [String], output: URL) throws {
    try Data().write(to: output)
    let pipe = Pipe()
    let processes = [first, second].map { arguments in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = arguments
      return process
    }
    processes[0].standardOutput = pipe
    processes[1].standardInput = pipe
    processes[1].standardOutput = try FileHandle(forWritingTo: output)
    for process in processes { try process.run() }
    try pipe.fileHandleForWriting.close()
    for process in processes { process.waitUntilExit() }
  }
}

/// Which half of the labelled texts is looked at.
///
/// The reserved half is counted, never printed; so is what is held out, which is counted each time.
enum Half: String, Decodable {
  case development, reserved
  case heldOut = "held-out"
}

/// How many facts hold, by what they are about.
struct Tally {
  private var counts: [String: (held: Int, all: Int)] = [:]
  private(set) var failures: [String] = []

  mutating func count(_ kind: String, _ holds: Bool, _ failure: @autoclosure () -> String) {
    counts[kind, default: (0, 0)].all += 1
    if holds { counts[kind, default: (0, 0)].held += 1 } else { failures.append(failure()) }
  }

  var held: Int { counts.values.reduce(0) { $0 + $1.held } }
  var all: Int { counts.values.reduce(0) { $0 + $1.all } }
  var share: Double { all == 0 ? 0 : Double(held) / Double(all) }

  /// "requirement 180/200, …".
  var summary: String {
    let parts = counts.sorted { $0.key < $1.key }.map {
      "\($0.key) \($0.value.held)/\($0.value.all)"
    }
    return "\(held) of \(all), \(String(format: "%.1f", share * 100))%: "
      + parts.joined(separator: ", ")
  }
}

/// Reads a file of facts that stands beside this one.
func facts<Value: Decodable>(_ name: String, as type: Value.Type) throws -> [Value] {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Facts/\(name).json")
  return try JSONDecoder().decode([Value].self, from: Data(contentsOf: url))
}

/// A half-open range of bytes as the files of facts write it.
struct Span: Decodable {
  let range: Range<Int>

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    let (lower, upper) = (try container.decode(Int.self), try container.decode(Int.self))
    range = lower..<upper
  }
}

extension Range where Bound == Int {
  /// The share of this range that others cover.
  func covered(by others: [Range<Int>]) -> Double {
    guard !isEmpty else { return 0 }
    var bytes = Set<Int>()
    for other in others where other.overlaps(self) { bytes.formUnion(clamped(to: other)) }
    return Double(bytes.count) / Double(count)
  }
}
