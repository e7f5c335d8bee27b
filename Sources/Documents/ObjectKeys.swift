import Foundation

/// Which keys a JSON object has: they tell a résumé, a job board's file and a record apart.
struct ObjectKeys: Decodable {
  /// Keys of a JSON résumé.
  private enum Resume: String, CodingKey, CaseIterable {
    case basics, work, volunteer, education, skills, rolefit
  }

  /// Keys of a board's answer, or of one of its postings (Greenhouse, Lever, Ashby).
  private enum Board: String, CodingKey, CaseIterable {
    case jobs, content, descriptionPlain, descriptionHtml, categories, lists
  }

  let isResume: Bool
  let isBoard: Bool

  init(from decoder: any Decoder) throws {
    let resume = try decoder.container(keyedBy: Resume.self)
    let board = try decoder.container(keyedBy: Board.self)
    isResume = Resume.allCases.contains { resume.contains($0) }
    isBoard = Board.allCases.contains { board.contains($0) }
  }

  /// The keys of the object that some bytes are; nil where they are none.
  static func of(_ bytes: [UInt8]) -> ObjectKeys? {
    try? JSONDecoder().decode(ObjectKeys.self, from: Data(bytes))
  }
}
