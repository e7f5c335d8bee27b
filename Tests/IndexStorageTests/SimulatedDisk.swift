import Bytes
import IndexStorage
import Synchronization

/// Files in memory that can fail, that can be killed, and that know what a power cut would leave.
///
/// It counts operations. What is written is lost in a power cut until the file is synchronized;
/// what is made, renamed and removed, until its folder is. A write takes 100 bytes at most, so that
/// the loops around short writes work and there are many points to be killed at.
final class SimulatedDisk: FileSystem {
  enum Failure: Equatable, Sendable {
    /// The operation fails, and the next ones work again.
    case once(Int32)
    /// The operation and all that follow and write fail.
    case lasting(Int32)
    /// The process is gone: neither this nor any other operation happens.
    case killed
  }

  /// What a power cut leaves of what was not synchronized.
  enum Loss: Equatable, Sendable {
    /// All of it: the process was killed, and the machine went on.
    case nothing
    /// Nothing of it.
    case everything
    /// The names in folders, but no contents.
    case contents
    /// The contents, but not the names in folders.
    case names
    /// Of each name and each content the one or the other, and some contents in part.
    case some(seed: UInt64)
  }

  struct Contents: Sendable {
    var bytes: [UInt8] = []
    var synchronized: [UInt8] = []
  }

  struct State: Sendable {
    var contents: [Int: Contents] = [:]
    var names: [String: Int] = [:]
    var synchronizedNames: [String: Int] = [:]
    var folders: Set<String> = []
    var synchronizedFolders: Set<String> = []
    var open: [Int32: (path: String, contents: Int)] = [:]
    var locked: Set<String> = []
    var nextNumber = 1
    var operations = 0
    var hasRefused = false
    var interlude: (@Sendable () -> Void)?
    var failure: (at: Int, Failure)?
  }

  private let state: Mutex<State>

  init(_ state: State = State()) {
    self.state = Mutex(state)
  }

  /// How many operations there were.
  var operations: Int { state.withLock { $0.operations } }

  /// The same disk for another process, with a count of its own.
  func copy(failing failure: Failure? = nil, at operation: Int = 0) -> SimulatedDisk {
    var copy = state.withLock { $0 }
    copy.open = [:]
    copy.locked = []
    copy.operations = 0
    copy.failure = failure.map { (operation, $0) }
    return SimulatedDisk(copy)
  }

  /// Fails at the `operation`-th operation from now on.
  func fail(_ failure: Failure, in operation: Int) {
    state.withLock { $0.failure = ($0.operations + operation, failure) }
  }

  /// Runs `body` once, as another process might, after the next mapping of a file.
  func afterNextMap(_ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.interlude = body }
  }

  /// Whether an operation has failed.
  var hasRefused: Bool { state.withLock { $0.hasRefused } }

  /// Lets operations work again; the locks and open files stay.
  func heal() {
    state.withLock { $0.failure = nil }
  }

  /// What is there after the machine stopped.
  func afterPowerCut(_ loss: Loss) -> SimulatedDisk {
    let copy = self.copy()
    copy.state.withLock { $0.cutPower(loss) }
    return copy
  }

  /// The files of a folder, by name.
  func files(in folder: String) -> [String: [UInt8]] {
    state.withLock { state in
      var files: [String: [UInt8]] = [:]
      for (path, number) in state.names where path.hasPrefix(folder + "/") {
        files[String(path.dropFirst(folder.count + 1))] = state.contents[number]?.bytes
      }
      return files
    }
  }

  /// Puts a file there as if it had always been.
  func put(_ bytes: [UInt8], at path: String) {
    state.withLock { state in
      let number = state.names[path] ?? state.nextNumber
      state.nextNumber += 1
      state.contents[number] = Contents(bytes: bytes, synchronized: bytes)
      state.names[path] = number
      state.synchronizedNames[path] = number
    }
  }

  /// Counts an operation and does it, or fails.
  private func perform<Result>(
    _ operation: FileOperation, _ path: String,
    _ body: (inout State) throws(IndexFileError) -> Result
  ) throws(IndexFileError) -> Result {
    try state.withLock { (state) throws(IndexFileError) in
      try state.count(operation, path)
      return try body(&state)
    }
  }

  func makeDirectory(at path: String) throws(IndexFileError) {
    try perform(.makeDirectory, path) { (state) throws(IndexFileError) in
      guard state.folders.insert(path).inserted, state.names[path] == nil else {
        throw .exists(path: path)
      }
    }
  }

  func names(in folder: String) throws(IndexFileError) -> [String] {
    try perform(.list, folder) { (state) throws(IndexFileError) in
      guard state.folders.contains(folder) else { throw .missing(path: folder) }
      return state.names.keys.filter { State.parent($0) == folder }.map {
        String($0.dropFirst(folder.count + 1))
      }
    }
  }

  func create(_ path: String) throws(IndexFileError) -> OpenFile {
    try perform(.create, path) { (state) throws(IndexFileError) in
      guard state.folders.contains(State.parent(path)) else { throw .missing(path: path) }
      let number = state.names[path] ?? state.nextNumber
      state.names[path] = number
      state.contents[number, default: Contents()].bytes = []
      return state.openFile(path, number)
    }
  }

  func write(
    _ bytes: RawSpan, to file: OpenFile, at offset: Int
  ) throws(IndexFileError) -> Int {
    let all = ByteRegion(copying: bytes).array
    let part = Array(all.prefix(100))
    do {
      try perform(.write, file.path) { (state) throws(IndexFileError) in
        state.write(part, to: file, at: offset)
      }
    } catch {
      // A disk that fills up takes what still fits.
      state.withLock { state in
        state.write(Array(part.prefix(part.count / 2)), to: file, at: offset)
      }
      throw error
    }
    return part.count
  }

  func synchronize(_ file: OpenFile) throws(IndexFileError) {
    try perform(.synchronize, file.path) { (state) throws(IndexFileError) in
      guard let number = state.open[file.descriptor]?.contents,
        let bytes = state.contents[number]?.bytes
      else { return }
      state.contents[number]?.synchronized = bytes
    }
  }

  func close(_ file: OpenFile) {
    state.withLock { state in
      if let opened = state.open.removeValue(forKey: file.descriptor) {
        state.locked.remove(opened.path)
      }
    }
  }

  func synchronizeFolder(_ path: String) throws(IndexFileError) {
    try perform(.synchronize, path) { (state) throws(IndexFileError) in
      state.synchronizedNames = state.synchronizedNames.filter { State.parent($0.key) != path }
      for (name, number) in state.names where State.parent(name) == path {
        state.synchronizedNames[name] = number
      }
      for folder in state.folders where State.parent(folder) == path {
        state.synchronizedFolders.insert(folder)
      }
    }
  }

  func rename(_ path: String, to newPath: String) throws(IndexFileError) {
    try perform(.rename, newPath) { (state) throws(IndexFileError) in
      guard let number = state.names.removeValue(forKey: path) else { throw .missing(path: path) }
      state.names[newPath] = number
    }
  }

  func remove(_ path: String) throws(IndexFileError) {
    try perform(.remove, path) { (state) throws(IndexFileError) in
      guard state.names.removeValue(forKey: path) != nil else { throw .missing(path: path) }
    }
  }

  func lock(_ path: String) throws(IndexFileError) -> OpenFile {
    try perform(.lock, path) { (state) throws(IndexFileError) in
      guard state.folders.contains(State.parent(path)) else { throw .missing(path: path) }
      guard state.locked.insert(path).inserted else { throw .locked(path: path) }
      let number = state.names[path] ?? state.nextNumber
      state.names[path] = number
      state.contents[number, default: Contents()].bytes += []
      return state.openFile(path, number)
    }
  }

  func map(_ path: String) throws(IndexFileError) -> ByteRegion {
    let region = try perform(.map, path) { (state) throws(IndexFileError) in
      guard let number = state.names[path] else { throw .missing(path: path) }
      return ByteRegion(state.contents[number]?.bytes ?? [])
    }
    let interlude = state.withLock { state in
      defer { state.interlude = nil }
      return state.interlude
    }
    interlude?()
    return region
  }
}
