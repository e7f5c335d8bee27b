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
/// object alone is a file like any other. Files of a folder come in the order of their paths' bytes;
/// hidden ones are passed over. Large NDJSON is read as a stream.
public struct InputReader {
  /// A document, or why there is none.
  public typealias Next = Result<Document, Refusal>

  private var files: [(path: String, id: String?)]
  private var records: (stream: LineStream, name: String)?
  private var pending: [Next] = []

  /// A reader of what stands at a path.
  public init(path: String) {
    files = []
    if path == "-" {
      records = (LineStream(.standardInput), "standard input")
      return
    }
    guard let type = Self.type(of: path) else {
      pending = [.failure(Refusal(input: path, error: .notFound))]
      return
    }
    files = type == .typeDirectory ? Self.files(in: path) : [(path, nil)]
  }

  /// All documents and refusals.
  public static func readAll(path: String) -> (documents: [Document], refusals: [Refusal]) {
    var reader = InputReader(path: path)
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
  public static func readOne(path: String) -> Next {
    var reader = InputReader(path: path)
    return reader.next() ?? .failure(Refusal(input: path, error: .document(.empty)))
  }

  /// The next document or refusal; nil at the end.
  public mutating func next() -> Next? {
    while true {
      if !pending.isEmpty { return pending.removeFirst() }
      if records != nil {
        if let record = nextRecord() { return record }
        records = nil
      }
      guard !files.isEmpty else { return nil }
      let file = files.removeFirst()
      open(file.path, id: file.id)
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

  private mutating func open(_ path: String, id: String?) {
    // A pipe or a device could give bytes for ever, or none.
    guard Self.type(of: path) == .typeRegular else {
      pending.append(.failure(Refusal(input: path, error: .notAFile)))
      return
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      var probe = LineStream(handle)
      if let first = try probe.next(), Self.isRecord(first), try Self.goesOn(&probe) {
        try handle.seek(toOffset: 0)
        records = (LineStream(handle), path)
        return
      }
      try handle.seek(toOffset: 0)
      let data = try handle.read(upToCount: DocumentReader.limit + 1) ?? Data()
      pending.append(read(Array(data), path: path, id: id))
    } catch {
      let reason = (error as NSError).localizedFailureReason ?? "it cannot be opened"
      pending.append(.failure(Refusal(input: path, error: .unreadable(reason))))
    }
  }

  private func read(_ bytes: [UInt8], path: String, id: String?) -> Next {
    do {
      return .success(try DocumentReader.read(bytes, name: path, id: id))
    } catch {
      return .failure(Refusal(input: path, error: .document(error)))
    }
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

  private mutating func nextRecord() -> Next? {
    guard let name = records?.name else { return nil }
    do {
      while let line = try records?.stream.next() {
        guard line.bytes.contains(where: { $0 > 0x20 }) else { continue }
        let input = "\(name):\(line.number)"
        do {
          return .success(try DocumentReader.readRecord(line.bytes, fallbackID: input))
        } catch {
          return .failure(Refusal(input: input, error: .document(error)))
        }
      }
    } catch {
      records = nil
      return .failure(Refusal(input: name, error: .unreadable("it cannot be read further")))
    }
    return nil
  }
}
