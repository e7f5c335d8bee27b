import Bytes
import Reading
import Roles

/// What tells one opening from another: two postings with equal keys are one opening posted again.
///
/// They have the title, the employer, the places and all words of all requirements in common, but for
/// capitals. Title, employer and place alone are not enough: a hospital looks for nurses of the same
/// title on many wards, each with a posting of its own. Days, pay and what surrounds the requirements
/// may differ. A posting that names neither an employer nor a requirement is like no other, and is known
/// by its id.
struct OpeningKey: Hashable, Sendable {
  private let hash: UInt64

  init(_ role: Role) {
    var bytes: [UInt8] = []
    let isTold = !role.requirements.isEmpty || role.employer != nil
    bytes.reserveCapacity(isTold ? 4_096 : 64)
    if isTold {
      Self.append(role.title, to: &bytes)
      Self.append(role.employer ?? "", to: &bytes)
      for place in role.locations { Self.append(place.text, to: &bytes) }
      bytes.append(1)
      for requirement in role.requirements { Self.append(requirement, to: &bytes) }
    } else {
      bytes.append(2)
      bytes.append(contentsOf: role.id.utf8)
    }
    hash = XXH64.hash(bytes)
  }

  private static func append(_ requirement: Requirement, to bytes: inout [UInt8]) {
    if requirement.children.isEmpty { append(requirement.text, to: &bytes) }
    for child in requirement.children { append(child, to: &bytes) }
  }

  /// The text in small letters, and a zero.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 { bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    bytes.append(0)
  }
}
