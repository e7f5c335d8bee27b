#if CommandLine
  import Foundation

  /// Standard output and error: their widths, colours, and what may be written there.
  enum Console {
    /// Writes text to standard output.
    static func write(_ text: String) {
      FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// Writes a line to standard error.
    static func error(_ line: String) {
      FileHandle.standardError.write(Data((printable(line) + "\n").utf8))
    }

    /// Shows what is being done, on standard error, only where that is a terminal.
    static func progress(_ text: String) {
      guard isatty(STDERR_FILENO) == 1 else { return }
      FileHandle.standardError.write(Data(("\r\u{1B}[2K" + printable(text)).utf8))
    }

    /// Removes the line of progress.
    static func endProgress() {
      guard isatty(STDERR_FILENO) == 1 else { return }
      FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8))
    }

    /// Whether standard output shows colours: a terminal, without NO_COLOR.
    static var hasColor: Bool {
      let environment = ProcessInfo.processInfo.environment
      return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
        && environment["TERM"] != "dumb"
    }

    /// The columns of the terminal; COLUMNS where there is none, else 80.
    static var width: Int {
      var size = winsize()
      if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return max(40, Int(size.ws_col))
      }
      let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
      return min(400, max(40, columns ?? 80))
    }

    /// Without control characters, so that no document can move the cursor or colour the screen.
    static func printable(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            return isControl ? " " : scalar
          }))
    }
  }
#endif
