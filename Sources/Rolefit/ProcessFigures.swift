import Foundation

/// What the system says of this process and of the machine, for benchmarks.
enum ProcessFigures {
  /// The load average of the last minute; −1 where the system has none.
  static var load: Double {
    var load = 0.0
    return unsafe getloadavg(&load, 1) == 1 ? load : -1
  }

  /// The most bytes of memory that the process has held at once; −1 where the system does not say.
  static var peakMemory: Int {
    var usage = rusage()
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    // RUSAGE_SELF, which is 0 everywhere and of another type in each library.
    return unsafe getrusage(0, &usage) == 0 ? Int(usage.ru_maxrss) * unit : -1
  }
}
