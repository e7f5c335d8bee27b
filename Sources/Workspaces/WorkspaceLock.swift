#if Catalog
  import Foundation
  import IndexStorage
  import Rolefit

  /// The right to change a workspace, which one holder at a time has, in this process or another.
  ///
  /// The system takes it back from a process that is killed.
  struct WorkspaceLock: ~Copyable {
    private let file: OpenFile

    private init(_ file: OpenFile) {
      self.file = file
    }

    deinit { POSIXFileSystem().close(file) }

    /// Waits for the lock, so long that a short change of somebody else is over.
    static func wait(
      in folder: String, patience: Duration
    ) async throws(WorkspaceError) -> WorkspaceLock {
      let clock = ContinuousClock()
      let end = clock.now + patience
      while true {
        if let lock = try attempt(in: folder) { return lock }
        // Whoever is cancelled has no use for the lock.
        guard clock.now < end, (try? await Task.sleep(for: .milliseconds(10))) != nil else {
          throw .locked(path: folder)
        }
      }
    }

    /// The same, on the thread that calls.
    static func waitOnThread(
      in folder: String, patience: Duration
    ) throws(WorkspaceError) -> WorkspaceLock {
      let clock = ContinuousClock()
      let end = clock.now + patience
      while true {
        if let lock = try attempt(in: folder) { return lock }
        guard clock.now < end else { throw .locked(path: folder) }
        Thread.sleep(forTimeInterval: 0.01)
      }
    }

    /// The lock; nil where somebody else has it.
    static func attempt(in folder: String) throws(WorkspaceError) -> WorkspaceLock? {
      do {
        return WorkspaceLock(try POSIXFileSystem().lock(folder + "/" + Workspace.lockName))
      } catch .locked {
        return nil
      } catch {
        throw .index(RoleIndexError(error))
      }
    }
  }
#endif
