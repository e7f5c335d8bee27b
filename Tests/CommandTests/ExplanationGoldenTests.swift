import Foundation
import Testing

/// Whole explanations of sample pairs, a profile and a role for each occupation.
///
/// A change of behaviour shows as a diff that a person can read. `ROLEFIT_RECORD=1` writes the files
/// anew.
@Suite struct ExplanationGoldenTests {
  private static let pairs = [
    ("maya-okafor.json", "platform-reliability-engineer"),
    ("ines-carvalho.json", "data-scientist"),
    ("ingrid-bhattacharya-voss.md", "manufacturing-engineer"),
    ("dewey-halloran-pike.txt", "refrigeration-technician"),
    ("nadia-fairweather-singh.json", "warehouse-supervisor"),
    ("gwilym-santos-archer.txt", "store-manager"),
    ("tobias-lindqvist.md", "icu-nurse"),
    ("willem-adeyemi-kraus.md", "physiotherapist"),
    ("priscilla-nakamura-boyd.txt", "financial-controller"),
    ("coraline-matsuda-reyes.txt", "litigation-associate"),
    ("harriet-osei-whitfield.txt", "supply-primary-teacher"),
    ("rosa-delgado-byrne.txt", "chef-de-partie"),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")
  private static let isRecording =
    ProcessInfo.processInfo.environment["ROLEFIT_RECORD"] != nil

  @Test(arguments: pairs.map { [$0.0, $0.1] })
  func `the explanation of a sample pair`(pair: [String]) throws {
    let run = try Rolefit.run(
      "explain", Rolefit.profile(pair[0]), pair[1], "--as-of", "2026-11-21",
      environment: ["COLUMNS": "100", "NO_COLOR": "1"])
    #expect(run.status == 0)
    let stem = pair[0].split(separator: ".")[0]
    let file = Self.folder.appending(path: "\(stem)--\(pair[1]).txt")
    if Self.isRecording { try Data(run.output.utf8).write(to: file) }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(run.output == golden, "\(file.lastPathComponent): look at the diff, then record it")
  }
}
