/// Case folding and the compatibility forms that occur in documents.
///
/// What is folded is only what is indexed; the text that is shown stays as it was written. Covered
/// are ligatures, full-width forms, superscripts and subscripts, Latin letters with diacritics
/// (folded to the base letter, so that "résumé" meets "resume"), and the capitals of Greek and
/// Cyrillic. It is not NFKC: other scripts pass through unchanged.
enum Folding {
  /// Appends what `scalar`, a letter outside ASCII, is indexed as.
  static func append(_ scalar: UInt32, to word: inout [UInt8]) {
    switch scalar {
    case 0xFF10...0xFF19: word.append(UInt8(scalar - 0xFF10 + 0x30))
    case 0xFF21...0xFF3A: word.append(UInt8(scalar - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: word.append(UInt8(scalar - 0xFF41 + 0x61))
    case 0x391...0x3A9, 0x410...0x42F: appendUTF8(scalar + 0x20, to: &word)
    case 0x400...0x40F: appendUTF8(scalar + 0x50, to: &word)
    default:
      if let folded = table[scalar] {
        word.append(contentsOf: folded)
      } else {
        appendUTF8(scalar, to: &word)
      }
    }
  }

  /// Base letters, each followed by the letters that fold to it.
  private static let groups: [(base: String, forms: String)] = [
    ("a", "àáâãäåāăąǎÀÁÂÃÄÅĀĂĄǍªₐ"), ("ae", "æÆ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđðĎĐÐ"),
    ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚₑ"), ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİⁱ"),
    ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľŀłĹĻĽĿŁ"), ("n", "ñńņňÑŃŅŇⁿ"),
    ("o", "òóôõöøōŏőǒÒÓÔÕÖØŌŎŐǑºₒ"), ("oe", "œŒ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšșŚŜŞŠȘ"),
    ("ss", "ß"), ("t", "ţťŧțŢŤŦȚ"), ("th", "þÞ"), ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("w", "ŵŴ"),
    ("y", "ýÿŷÝŶŸ"), ("z", "źżžŹŻŽ"), ("µ", "μ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"),
    ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬅﬆ"), ("0", "⁰₀"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"),
    ("4", "⁴₄"), ("5", "⁵₅"), ("6", "⁶₆"), ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"),
  ]

  private static let table: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for group in groups {
      for scalar in group.forms.unicodeScalars { table[scalar.value] = Array(group.base.utf8) }
    }
    return table
  }()

  private static func appendUTF8(_ scalar: UInt32, to word: inout [UInt8]) {
    guard let value = Unicode.Scalar(scalar), let encoded = UTF8.encode(value) else { return }
    word.append(contentsOf: encoded)
  }
}
