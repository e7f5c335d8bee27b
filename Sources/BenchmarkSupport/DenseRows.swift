import CKernels

/// Dense rows of whole numbers of 8 bits, and the kernel in C that multiplies them with another one.
@safe
final class DenseRows {
  private typealias Kernel =
    @convention(c) (
      UnsafePointer<Int8>?, UnsafePointer<Int8>?, Int, Int, UnsafeMutablePointer<Int32>?
    ) -> Void

  private let kernel: Kernel
  private let rows: [Int8]
  private let query: [Int8]
  private let count: Int
  private var found: [Int32]

  /// Nil for a backend that is not written in C.
  init?(
    backend: String, rows count: Int, width: Int, using generator: inout some RandomNumberGenerator
  ) {
    guard let kernel = unsafe Self.kernel(of: backend) else { return nil }
    unsafe self.kernel = kernel
    self.count = count
    rows = (0..<count * width).map { _ in Int8.random(in: -127...127, using: &generator) }
    query = (0..<width).map { _ in Int8.random(in: -127...127, using: &generator) }
    found = [Int32](repeating: 0, count: count)
  }

  static func hasKernel(_ backend: String) -> Bool { unsafe kernel(of: backend) != nil }

  private static func kernel(of backend: String) -> Kernel? {
    #if arch(x86_64)
      switch backend {
      case "avx512": return unsafe rolefit_dot_avx512
      case "avx2": return unsafe rolefit_dot_avx2
      default: return nil
      }
    #else
      return nil
    #endif
  }

  /// Multiplies all rows; returns the last product.
  func products() -> Int32 {
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe query.withUnsafeBufferPointer { query in
        unsafe found.withUnsafeMutableBufferPointer { found in
          // The rows are `count` times as long as the query, and there is a place for each product.
          unsafe kernel(
            rows.baseAddress, query.baseAddress, count, query.count, found.baseAddress)
        }
      }
    }
    return found.last ?? 0
  }
}
