#if Server
  /// Why a file was refused, in words for who sent it.
  ///
  /// Of a refusal only a code is kept, so that nothing of the file is; the words say what the code does,
  /// and what to do.
  enum RefusalWords {
    static func words(for code: String) -> String {
      switch code {
      case "empty": "it is empty"
      case "too-large": "it is larger than a document may be"
      case "unsupported": "it is of a kind that is not read; save it as PDF, DOCX, HTML or text"
      case "not-text": "it is no document and no text"
      case "invalid-utf8": "it is no UTF-8; save it as UTF-8"
      case "malformed-json": "it is JSON that cannot be used"
      case "malformed-row": "a row of it has not the columns of its head"
      case "encrypted": "it has a password; save it without one"
      case "no-text": "it holds only pictures; recognise its text first (OCR)"
      case "parser-failed": "its reader broke down on it"
      case "missing-tool": "a program that reads it is not installed"
      case "no-converter": "this build does not read its kind; save it as text"
      default:
        if code.hasPrefix("malformed-") {
          "it is damaged, or not what it seems to be"
        } else if code.hasPrefix("over-limit-") {
          "it asks for more than a document may; nothing of it was read"
        } else {
          code
        }
      }
    }
  }
#endif
