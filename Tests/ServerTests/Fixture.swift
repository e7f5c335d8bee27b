#if Server
  import Foundation
  import Rolefit
  import Workspaces

  @testable import RolefitServer

  /// A service over a workspace of its own, which goes with it.
  final class Fixture {
    static let engine: Engine = {
      do { return try Engine() } catch { preconditionFailure("\(error)") }
    }()

    static let baker = """
      Night baker
      Ovens & Sons, Leeds

      Requirements
      - Two years at a deck oven
      - Level 2 food hygiene certificate
      - Must have the right to work in the UK
      """
    static let welder = """
      MIG welder
      Quay Fabrication, Hull

      Requirements
      - Three years of MIG welding
      - Reads technical drawings
      """
    static let resume = """
      Mira Holt
      mira@example.org

      Experience
      2019 - 2023 Baker, Harbour Bakery
      Deck oven, sourdough, laminated dough.

      Certificates
      Level 2 food hygiene certificate
      """

    let folder: String
    let workspace: Workspace
    let keys: KeyStore
    let service: Service

    init(_ change: (inout ServiceConfiguration) -> Void = { _ in }) async throws {
      folder =
        FileManager.default.temporaryDirectory
        .appending(path: "rolefit-server-\(UUID().uuidString)").path
      workspace = try Workspace(folder, engine: Self.engine, threads: 1, creating: true)
      keys = KeyStore(workspace: folder)
      var configuration = ServiceConfiguration()
      configuration.port = 0
      change(&configuration)
      service = Service(
        configuration, engine: Self.engine, workspace: workspace, keys: keys)
    }

    deinit {
      try? FileManager.default.removeItem(atPath: folder)
    }

    /// Puts two roles and a profile into the workspace.
    func fill() async throws {
      for (id, text) in [("baker", Self.baker), ("welder", Self.welder)] {
        try await workspace.add([document(id, text)], kind: .role, label: { _ in nil }, now: 1)
      }
      try await workspace.add(
        [document("mira", Self.resume)], kind: .profile, label: { _ in nil }, now: 1)
    }

    func document(_ id: String, _ text: String) throws -> Document {
      try DocumentReader.read(Array(text.utf8), name: id + ".txt", id: id)
    }
  }
#endif
