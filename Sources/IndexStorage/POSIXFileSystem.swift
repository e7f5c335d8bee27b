package import Bytes

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// The files of the machine.
package struct POSIXFileSystem: FileSystem {
  package init() {}

  package func makeDirectory(at path: String) throws(IndexFileError) {
    try check(.makeDirectory, path) { makeFolder(path) }
  }

  package func create(_ path: String) throws(IndexFileError) -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let descriptor = try check(.create, path) { openFile(path, flags) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  package func write(
    _ bytes: RawSpan, to file: OpenFile, at offset: Int
  ) throws(IndexFileError) -> Int {
    try check(.write, file.path) {
      // The call reads `count` bytes from the pointer, as many as the span has.
      unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(file.descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      }
    }
  }

  package func synchronize(_ file: OpenFile) throws(IndexFileError) {
    try check(.synchronize, file.path) { flush(file.descriptor) }
  }

  package func close(_ file: OpenFile) {
    _ = closeDescriptor(file.descriptor)
  }

  package func synchronizeFolder(_ path: String) throws(IndexFileError) {
    let descriptor = try check(.synchronize, path) { openFile(path, O_RDONLY | O_CLOEXEC) }
    defer { _ = closeDescriptor(descriptor) }
    try check(.synchronize, path) { flush(descriptor) }
  }

  package func rename(_ path: String, to newPath: String) throws(IndexFileError) {
    try check(.rename, newPath) { renameFile(path, newPath) }
  }

  package func remove(_ path: String) throws(IndexFileError) {
    try check(.remove, path) { unlinkFile(path) }
  }

  package func lock(_ path: String) throws(IndexFileError) -> OpenFile {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let descriptor = try check(.lock, path) { openFile(path, flags) }
    do {
      try check(.lock, path) { flock(descriptor, LOCK_EX | LOCK_NB) }
    } catch {
      _ = closeDescriptor(descriptor)
      throw error
    }
    return OpenFile(descriptor: descriptor, path: path)
  }

  package func map(_ path: String) throws(IndexFileError) -> ByteRegion {
    let descriptor = try check(.map, path) { openFile(path, O_RDONLY | O_CLOEXEC) }
    defer { _ = closeDescriptor(descriptor) }
    var status = stat()
    // The system fills in the structure, which lives until the call returns.
    try check(.map, path) { unsafe fstat(descriptor, &status) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAnIndex(path: path) }
    guard let region = ByteRegion(mapping: descriptor, count: Int(status.st_size)) else {
      throw IndexFileError(errno: errno, operation: .map, path: path)
    }
    return region
  }

  package func names(in folder: String) throws(IndexFileError) -> [String] {
    guard !folder.utf8.contains(0), let stream = unsafe opendir(folder) else {
      throw IndexFileError(errno: errno, operation: .list, path: folder)
    }
    // The stream was just opened, is used by nobody else and closed once.
    defer { unsafe closedir(stream) }
    var names: [String] = []
    // An entry is valid until the next call on the stream; its name is copied before.
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        // The system ends the name with a zero inside the field.
        unsafe field.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)
        ) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Runs a call until no signal interrupts it, and throws what `errno` says if it fails.
  @discardableResult
  private func check<Number: SignedInteger>(
    _ operation: FileOperation, _ path: String, _ call: () -> Number
  ) throws(IndexFileError) -> Number {
    // C would read the path up to the zero only.
    guard !path.utf8.contains(0) else {
      throw .io(errno: EINVAL, operation: operation, path: path)
    }
    while true {
      let result = call()
      if result >= 0 { return result }
      let number = errno
      if number != EINTR { throw IndexFileError(errno: number, operation: operation, path: path) }
    }
  }

  private func flush(_ descriptor: Int32) -> Int32 {
    #if canImport(Darwin)
      // `fsync` there leaves the bytes in the cache of the drive. Not every file system can do more.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return 0 }
    #endif
    return fsync(descriptor)
  }
}

// Outside the type, where the names of its methods do not hide those of C. Each call reads a path
// that Swift ends with a zero and keeps until the call returns.

private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func makeFolder(_ path: String) -> Int32 { unsafe mkdir(path, 0o777) }

private func openFile(_ path: String, _ flags: Int32) -> Int32 { unsafe open(path, flags, 0o666) }

private func renameFile(_ path: String, _ newPath: String) -> Int32 {
  unsafe rename(path, newPath)
}

private func unlinkFile(_ path: String) -> Int32 { unsafe unlink(path) }
