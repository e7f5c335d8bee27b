import CResources

/// The data files that are compiled in.
package struct Resource: Sendable {
  /// "cues.txt", "roles/electrician.txt".
  package let name: String
  /// The content.
  package let bytes: [UInt8]

  /// The file with a name.
  ///
  /// - Precondition: there is one; the names are those of `resources.c`.
  package static func named(_ name: String) -> Resource {
    for index in 0... {
      guard let resource = at(index) else { break }
      if resource.name == name { return Resource(name: name, bytes: resource.bytes()) }
    }
    preconditionFailure("no resource named \(name)")
  }

  /// The files whose names begin with `prefix`, in the order of their names.
  package static func all(prefix: String) -> [Resource] {
    var found: [Resource] = []
    for index in 0... {
      guard let resource = at(index) else { break }
      if resource.name.hasPrefix(prefix) {
        found.append(Resource(name: resource.name, bytes: resource.bytes()))
      }
    }
    return found
  }

  /// The content as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private static func at(_ index: Int) -> (name: String, bytes: () -> [UInt8])? {
    // Safe: the C side returns pointers to constants that live as long as the process, and a null
    // name past the last.
    let resource = unsafe rolefit_resource_at(UInt(index))
    guard let name = unsafe resource.name else { return nil }
    return (
      unsafe String(cString: name),
      { unsafe Array(UnsafeBufferPointer(start: resource.bytes, count: Int(resource.count))) }
    )
  }
}
