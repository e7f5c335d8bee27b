#if Server
  import Foundation
  package import Reading
  import Synchronization

  /// The keys of a workspace: a file of JSON that its owner alone may read.
  ///
  /// It is read again when it was changed, so that a key that is taken back is refused from then on.
  package final class KeyStore: Sendable {
    /// Why there are no keys to be had.
    package enum Failure: Error, Equatable {
      /// The file is not one of keys.
      case malformed(path: String)
      /// The file cannot be written; the system's words.
      case unwritable(path: String, reason: String)
    }

    /// What a text is worth.
    enum Verdict: Equatable {
      case holds(AccessKey)
      case unknown, expired, revoked
    }

    private struct Known {
      var keys: [AccessKey] = []
      var changed: Date?
      var size: Int?
    }

    private let file: URL
    private let known = Mutex(Known())

    /// The keys of the workspace in a folder.
    package init(workspace folder: String) {
      file = URL(filePath: folder).appending(path: "keys.json")
    }

    /// All keys, in the order in which they were made.
    package func keys() throws(Failure) -> [AccessKey] {
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
      let changed = attributes?[.modificationDate] as? Date
      let size = attributes?[.size] as? Int
      let cached: [AccessKey]? = known.withLock {
        $0.changed == changed && $0.size == size ? $0.keys : nil
      }
      if let cached { return cached }
      let keys = try read()
      known.withLock { $0 = Known(keys: keys, changed: changed, size: size) }
      return keys
    }

    private func read() throws(Failure) -> [AccessKey] {
      guard FileManager.default.fileExists(atPath: file.path) else { return [] }
      guard let data = FileManager.default.contents(atPath: file.path),
        let keys = try? JSONDecoder().decode([AccessKey].self, from: data)
      else { throw .malformed(path: file.path) }
      return keys
    }

    /// Makes a key and stores its hash.
    ///
    /// - Returns: the key and its text, which cannot be had again.
    package func add(
      name: String, scope: AccessKey.Scope, expires: CalendarDate?
    ) throws(Failure) -> (key: AccessKey, text: String) {
      let made = AccessKey.make(name: name, scope: scope, expires: expires)
      try write(try keys() + [made.key])
      return made
    }

    /// Takes a key back; false where there is none with the id.
    package func revoke(_ id: String) throws(Failure) -> Bool {
      var keys = try keys()
      guard let index = keys.firstIndex(where: { $0.id == id }) else { return false }
      keys[index].isRevoked = true
      try write(keys)
      return true
    }

    private func write(_ keys: [AccessKey]) throws(Failure) {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      do {
        try encoder.encode(keys).write(to: file, options: .atomic)
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o600], ofItemAtPath: file.path)
      } catch {
        let reason = (error as NSError).localizedFailureReason ?? "it cannot be written"
        throw .unwritable(path: file.path, reason: reason)
      }
      known.withLock { $0 = Known() }
    }

    /// What a key's text is worth on a day.
    func verdict(on text: some StringProtocol, today: CalendarDate) throws(Failure) -> Verdict {
      guard let parts = AccessKey.parts(of: text) else { return .unknown }
      guard let key = try keys().first(where: { $0.id == parts.id }), key.isOpened(by: parts.secret)
      else { return .unknown }
      if key.isRevoked { return .revoked }
      if let expires = key.expires, expires < today { return .expired }
      return .holds(key)
    }
  }
#endif
