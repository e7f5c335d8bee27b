extension Span<UInt8> {
  /// How many of the bytes are `byte`; a loop without a branch, many bytes at a time.
  package func count(of byte: UInt8) -> Int {
    var count = 0
    for index in indices { count &+= self[index] == byte ? 1 : 0 }
    return count
  }
}
