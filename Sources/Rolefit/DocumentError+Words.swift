import Documents

extension InputError {
  /// What is wrong, as the end of a sentence about the input, and what to do.
  package var words: String {
    switch self {
    case .notFound: "there is no such file or folder"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notAFile: "is neither a file nor a folder"
    case .document(let error): error.words
    }
  }
}

extension DocumentError {
  /// What is wrong, as the end of a sentence about the document, and what to do.
  package var words: String {
    switch self {
    case .empty: "is empty"
    case .tooLarge(let bytes, let limit):
      "has \(bytes > limit ? "more than \(limit >> 20) MiB" : "\(bytes) bytes"); "
        + "a document may have \(limit >> 20) MiB"
    case .unsupported(let format):
      "is \(format), which is not read; save it as PDF, DOCX, HTML or text"
    case .notText(let offset): "is no text: there is a zero byte at offset \(offset)"
    case .invalidUTF8(let invalid, let total):
      "is no UTF-8: \(invalid) of \(total) bytes are wrong; save it as UTF-8"
    case .malformedJSON(let reason): "is JSON that cannot be used: \(reason)"
    case .malformedRow(let fields, let columns):
      fields.map { "has \($0) fields where the header has \(columns)" }
        ?? "has a quote that is never closed"
    case .encrypted(let format):
      "is a \(Self.name(format)) with a password; save it without one"
    case .noText(let pages):
      "holds no text on its \(pages == 1 ? "page" : "\(pages) pages"), only pictures; "
        + "recognise its text first (OCR), or give it as a document"
    case .malformed(let format, let flaw):
      "is no \(Self.name(format)) that can be read: \(flaw.words)"
    case .overLimit(let format, let limit):
      "is a \(Self.name(format)) that asks for \(limit.words); nothing of it was read"
    case .parserFailed(let format): "is a \(Self.name(format)) that its reader broke down on"
    case .missingTool(let tool, let package):
      "takes \(tool) to read; install it: apt-get install \(package)"
    case .noConverter(let format):
      "is a \(Self.name(format)), which takes a build with the trait Documents; "
        + "or save it as text, Markdown or JSON"
    }
  }

  /// How people call a format.
  private static func name(_ format: Document.Format) -> String {
    switch format {
    case .text: "text"
    case .markdown: "Markdown text"
    case .jsonResume: "JSON résumé"
    case .record: "record"
    case .pdf: "PDF"
    case .docx: "Word document"
    case .odt: "OpenDocument text"
    case .html: "HTML page"
    case .europass: "Europass CV"
    case .board: "job board's file"
    }
  }
}

extension DocumentError.Flaw {
  fileprivate var words: String {
    switch self {
    case .damaged: "it is damaged or cut off"
    case .entities: "it declares entities or a document type, which honest files do not"
    case .missingPart: "the part with its text is missing"
    case .duplicatePart: "a part is there twice"
    case .pathOutside: "a part has a path that leads outside"
    }
  }
}

extension DocumentError.Limit {
  fileprivate var words: String {
    switch self {
    case .time: "more time than a document may take"
    case .memory: "more memory than a document may take"
    case .output: "more text than a document may hold"
    case .depth: "more nesting than a document may have"
    case .parts: "more parts than a document may have"
    }
  }
}
