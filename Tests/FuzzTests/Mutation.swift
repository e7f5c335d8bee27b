import TestSupport

/// Draws changes of an input from a seed, of the kinds that libFuzzer makes.
struct Mutation {
  private var bytes: [UInt8]
  private var generator: SeededGenerator

  /// Bytes that formats give a meaning to.
  private static let telling =
    Array("<>&\"'{}[](),.:;-/\\ \n\0".utf8) + [0x7F, 0x80, 0xC3, 0xE2, 0xFF]

  init(of bytes: [UInt8], seed: UInt64) {
    self.bytes = bytes
    generator = SeededGenerator(seed: seed)
  }

  /// The input with one to eight changes more.
  mutating func next() -> [UInt8] {
    for _ in 0..<Int.random(in: 1...8, using: &generator) { change() }
    return bytes
  }

  private mutating func change() {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, start + Int.random(in: 1...16, using: &generator))
    let byte =
      Bool.random(using: &generator)
      ? UInt8.random(in: 0...255, using: &generator)
      : Self.telling.randomElement(using: &generator) ?? 0
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(byte, at: start)
    case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 3:
      let place = Int.random(in: 0...bytes.count, using: &generator)
      bytes.insert(contentsOf: bytes[start..<end], at: place)
    default: if start < end { bytes[start] = byte }
    }
  }
}
