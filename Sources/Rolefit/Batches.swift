package import Documents

/// Documents as a reader gives them, so many at a time that memory stays bounded.
///
///     var batches = Batches(InputReader(path: "-"))
///     while case let documents = batches.next(), !documents.isEmpty { … }
package struct Batches {
  private var reader: InputReader
  private let count: Int
  private let bytes: Int
  private var waiting: [Document]?
  /// What was refused so far.
  package private(set) var refusals: [Refusal] = []

  /// - Parameters:
  ///   - count: documents of a batch at most.
  ///   - bytes: a batch ends with the document whose text passes this.
  package init(_ reader: InputReader, count: Int = 4096, bytes: Int = 64 << 20) {
    self.reader = reader
    self.count = count
    self.bytes = bytes
  }

  /// The next documents, which stay the next ones.
  package var peek: [Document] {
    mutating get {
      let documents = waiting ?? read()
      waiting = documents
      return documents
    }
  }

  /// The next documents; none at the end.
  package mutating func next() -> [Document] {
    defer { waiting = nil }
    return waiting ?? read()
  }

  /// The refusals so far, which are forgotten.
  package mutating func takeRefusals() -> [Refusal] {
    defer { refusals = [] }
    return refusals
  }

  private mutating func read() -> [Document] {
    var documents: [Document] = []
    var size = 0
    while documents.count < count, size < bytes, let next = reader.next() {
      switch next {
      case .success(let document):
        documents.append(document)
        size += document.text.count
      case .failure(let refusal): refusals.append(refusal)
      }
    }
    return documents
  }
}
