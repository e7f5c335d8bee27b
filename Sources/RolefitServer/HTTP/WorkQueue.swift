#if Server
  import Dispatch
  import Synchronization

  /// Runs what takes a processor or waits for a disk, away from the threads that answer.
  ///
  /// At most `width` jobs run at a time and at most `waiting` wait their turn, the first come first; more
  /// are refused as `Problem.busy`. So `/health` answers whatever else is asked, and memory is bounded.
  final class WorkQueue: TaskExecutor {
    private struct State {
      var running = 0
      var line: [CheckedContinuation<Bool, Never>] = []
    }

    private let queue = DispatchQueue(label: "rolefit.work", attributes: .concurrent)
    private let state = Mutex(State())
    private let width: Int
    private let waiting: Int

    init(width: Int, waiting: Int) {
      self.width = width
      self.waiting = waiting
    }

    /// How many run or wait.
    var load: Int { state.withLock { $0.running + $0.line.count } }

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      let executor = unsafe asUnownedTaskExecutor()
      // The job runs once, here, on the executor that it was given to.
      queue.async { unsafe job.runSynchronously(on: executor) }
    }

    /// What `body` gives, run on the queue.
    func run<Result: Sendable>(
      _ body: @escaping @Sendable @concurrent () async throws -> Result
    ) async throws -> Result {
      try await enter()
      defer { leave() }
      return try await withTaskExecutorPreference(self) { try await body() }
    }

    private func enter() async throws(Problem) {
      let hasTurn = await withCheckedContinuation { (turn: CheckedContinuation<Bool, Never>) in
        let answer = state.withLock { state -> Bool? in
          if state.running < width {
            state.running += 1
            return true
          }
          guard state.line.count < waiting else { return false }
          state.line.append(turn)
          return nil
        }
        if let answer { turn.resume(returning: answer) }
      }
      if !hasTurn { throw .busy }
    }

    private func leave() {
      let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
        guard state.line.isEmpty else { return state.line.removeFirst() }
        state.running -= 1
        return nil
      }
      next?.resume(returning: true)
    }
  }
#endif
