import CFuzzer
import FuzzTargets

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs libFuzzer on the target that ROLEFIT_FUZZ_TARGET names; the arguments are libFuzzer's.
@main
enum Fuzzer {
  static let target: FuzzTarget = {
    let name = unsafe getenv("ROLEFIT_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError(
        "ROLEFIT_FUZZ_TARGET is \"\(name)\", and should be one of "
          + FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
    }
    return target
  }()

  static func main() {
    target.prepare()
    var count = CommandLine.argc
    var arguments = unsafe Optional(CommandLine.unsafeArgv)
    // The arguments live as long as the process, and libFuzzer writes to the two variables only.
    let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { start, count in
      // libFuzzer gives `count` bytes, which are there for as long as the call.
      Fuzzer.target.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
    exit(status)
  }
}
