import Benchmark
import BenchmarkSupport

/// Every kernel on every backend that this machine can run; `scalar` is the oracle, and slow.
let benchmarks: @Sendable () -> Void = {
  // Registered on one thread, before anything runs.
  unsafe Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 3, maxDuration: .milliseconds(400))

  for backend in KernelSubject.backends {
    let make = { () throws(NoBackend) -> KernelSubject in
      guard let subject = KernelSubject(backend: backend) else { throw NoBackend(name: backend) }
      return subject
    }
    let positions = KernelSubject.positions
    Benchmark(
      "lists \(backend): \(positions) positions",
      closure: { (_, subject: KernelSubject) in subject.addLists() }, setup: make)
    for inputs in KernelSubject.programs {
      Benchmark(
        "bitmaps \(backend): \(inputs) over 65536 vectors",
        closure: { (_, subject: KernelSubject) in subject.addBitmaps(inputs: inputs) },
        setup: make)
    }
    Benchmark(
      "select \(backend): 65536 vectors",
      closure: { (_, subject: KernelSubject) in blackHole(subject.select()) },
      setup: {
        let subject = try make()
        subject.prepareSelection()
        return subject
      })
    Benchmark(
      "dot \(backend): \(KernelSubject.rows) rows of \(KernelSubject.width)",
      closure: { (_, subject: KernelSubject) in blackHole(subject.dotProducts()) }, setup: make)
  }
}

/// A backend that was there a moment ago.
struct NoBackend: Error {
  let name: String
}
