package import Foundation

/// How a process that read a document ended.
package struct ProcessEnd {
  private let isSignalled: Bool
  private let status: Int32

  /// Of one that a signal ended.
  package init(signal: Int32) {
    (isSignalled, status) = (true, signal)
  }

  /// Of a process that has ended.
  package init(_ process: Process) {
    isSignalled = process.terminationReason == .uncaughtSignal
    status = process.terminationStatus
  }

  /// What that says of the document; nil where all went well.
  package func error(_ format: Document.Format) -> DocumentError? {
    guard isSignalled else {
      return status == 0 ? nil : .malformed(format: format, flaw: .damaged)
    }
    switch status {
    // Parsers end themselves where there is no memory left.
    case SIGABRT: return .overLimit(format: format, limit: .memory)
    case SIGXCPU, SIGALRM, SIGKILL, SIGTERM: return .overLimit(format: format, limit: .time)
    default: return .parserFailed(format: format)
    }
  }
}
