import Documents
import Foundation
import Synchronization

/// A conversion that goes on beside the reading of other files.
final class Conversion: Sendable {
  private let results = Mutex<[Result<Document, DocumentError>]>([])
  private let done = DispatchSemaphore(value: 0)

  /// Begins it.
  init(_ convert: @escaping @Sendable () -> [Result<Document, DocumentError>]) {
    DispatchQueue.global().async {
      let converted = convert()
      self.results.withLock { $0 = converted }
      self.done.signal()
    }
  }

  /// What came out.
  ///
  /// To be asked for once.
  func wait() -> [Result<Document, DocumentError>] {
    done.wait()
    return results.withLock { $0 }
  }
}
