import Rolefit

/// Scores one résumé against one posting and prints the score.
@main
struct EmbeddedConsumer {
  static let posting = """
    Electrician

    Requirements
    - Three years of experience wiring commercial buildings
    - Reads wiring diagrams and bends conduit
    - Driving licence
    """

  static let resume = """
    Skills
    Wiring diagrams, conduit bending, fault finding

    Experience
    Electrician, Example Electrical, March 2019 - June 2024
    - Wired commercial buildings and tested circuits
    """

  static func main() throws {
    let engine = try Engine()
    guard let day = CalendarDate("2026-01-01") else { throw NoSuchDay() }
    let match = engine.match(
      resume: try DocumentReader.read(Array(resume.utf8), name: "resume.txt"),
      role: try DocumentReader.read(Array(posting.utf8), name: "posting.txt"),
      asOf: day)
    print(match.score)
  }

  struct NoSuchDay: Error {}
}
