#if Documents
  import Documents
  import Extraction

  /// What a worker reads: formats whose parsers stand on C.
  enum MarkupTargets {
    static func read(_ bytes: [UInt8], _ format: Document.Format) -> Bool {
      let results = ExtractionWorker.documents(in: bytes, format: format)
      require(!results.isEmpty, "an answer without a result")
      return hold(results)
    }

    /// Formats of more than one part, which a zero byte parts; no markup has one.
    static func readParts(_ bytes: [UInt8], _ target: FuzzTarget) -> Bool {
      let end = bytes.firstIndex(of: 0) ?? bytes.endIndex
      let (first, second) = (Array(bytes[..<end]), Array(bytes[end...].dropFirst()))
      let result = Result { () throws(DocumentError) in
        switch target {
        case .word: try ExtractionParts.word(body: first, styles: second)
        case .openDocument: try ExtractionParts.openDocument(content: first, styles: second)
        default: try ExtractionParts.pages(words: first, images: second)
        }
      }
      return hold([result])
    }

    /// Whether all are documents; those that are keep what documents promise, and survive the way home.
    private static func hold(_ results: [Result<Document, DocumentError>]) -> Bool {
      var isRead = true
      for result in results {
        switch result {
        case .success(let document):
          DocumentTargets.hold(document)
          Checks.holdClean(document)
          require(document.text.contains { $0 > 0x20 }, "a document without a word")
        case .failure: isRead = false
        }
      }
      let answer = ConversionAnswer(ConversionAnswer(results: results).bytes)
      require(answer?.results.count == results.count, "an answer that is not read")
      return isRead
    }
  }
#endif
