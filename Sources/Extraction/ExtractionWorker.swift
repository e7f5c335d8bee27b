import CExtraction
public import Documents
import Foundation

/// The process that reads one document which a stranger wrote, and ends.
///
/// It gives up files, network, and all but some memory and time before it looks at the first byte. The
/// document stands on standard input, which must be seekable; what was read is written to standard
/// output as `ConversionAnswer` says. It never prints anything else, and knows no name and no other
/// document.
public enum ExtractionWorker {
  /// Reads the document on standard input and writes the answer.
  public static func run(format: Document.Format) {
    let answer: ConversionAnswer
    do {
      // Without limits nothing is read. Files and network are taken where the system can take them.
      guard Int(rolefit_confinement()) & Int(rolefit_limited) != 0 else {
        throw DocumentError.parserFailed(format: format)
      }
      let bytes = try FileHandle.standardInput.read(upToCount: DocumentReader.limit + 1) ?? Data()
      answer = ConversionAnswer(results: documents(in: Array(bytes), format: format))
    } catch {
      answer = ConversionAnswer(results: [.failure(.parserFailed(format: format))])
    }
    try? FileHandle.standardOutput.write(contentsOf: Data(answer.bytes))
  }

  /// What a file of a format holds, read in this process; see ``DocumentConverter``.
  package static func documents(
    in bytes: [UInt8], format: Document.Format
  ) -> [Result<Document, DocumentError>] {
    guard bytes.count <= DocumentReader.limit else {
      return [.failure(.tooLarge(bytes: bytes.count, limit: DocumentReader.limit))]
    }
    do throws(DocumentError) {
      return switch format {
      case .pdf: [.success(try PageText.document(bytes))]
      case .docx: [.success(try WordText.document(bytes))]
      case .odt: [.success(try OpenDocumentText.document(bytes))]
      case .html: try HTMLText.documents(bytes).map { .success($0) }
      case .europass: [.success(try EuropassText.document(bytes))]
      case .board: BoardPostings.documents(in: bytes)
      case .text, .markdown, .jsonResume, .record: [.failure(.noConverter(format: format))]
      }
    } catch {
      return [.failure(error)]
    }
  }
}
