import Benchmark
import BenchmarkSupport

/// The steps of the engine on one thread: reading the sample roles, building a block, searching it.
let benchmarks: @Sendable () -> Void = {
  // Registered on one thread, before anything runs.
  unsafe Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 1, maxDuration: .seconds(1))

  let reading = { try ReadingSubject() }
  Benchmark(
    "tokenize the sample roles",
    closure: { (_, subject: ReadingSubject) in blackHole(subject.tokenize()) }, setup: reading)
  Benchmark(
    "parse the sample roles",
    closure: { (_, subject: ReadingSubject) in blackHole(subject.parse()) }, setup: reading)

  let index = { IndexSubject() }
  Benchmark(
    "build a block of 65536 vectors",
    closure: { (_, subject: IndexSubject) in blackHole(subject.build()) }, setup: index)
  for top in [10, 100] {
    Benchmark(
      "search 65536 vectors, the best \(top)",
      closure: { (_, subject: IndexSubject) in blackHole(subject.search(top: top)) },
      setup: index)
  }
  Benchmark(
    "search 65536 vectors for 32 queries at once, the best 10",
    closure: { (_, subject: IndexSubject) in blackHole(subject.searchAll(top: 10)) },
    setup: index)
}
