import Candidates
import Roles
import Synchronization
import Weighting

/// Readers of documents that wait for the next one: they keep what their tokenizers learnt.
///
/// There are as many as were in use at a time.
final class IdleReaders: Sendable {
  private let roles = Mutex<[RoleReader]>([])
  private let profiles = Mutex<[ProfileReader]>([])
  private let knowledge: Knowledge

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// What `body` gives with a reader of postings that nobody else has meanwhile.
  func withRoleReader<Result>(_ body: (inout RoleReader) -> Result) -> Result {
    var reader = roles.withLock { $0.popLast() } ?? RoleReader(knowledge: knowledge)
    defer { roles.withLock { $0.append(reader) } }
    return body(&reader)
  }

  /// What `body` gives with a reader of résumés that nobody else has meanwhile.
  func withProfileReader<Result>(_ body: (inout ProfileReader) -> Result) -> Result {
    var reader = profiles.withLock { $0.popLast() } ?? ProfileReader(knowledge: knowledge)
    defer { profiles.withLock { $0.append(reader) } }
    return body(&reader)
  }
}
