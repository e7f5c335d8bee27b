import CKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A set of kernels for one kind of processor, chosen when the process starts.
///
///     Backend.current.name   // "avx2"
///
/// The first of `all` that the machine supports is used. `ROLEFIT_BACKEND=scalar` (or another name)
/// takes another one; a name that is unknown or not supported here is ignored, and
/// `rolefit benchmark --backends` shows which one runs. All give the same bits: they add
/// integers, and where they multiply floating-point numbers nothing is contracted.
@safe
package struct Backend: Sendable {
  /// What `ROLEFIT_BACKEND` calls it.
  package let name: String
  /// Whether this machine can run it.
  package let isSupported: Bool

  typealias AddLists =
    @Sendable (
      UnsafeMutablePointer<UInt16>, UnsafePointer<UInt8>, UnsafePointer<rolefit_list>, Int,
      UnsafePointer<UInt16>, UnsafeMutablePointer<UInt32>
    ) -> Void
  typealias AddBitmaps =
    @Sendable (
      UnsafeMutablePointer<UInt16>, UnsafePointer<rolefit_program>, AdderProgram
    ) -> Void
  typealias Select =
    @Sendable (
      UnsafePointer<UInt16>, UnsafePointer<UInt16>, Int, UInt16, UInt16, UnsafePointer<UInt8>?,
      UnsafeMutablePointer<UInt16>, Int
    ) -> Int
  typealias SelectDense =
    @Sendable (
      UnsafePointer<UInt16>, UnsafePointer<Int32>, UnsafePointer<UInt16>, Int,
      rolefit_dense_bound, UnsafePointer<UInt8>?, UnsafeMutablePointer<UInt16>
    ) -> Int
  typealias Dot =
    @Sendable (
      UnsafePointer<Int8>, UnsafePointer<Int8>, Int, Int, UnsafeMutablePointer<Int32>
    ) -> Void

  typealias Round =
    @Sendable (
      UnsafePointer<UInt8>, UnsafePointer<rolefit_list>, Int, UnsafePointer<Double>,
      UnsafeMutablePointer<UInt16>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
    ) -> Void
  typealias Probe =
    @Sendable (UnsafePointer<rolefit_probe>, UnsafeMutablePointer<Float>) -> Void

  // What each does is said at the functions of `SumBuffer` and `PostingProbe` that call it.
  let addLists: AddLists
  let addBitmaps: AddBitmaps
  let select: Select
  let selectDense: SelectDense
  let dot: Dot
  let round: Round
  let probe: Probe

  /// All backends, the fastest first; the last is the oracle that the others are tested against.
  package static let all: [Backend] = Backend.native + [Backend.portable, Backend.scalar]

  /// The backend in use.
  package static let current: Backend = {
    let wanted = unsafe getenv("ROLEFIT_BACKEND").map { unsafe String(cString: $0) }
    let supported = all.filter(\.isSupported)
    return supported.first { $0.name == wanted } ?? supported[0]
  }()

  private static var native: [Backend] {
    #if arch(x86_64)
      [Backend.avx512, Backend.avx2]
    #else
      []
    #endif
  }
}

#if arch(x86_64)
  extension Backend {
    /// 512-bit registers with ternary logic.
    static let avx512 = unsafe Backend(
      name: "avx512", isSupported: rolefit_supports_avx512() != 0,
      addLists: { unsafe rolefit_add_lists_avx512($0, $1, $2, $3, $4, $5) },
      addBitmaps: { sums, program, _ in unsafe rolefit_add_bitmaps_avx512(sums, program) },
      select: { unsafe rolefit_select_avx512($0, $1, $2, $3, $4, $5, $6, $7) },
      selectDense: { unsafe rolefit_select_dense_avx512($0, $1, $2, $3, $4, $5, $6) },
      dot: { unsafe rolefit_dot_avx512($0, $1, $2, $3, $4) },
      round: { unsafe rolefit_round_avx512($0, $1, $2, $3, $4, $5, $6) },
      probe: { unsafe rolefit_probe_avx512($0, $1) })

    /// 256-bit registers.
    static let avx2 = unsafe Backend(
      name: "avx2", isSupported: rolefit_supports_avx2() != 0,
      addLists: { unsafe rolefit_add_lists_avx2($0, $1, $2, $3, $4, $5) },
      addBitmaps: { sums, program, _ in unsafe rolefit_add_bitmaps_avx2(sums, program) },
      select: { unsafe rolefit_select_avx2($0, $1, $2, $3, $4, $5, $6, $7) },
      selectDense: { unsafe rolefit_select_dense_avx2($0, $1, $2, $3, $4, $5, $6) },
      dot: { unsafe rolefit_dot_avx2($0, $1, $2, $3, $4) },
      round: { unsafe rolefit_round_avx2($0, $1, $2, $3, $4, $5, $6) },
      probe: { unsafe rolefit_probe_avx2($0, $1) })
  }
#endif
