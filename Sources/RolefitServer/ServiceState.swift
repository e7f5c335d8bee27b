#if Server
  import Documents
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Matching
  import Rolefit
  import Synchronization
  import Workspaces

  /// What all routes share.
  final class ServiceState: Sendable {
    let configuration: ServiceConfiguration
    let engine: Engine
    let workspace: Workspace
    let keys: KeyStore?
    let metrics = ServiceMetrics()
    let queue: WorkQueue
    let market = MarketShelf()
    let answers = AnswerShelf(room: 128 << 20)
    /// Résumés that were only looked at: in memory, and gone with the service.
    let visitors = VisitorShelf(room: 64)

    init(
      _ configuration: ServiceConfiguration, engine: Engine, workspace: Workspace, keys: KeyStore
    ) {
      self.configuration = configuration
      self.engine = engine
      self.workspace = workspace
      self.keys = configuration.requiresKeys || !configuration.isLoopback ? keys : nil
      queue = WorkQueue(width: configuration.threads, waiting: configuration.waiting)
    }

    static var now: Int64 { Int64(Date().timeIntervalSince1970) }

    /// The body of a request, within the size that is given or else any body may have.
    func body(of request: Request, limit: Int? = nil) async throws -> [UInt8] {
      try await Upload.body(
        of: request, limit: limit ?? configuration.bodyLimit, patience: configuration.patience)
    }

    /// The one document in some bytes.
    func document(_ bytes: [UInt8], name: String?, id: String? = nil) throws(Problem) -> Document {
      let read = Upload.documents(
        in: bytes, name: name, id: id, converter: configuration.converter, most: 2)
      guard let document = read.documents.first else { throw Problem(read.refusals) }
      guard read.documents.count == 1 else {
        throw .malformed("There are several documents; send one.")
      }
      return document
    }

    /// A stored profile, or one that was only looked at.
    func profile(_ id: String) throws -> Document {
      if let document = visitors[id] { return document }
      guard let document = try workspace.document(id, kind: .profile) else {
        throw Problem.unknown("No profile has this id.")
      }
      return document
    }

    /// Removes documents, and what is in memory of them.
    @discardableResult
    func remove(
      _ ids: [String], kind: Workspace.Kind
    ) async throws -> (removed: Int, unknown: [String]) {
      let result = try await workspace.remove(ids, kind: kind)
      answers.forget(before: workspace.generation)
      return result
    }

    func role(_ id: String) throws -> Document {
      guard let document = try workspace.document(id, kind: .role) else {
        throw Problem.unknown("No role has this id.")
      }
      return document
    }
  }

  /// A few documents in memory, the last used of which are kept.
  final class VisitorShelf: Sendable {
    private let room: Int
    private let documents = Mutex<[Document]>([])

    init(room: Int) {
      self.room = room
    }

    /// Keeps a document, in the place of the one that was not used for longest.
    func keep(_ document: Document) {
      documents.withLock { documents in
        documents.removeAll { $0.id == document.id }
        documents.append(document)
        if documents.count > room { documents.removeFirst() }
      }
    }

    subscript(id: String) -> Document? {
      documents.withLock { documents in
        guard let index = documents.firstIndex(where: { $0.id == id }) else { return nil }
        let document = documents.remove(at: index)
        documents.append(document)
        return document
      }
    }
  }

  extension WorkspaceError: RequestRefused {
    var problem: Problem {
      if isBusy { return .busy }
      return switch self {
      case .index, .unreadable, .catalog:
        Problem(
          .damaged, .internalServerError, "The workspace cannot be relied on",
          "Run rolefit workspace verify; it says what is damaged and what mends it.")
      default: .failed
      }
    }
  }

  extension RankingError: RequestRefused {
    var problem: Problem { Problem(self) }
  }
#endif
