import Foundation

/// How a process that read a document ended.
package struct ProcessEnd {
  private let status: Int32
  private let signal: Int32

  /// Of a process that ended with a status, or by a signal other than 0.
  package init(status: Int32 = 0, signal: Int32) {
    self.status = status
    self.signal = signal
  }

  /// What that says of the document; nil where all went well.
  package func error(_ format: Document.Format) -> DocumentError? {
    switch signal {
    case 0: status == 0 ? nil : .malformed(format: format, flaw: .damaged)
    // Parsers end themselves where there is no memory left.
    case SIGABRT: .overLimit(format: format, limit: .memory)
    case SIGXCPU, SIGALRM, SIGKILL, SIGTERM: .overLimit(format: format, limit: .time)
    default: .parserFailed(format: format)
    }
  }
}
