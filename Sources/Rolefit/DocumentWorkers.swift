import CProcess
public import Documents
import Foundation

/// Converts documents in processes of their own, one for each, as many side by side as there are cores.
///
///     let workers = DocumentWorkers(executable: "/usr/local/bin/rolefit")
///     var reader = InputReader(path: "ads", converter: workers)
///
/// Why a process for each document, and none that lives on: the limits of memory and time hold for the
/// document alone, one that breaks its parser breaks nothing else, and no résumé leaves a trace in what
/// reads the next. Starting one takes some 15 ms.
///
/// The worker is the command `rolefit document-worker`, built with the trait `Documents`.
public struct DocumentWorkers: DocumentConverter {
  private let executable: URL
  private let slots: DispatchSemaphore
  /// How many run side by side.
  public let width: Int

  /// More than any document gives.
  private static let mostOutput = 256 << 20
  /// The command by which a process knows, before its first line, that it is a worker.
  private static let command = "document-worker"
  /// A worker ends itself sooner, unless its document took it over.
  private static let mostSeconds = 30.0

  /// Workers of an executable.
  ///
  /// - Parameters:
  ///   - executable: the path of `rolefit`.
  ///   - width: how many run side by side; without it, as many as there are cores.
  public init(executable: String, width: Int? = nil) {
    let width = width ?? ProcessInfo.processInfo.activeProcessorCount
    precondition(width >= 1, "\(width) workers")
    self.executable = URL(fileURLWithPath: executable)
    self.width = width
    slots = DispatchSemaphore(value: width)
  }

  /// Starts a worker for a file, and waits for its answer.
  public func documents(
    in bytes: [UInt8], format: Document.Format, id: String
  ) -> [Result<Document, DocumentError>] {
    slots.wait()
    defer { slots.signal() }
    do {
      let answer = try answer(to: bytes, format: format)
      return answer.results.enumerated().map { index, result in
        result.map { document in
          guard document.id.isEmpty else { return document }
          return document.named(answer.results.count == 1 ? id : "\(id)#\(index + 1)")
        }
      }
    } catch {
      return [.failure(error)]
    }
  }

  private func answer(
    to bytes: [UInt8], format: Document.Format
  ) throws(DocumentError) -> ConversionAnswer {
    let input: FileHandle
    do {
      input = try Self.file(holding: bytes)
    } catch {
      throw .parserFailed(format: format)
    }
    defer { try? input.close() }
    let (process, output) = start(format, input)
    guard process > 0 else { throw .parserFailed(format: format) }
    let deadline = DispatchWorkItem { rolefit_kill(process, 1) }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.mostSeconds, execute: deadline)
    let read = Self.readAll(FileHandle(fileDescriptor: output, closeOnDealloc: true))
    if read == nil { rolefit_kill(process, 1) }
    var signal: CInt = 0
    // Writes one number, during the call.
    let status = unsafe rolefit_wait(process, &signal)
    deadline.cancel()
    if let error = ProcessEnd(status: status, signal: signal).error(format), read != nil {
      throw error
    }
    guard let read else { throw .overLimit(format: format, limit: .output) }
    guard let answer = ConversionAnswer(read) else { throw .parserFailed(format: format) }
    return answer
  }

  /// Starts a worker; the process, or -1, and where its answer comes from.
  private func start(_ format: Document.Format, _ input: FileHandle) -> (CInt, CInt) {
    // Copies of the arguments, which live until the call is over.
    let words: [String] = [executable.path, Self.command, format.rawValue]
    var strings = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe strings.forEach { unsafe free($0) } }
    var output: CInt = -1
    let process = unsafe rolefit_start(
      executable.path, &strings, input.fileDescriptor, 1, &output)
    return (process, output)
  }

  /// All that comes out of a pipe; nil where that is more than any document gives.
  private static func readAll(_ pipe: FileHandle) -> [UInt8]? {
    var output: [UInt8] = []
    while let piece = try? pipe.read(upToCount: 1 << 18), !piece.isEmpty {
      output.append(contentsOf: piece)
      if output.count > mostOutput { return nil }
    }
    return output
  }

  /// A file that holds a document and has no name any more.
  ///
  /// A pipe could not be read twice. It is in
  /// memory where the system has a folder for that; a résumé has no business on a disk.
  private static func file(holding bytes: [UInt8]) throws -> FileHandle {
    let manager = FileManager.default
    let memory = URL(fileURLWithPath: "/dev/shm")
    let folder =
      manager.isWritableFile(atPath: memory.path) ? memory : manager.temporaryDirectory
    let path = folder.appendingPathComponent("rolefit-" + UUID().uuidString)
    guard
      manager.createFile(
        atPath: path.path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
    let file = try FileHandle(forUpdating: path)
    try manager.removeItem(at: path)
    try file.write(contentsOf: Data(bytes))
    try file.seek(toOffset: 0)
    return file
  }
}
