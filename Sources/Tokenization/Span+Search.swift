extension Span<UInt8> {
  /// Whether one of the bytes is `byte`, looked for eight at a time.
  package func contains(_ byte: UInt8) -> Bool {
    var index = 0
    while index <= count - 8 {
      if EightBytes(self, at: index).contains(byte) { return true }
      index += 8
    }
    while index < count {
      if self[index] == byte { return true }
      index += 1
    }
    return false
  }

  /// Whether `first` stands before `second` or before itself anywhere, looked for eight at a time.
  package func contains(_ first: UInt8, beforeItselfOr second: UInt8) -> Bool {
    var index = 0
    while index <= count - 8 {
      let eight = EightBytes(self, at: index)
      let places = eight.places(of: first)
      if places & (places | eight.places(of: second)) << 8 != 0 { return true }
      // The last one is looked at again, as the first of the next pair.
      index += 7
    }
    while index + 1 < count {
      if self[index] == first, self[index + 1] == first || self[index + 1] == second { return true }
      index += 1
    }
    return false
  }
}
