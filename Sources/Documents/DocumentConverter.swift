/// Takes the text out of documents whose formats need a parser that is not ours: PDF, Word,
/// OpenDocument, HTML, Europass, and the JSON of job boards, which holds HTML.
///
/// Such parsers are written in C and read what strangers wrote: an implementation runs them where they
/// can do no harm. `DocumentWorkers` starts a process for each document.
public protocol DocumentConverter: Sendable {
  /// How many documents may be converted side by side.
  var width: Int { get }

  /// The documents that some bytes hold: one, or all postings of a job board's file.
  ///
  /// - Parameters:
  ///   - bytes: the content of a file.
  ///   - format: its format, as `DocumentReader.format(of:name:)` tells it.
  ///   - id: the id of the one document, and what the ids of several begin with.
  /// - Returns: what could be read and what could not, in the order of the file; never empty.
  func documents(
    in bytes: [UInt8], format: Document.Format, id: String
  ) -> [Result<Document, DocumentError>]
}
