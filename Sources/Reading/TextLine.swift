package import Documents

/// A line of a document as a reader sees it: its content without bullet and emphasis, how it is set,
/// and its tokens.
///
/// Lines that a width broke are one; a heading glued to its content is two.
package struct TextLine: Sendable {
  /// How a line is set.
  package enum Shape: Sendable, Equatable {
    case blank
    case plain
    case bullet
    /// Set as a heading: marked, in bold, in capitals, or ending in a colon.
    case heading
  }

  /// The bytes of the content.
  package var span: Range<Int>
  /// The tokens of the content.
  package var tokens: Range<Int>
  /// How deep the line is indented, in columns.
  package var indent: Int
  package var shape: Shape
  package var hint: Document.Hint?
  /// Whether what it heads stands behind it in the same line.
  package var isGlued = false
  /// Whether it is a part of a header like "Acme | Software Engineer | Leeds (onsite) | £50k".
  package var isCell = false

  /// Whether the line could be a heading by its length alone.
  package var isShort: Bool { !tokens.isEmpty && tokens.count <= 9 }
}
