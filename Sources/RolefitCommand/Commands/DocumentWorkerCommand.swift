#if CommandLine && Documents
  import ArgumentParser
  import Documents
  import Extraction
  import Rolefit

  /// The command that reads one document which a stranger wrote, in a process that can do nothing else.
  struct DocumentWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "document-worker",
      abstract: "Read the document on standard input; rolefit starts this itself.",
      shouldDisplay: false)

    @Argument(help: "The document's format.")
    var format: String

    func validate() throws {
      guard Document.Format(rawValue: format) != nil else {
        throw ValidationError("\(format) is no format of documents")
      }
    }

    func run() {
      guard let format = Document.Format(rawValue: format) else { return }
      ExtractionWorker.run(format: format)
    }
  }
#endif
