/// Tells words that mix Latin letters with letters of another script that look like them.
///
/// Nobody writes "Kubernеtes" with a Cyrillic "е" but to be read one way and counted another
/// (Unicode Technical Standard 39, 5.1). Greek letters in words are names of quantities ("μm") and
/// stay, but for those that are taken for Latin ones.
enum Script {
  /// Greek letters whose shapes are those of Latin letters.
  private static let greekLookalikes = Set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυχ".unicodeScalars.map(\.value))

  /// Whether a word has Latin letters and others that look like them.
  ///
  /// Complexity: O(bytes), once for each distinct spelling.
  static func isMixed(_ word: Span<UInt8>) -> Bool {
    guard word.indices.contains(where: { word[$0] >= 0x80 }) else { return false }
    var (hasLatin, hasOther) = (false, false)
    var index = 0
    while index < word.count {
      let (scalar, length) = decodeScalar(word, at: index)
      switch scalar {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: hasLatin = true
      case 0x400...0x52F: hasOther = true
      default: hasOther = hasOther || (word.count > 3 && greekLookalikes.contains(scalar))
      }
      index += length
    }
    return hasLatin && hasOther
  }
}
