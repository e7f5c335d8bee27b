#if Server
  import Bytes
  import Hummingbird
  import NIOCore
  import Reading
  import Synchronization

  /// Answers that were given already: the same question of the same documents on the same day has the
  /// same answer, byte for byte, so it is computed once.
  ///
  /// They are in memory alone, at most `room` bytes of them; a change of the workspace's documents lets
  /// go of all, so that nothing of a removed profile is kept.
  final class AnswerShelf: Sendable {
    private struct Answer {
      var body: ByteBuffer
      /// The larger, the later it was asked for.
      var used: UInt64
    }

    private struct State {
      var generation: Int64 = 0
      var answers: [[UInt8]: Answer] = [:]
      var bytes = 0
      var used: UInt64 = 0

      /// Lets go of what belongs to an earlier generation.
      mutating func begin(_ generation: Int64) {
        if generation > self.generation { self = State(generation: generation) }
      }
    }

    private let room: Int
    private let state = Mutex(State())

    init(room: Int) {
      self.room = room
    }

    /// How many bytes of answers there are.
    var bytes: Int { state.withLock { $0.bytes } }

    /// What a question is known by: its route, its body, and the day.
    static func key(route: String, body: [UInt8], today: CalendarDate) -> [UInt8] {
      SHA256.hash((Array("\(route) \(today)\n".utf8) + body)[...])
    }

    /// The answer to a question about the documents of a generation; nil where there is none.
    func answer(to key: [UInt8], generation: Int64) -> ByteBuffer? {
      state.withLock { state in
        state.begin(generation)
        guard state.generation == generation, state.answers[key] != nil else { return nil }
        state.used += 1
        state.answers[key]?.used = state.used
        return state.answers[key]?.body
      }
    }

    /// Lets go of all answers about documents of an earlier generation, and takes no more of them.
    func forget(before generation: Int64) {
      state.withLock { $0.begin(generation) }
    }

    /// Keeps an answer about the documents of a generation, in the place of those that were not asked
    /// for for longest; one that would take more than a quarter of the room is not kept.
    func keep(_ body: ByteBuffer, for key: [UInt8], generation: Int64) {
      guard body.readableBytes <= room / 4 else { return }
      state.withLock { state in
        if generation < state.generation { return }
        state.begin(generation)
        state.used += 1
        let old = state.answers.updateValue(Answer(body: body, used: state.used), forKey: key)
        state.bytes += body.readableBytes - (old?.body.readableBytes ?? 0)
        if state.bytes > room { makeRoom(&state) }
      }
    }

    /// Lets go of answers until half of the room is free, so that this is done rarely.
    private func makeRoom(_ state: inout State) {
      for (key, answer) in state.answers.sorted(by: { $0.value.used < $1.value.used }) {
        if state.bytes <= room / 2 { return }
        state.answers[key] = nil
        state.bytes -= answer.body.readableBytes
      }
    }
  }
#endif
