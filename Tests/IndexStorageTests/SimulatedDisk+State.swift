import IndexStorage

extension SimulatedDisk.State {
  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }

  mutating func openFile(_ path: String, _ number: Int) -> OpenFile {
    nextNumber = max(nextNumber, number) + 1
    let descriptor = Int32(nextNumber)
    open[descriptor] = (path, number)
    return OpenFile(descriptor: descriptor, path: path)
  }

  mutating func write(_ bytes: [UInt8], to file: OpenFile, at offset: Int) {
    if case (let at, .killed)? = failure, operations > at { return }
    guard let number = open[file.descriptor]?.contents, var content = contents[number]?.bytes
    else { return }
    let missing = offset + bytes.count - content.count
    if missing > 0 { content += [UInt8](repeating: 0, count: missing) }
    content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    contents[number]?.bytes = content
  }

  /// Counts an operation, and throws if its turn to fail has come.
  mutating func count(_ operation: FileOperation, _ path: String) throws(IndexFileError) {
    operations += 1
    guard let (at, failure) = failure else { return }
    let number: Int32? =
      switch failure {
      case .once(let errno): operations == at ? errno : nil
      case .lasting(let errno):
        operations >= at && operation != .map && operation != .list ? errno : nil
      case .killed: operations >= at ? -1 : nil
      }
    guard let number else { return }
    hasRefused = true
    throw IndexFileError(errno: number, operation: operation, path: path)
  }

  mutating func cutPower(_ loss: SimulatedDisk.Loss) {
    var seed: UInt64 = 0
    if case .some(let value) = loss { seed = value }
    func choose(_ choices: UInt64) -> UInt64 {
      // The finish of SplitMix64.
      seed &+= 0x9E37_79B9_7F4A_7C15
      var value = (seed ^ seed >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return (value ^ value >> 31) % choices
    }
    for number in contents.keys.sorted() {
      guard let content = contents[number] else { continue }
      var left = content.bytes
      switch loss {
      case .everything, .contents: left = content.synchronized
      case .some where content.bytes != content.synchronized:
        let part = Int(choose(UInt64(content.bytes.count + 1)))
        left =
          [
            content.bytes, content.synchronized, Array(content.bytes.prefix(part)),
            Array(content.bytes.prefix(part))
              + [UInt8](repeating: 0, count: content.bytes.count - part),
          ][Int(choose(4))]
      default: break
      }
      contents[number] = .init(bytes: left, synchronized: left)
    }
    for path in Set(names.keys).union(synchronizedNames.keys).sorted() {
      switch loss {
      case .everything, .names: names[path] = synchronizedNames[path]
      case .some where choose(2) == 0: names[path] = synchronizedNames[path]
      default: break
      }
    }
    if loss == .everything || loss == .names { folders = synchronizedFolders }
    names = names.filter { folders.contains(Self.parent($0.key)) }
    (synchronizedNames, synchronizedFolders) = (names, folders)
  }
}
