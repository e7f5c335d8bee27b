package import Documents

/// The readers of formats with several parts, behind what unpacks them.
///
/// Who tries readers with bytes of any kind gets no further than an archive's checksums otherwise.
package enum ExtractionParts {
  /// A Word document; without a part `styles.xml` where that is empty.
  package static func word(
    body: [UInt8], styles: [UInt8]
  ) throws(DocumentError) -> Document {
    try WordText.document(body: body, styles: styles.isEmpty ? nil : styles)
  }

  /// An OpenDocument text; without a part `styles.xml` where that is empty.
  package static func openDocument(
    content: [UInt8], styles: [UInt8]
  ) throws(DocumentError) -> Document {
    try OpenDocumentText.document(content: content, styles: styles.isEmpty ? nil : styles)
  }

  /// A PDF, from what `pdftotext -bbox` and `pdftoppm -gray` write.
  package static func pages(
    words: [UInt8], images: [UInt8]
  ) throws(DocumentError) -> Document {
    try PageText.document(WordPage.pages(words), PageImage.images(images), warnings: [])
  }
}
