public import Documents
import Foundation

/// An input that was refused, and why; the rest is processed.
public struct Refusal: Error, Sendable, Equatable {
  /// The file, and for NDJSON the line: "roles.ndjson:17".
  public let input: String
  /// Why.
  public let error: InputError
}

/// Why an input cannot be read.
public enum InputError: Error, Sendable, Equatable {
  /// There is no such file or folder.
  case notFound
  /// The system would not let it be read; its words.
  case unreadable(String)
  /// Neither a file nor a folder.
  case notAFile
  /// What the file holds cannot be read.
  case document(DocumentError)
}

/// Reads documents from a file, a folder that is searched through, NDJSON, or standard input ("-").
///
///     var reader = InputReader(path: "ads")
///     while let next = reader.next() { … }
///
/// NDJSON is known by its content: the first line is a whole JSON object, and more lines follow; one
/// object alone is a file like any other. A job board's file gives all its postings. Files of a folder come in the order of their paths' bytes;
/// hidden ones are passed over. Large NDJSON is read as a stream.
public struct InputReader {
  /// A document, or why there is none.
  public typealias Next = Result<Document, Refusal>

  /// What comes next: known already, being converted, or a stream of records.
  private enum Pending {
    case ready(Next)
    case converting(Conversion, path: String)
    case records(RecordStream, name: String)
  }

  private let converter: (any DocumentConverter)?
  private var files: ArraySlice<(path: String, id: String?)>
  private var pending: [Pending] = []

  /// A reader of what stands at a path.
  ///
  /// - Parameter converter: reads PDF, Word, OpenDocument, HTML and job boards' files; without it they
  ///   are refused. As many as it has room for are converted ahead.
  public init(path: String, converter: (any DocumentConverter)? = nil) {
    self.converter = converter
    files = []
    if path == "-" {
      let name = "standard input"
      pending = openStream(LineStream(.standardInput), name: name, id: name).map { [$0] } ?? []
      return
    }
    guard let type = Self.type(of: path) else {
      pending = [.ready(.failure(Refusal(input: path, error: .notFound)))]
      return
    }
    files = type == .typeDirectory ? Self.files(in: path)[...] : [(path, nil)]
  }

  /// A reader of a file's content that came another way.
  ///
  /// - Parameters:
  ///   - name: the file's name, where one is known: a hint at the format.
  ///   - id: what the document is called, and records that have no id of their own with their line.
  public init(
    bytes: [UInt8], name: String, id: String, converter: (any DocumentConverter)? = nil
  ) {
    self.converter = converter
    files = []
    pending = openStream(LineStream(bytes), name: name, id: id).map { [$0] } ?? []
  }

  /// All documents and refusals.
  public static func readAll(
    path: String, converter: (any DocumentConverter)? = nil
  ) -> (documents: [Document], refusals: [Refusal]) {
    var reader = InputReader(path: path, converter: converter)
    var documents: [Document] = []
    var refusals: [Refusal] = []
    while let next = reader.next() {
      switch next {
      case .success(let document): documents.append(document)
      case .failure(let refusal): refusals.append(refusal)
      }
    }
    return (documents, refusals)
  }

  /// The one document at a path.
  public static func readOne(path: String, converter: (any DocumentConverter)? = nil) -> Next {
    var reader = InputReader(path: path, converter: converter)
    return reader.next() ?? .failure(Refusal(input: path, error: .document(.empty)))
  }

  /// The next document or refusal; nil at the end.
  public mutating func next() -> Next? {
    while true {
      readAhead()
      guard let first = pending.first else { return nil }
      switch first {
      case .ready(let next):
        pending.removeFirst()
        return next
      case .converting(let conversion, let path):
        pending.replaceSubrange(0..<1, with: Self.results(conversion.wait(), of: path))
      case .records(var stream, let name):
        let next = Self.nextRecord(&stream, name)
        if next == nil { pending.removeFirst() } else { pending[0] = .records(stream, name: name) }
        if let next { return next }
      }
    }
  }

  /// Opens files until as many are known or being converted as the converter has room for.
  private mutating func readAhead() {
    let most = 2 * (converter?.width ?? 0)
    while let file = files.first, pending.count <= most {
      if case .records = pending.last { return }
      files.removeFirst()
      pending.append(open(file.path, id: file.id))
    }
  }

  private static func results(
    _ results: [Result<Document, DocumentError>], of path: String
  ) -> [Pending] {
    results.enumerated().map { index, result in
      let input = results.count == 1 ? path : "\(path)#\(index + 1)"
      return .ready(result.mapError { Refusal(input: input, error: .document($0)) })
    }
  }

  // MARK: - Folders

  /// The files below a folder that could be documents, with their paths inside it as ids.
  private static func files(in folder: String) -> [(path: String, id: String?)] {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      return !isHidden && type(of: folder + "/" + path) != .typeDirectory
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    .map { (folder + "/" + $0, withoutEnding($0)) }
  }

  /// What stands at a path, links followed; nil for nothing.
  private static func type(of path: String) -> FileAttributeType? {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return attributes?[.type] as? FileAttributeType
  }

  private static func withoutEnding(_ path: String) -> String {
    guard let point = path.lastIndex(of: "."), point > path.startIndex,
      !path[point...].contains("/"), path[path.index(before: point)] != "/"
    else { return path }
    return String(path[..<point])
  }

  // MARK: - Files

  /// Records, where the first line is one; else one document of any kind.
  ///
  /// Nothing at all is no document: a pipe may be empty.
  private func openStream(_ lines: LineStream, name: String, id: String) -> Pending? {
    var lines = lines
    do {
      guard let first = try lines.next() else { return nil }
      // A record that is not well-formed is one still; a brace alone begins an object on many lines.
      let isObject = DocumentReader.firstByte(first.bytes) == 0x7B
      let isBoard = isObject && DocumentReader.isBoard(first.bytes)
      if first.isCutOff || (isObject && !isBoard && first.bytes.count { $0 > 0x20 } > 1) {
        return .records(RecordStream(lines, first: first), name: id)
      }
      if let table = CSVTable(header: first.bytes) {
        return .records(RecordStream(lines, table: table), name: id)
      }
      return try read(try lines.fromLastLine(), path: name, id: id)
    } catch let error as DocumentError {
      return .ready(.failure(Refusal(input: name, error: .document(error))))
    } catch {
      return .ready(.failure(Refusal(input: name, error: .unreadable("it cannot be read"))))
    }
  }

  private func open(_ path: String, id: String?) -> Pending {
    // A pipe or a device could give bytes for ever, or none.
    guard Self.type(of: path) == .typeRegular else {
      return .ready(.failure(Refusal(input: path, error: .notAFile)))
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      var probe = LineStream(handle)
      let first = try probe.next()
      if let first, let table = CSVTable(header: first.bytes) {
        return .records(RecordStream(probe, table: table), name: path)
      }
      if let first, Self.isRecord(first), try Self.goesOn(&probe) {
        try handle.seek(toOffset: 0)
        return .records(RecordStream(LineStream(handle)), name: path)
      }
      try handle.seek(toOffset: 0)
      let data = try handle.read(upToCount: DocumentReader.limit + 1) ?? Data()
      return try read(Array(data), path: path, id: id)
    } catch let error as DocumentError {
      return .ready(.failure(Refusal(input: path, error: .document(error))))
    } catch {
      let reason = (error as NSError).localizedFailureReason ?? "it cannot be opened"
      return .ready(.failure(Refusal(input: path, error: .unreadable(reason))))
    }
  }

  private func read(_ bytes: [UInt8], path: String, id: String?) throws -> Pending {
    let id = id ?? DocumentReader.stem(path)
    guard let converter, bytes.count <= DocumentReader.limit else {
      return .ready(.success(try DocumentReader.read(bytes, name: path, id: id)))
    }
    let format = try DocumentReader.format(of: bytes, name: path)
    guard format.isConverted else {
      return .ready(.success(try DocumentReader.read(bytes, as: format, id: id)))
    }
    let conversion = Conversion { converter.documents(in: bytes, format: format, id: id) }
    return .converting(conversion, path: path)
  }

  // MARK: - Records

  /// Whether a first line is a whole JSON object.
  private static func isRecord(_ line: LineStream.Line) -> Bool {
    guard DocumentReader.firstByte(line.bytes) == 0x7B,
      line.bytes.last(where: { $0 > 0x20 }) == 0x7D
    else { return false }
    return (try? JSONSerialization.jsonObject(with: Data(line.bytes))) is [String: Any]
  }

  /// Whether anything but blank lines follows.
  private static func goesOn(_ stream: inout LineStream) throws -> Bool {
    while let line = try stream.next() {
      if line.bytes.contains(where: { $0 > 0x20 }) { return true }
    }
    return false
  }

  private static func nextRecord(_ stream: inout RecordStream, _ name: String) -> Next? {
    do {
      return try stream.next(name)?.mapError {
        Refusal(input: "\(name):\(stream.line)", error: .document($0))
      }
    } catch {
      stream = RecordStream(LineStream(FileHandle.nullDevice))
      return .failure(Refusal(input: name, error: .unreadable("it cannot be read further")))
    }
  }
}
