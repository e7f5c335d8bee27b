#if Server
  import Bytes
  package import Reading

  /// A key of the service, as it is stored: without the secret, whose hash stands for it.
  ///
  /// A key is `rolefit_ID_SECRET`, the secret 32 random bytes in hexadecimal. That is too much to be
  /// guessed, so a plain SHA-256 of it is enough.
  package struct AccessKey: Sendable, Codable, Equatable {
    /// What a caller may do; each may do what those before it may.
    package enum Scope: String, Sendable, Codable, CaseIterable, Comparable {
      /// Look at roles and profiles, and match them.
      case read
      /// Add and remove them too.
      case write
      /// See figures of the service too.
      case admin

      package static func < (left: Scope, right: Scope) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
      }
    }

    /// Eight hexadecimal digits that tell keys apart; no secret.
    package let id: String
    /// What the bearer is called.
    package let name: String
    /// What the bearer may do.
    package let scope: Scope
    /// The SHA-256 of the secret, hexadecimal.
    let hash: String
    /// The last day on which it holds; nil for one that has no end.
    package let expires: CalendarDate?
    /// Whether it was taken back.
    package var isRevoked = false

    /// A new key and its text, which is nowhere else.
    package static func make(
      name: String, scope: Scope, expires: CalendarDate?
    ) -> (key: AccessKey, text: String) {
      var generator = SystemRandomNumberGenerator()
      let random = { (count: Int) in
        SHA256.hexadecimal(
          (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
      }
      let (id, secret) = (random(4), random(32))
      let key = AccessKey(
        id: id, name: name, scope: scope, hash: digest(secret), expires: expires)
      return (key, "rolefit_\(id)_\(secret)")
    }

    /// The id and the secret of a key's text; nil where it is none.
    static func parts(of text: some StringProtocol) -> (id: String, secret: String)? {
      let parts = text.split(separator: "_", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "rolefit", parts[1].utf8.count == 8,
        parts[2].utf8.count == 64
      else { return nil }
      return (String(parts[1]), String(parts[2]))
    }

    /// Whether a secret is this key's; it takes as long for every wrong one.
    func isOpened(by secret: String) -> Bool {
      let (own, other) = (Array(hash.utf8), Array(Self.digest(secret).utf8))
      return own.count == other.count && zip(own, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func digest(_ secret: String) -> String {
      SHA256.hexadecimal(SHA256.hash(Array(secret.utf8)[...]))
    }
  }
#endif
