#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit

  /// The command `rolefit explain`.
  struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract:
        "One pair in full: every requirement, its verdict, evidence and share of the score.",
      discussion: """
        With --format html it is one page that needs nothing beside it, to be read, printed or \
        mailed: both documents stand in it with the words marked that made the score.

        rolefit explain RESUME ROLE --format html > page.html
        """)

    @Argument(help: "A résumé, as a file of any kind that is read, or a profile's id.")
    var resume: String
    @Argument(help: "A posting, or the id of a role in --roles.")
    var role: String
    @OptionGroup var roles: RoleOptions
    @OptionGroup var scoring: ScoringOptions

    func run() async throws {
      try await reporting {
        let engine = try scoring.engine.make()
        let profile = try Inputs.readProfile(resume, among: roles, engine)
        Console.progress("reading postings …")
        let posting = try Inputs.readRole(role, among: roles, engine)
        Console.endProgress()
        let explanation = engine.explain(resume: profile, role: posting, asOf: scoring.day)
        switch scoring.format {
        case .table:
          let text = ExplanationText(
            explanation, width: Console.width, style: Style(isColored: Console.hasColor))
          Console.write(text.render())
        case .json: Console.write(try JSON.text(explanation))
        case .ndjson: Console.write(try JSON.line(explanation))
        case .csv: Console.write(CSV.text(explanation.match))
        case .trec:
          let match = explanation.match
          Console.write(TREC.line(match.profile, match.role, match.rank, match.score))
        case .html:
          let page = ExplanationPage(explanation, posting: posting, resume: profile)
          Console.write(page.html())
        }
      }
    }
  }

  /// The command `rolefit parse`.
  struct ParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "parse",
      abstract: "What was understood of a posting or résumé, with spans, and what was left out.")

    enum Kind: String, ExpressibleByArgument, CaseIterable { case role, profile }
    enum Format: String, ExpressibleByArgument, CaseIterable { case json, ndjson, text }

    @Argument(help: "Postings or résumés: a file, a folder, or NDJSON.")
    var file: String
    @Option(help: "What it is: role or profile (default: told by the content).")
    var kind: Kind?
    @Option(
      help: "json, ndjson (a line a document), or text: the extracted text that spans are of.")
    var format: Format = .json
    @OptionGroup var asOf: DayOptions
    @OptionGroup var engine: EngineOptions

    func run() async throws {
      try await reporting {
        let engine = try engine.make()
        var reader = Inputs.reader(file)
        var refusals: [Refusal] = []
        var understanding = engine.reader()
        var count = 0
        while let next = reader.next() {
          switch next {
          case .failure(let refusal): refusals.append(refusal)
          case .success(let document):
            count += 1
            try print(document, engine, &understanding)
          }
        }
        if count == 0, let refusal = refusals.first {
          throw Failure("\(refusal.input): \(Words.describe(refusal.error))")
        }
        try Inputs.finish(refusals)
      }
    }

    private func print(
      _ document: Document, _ engine: Engine, _ reader: inout Engine.Reader
    ) throws {
      if format == .text {
        Console.write(document[0..<document.text.count])
        return
      }
      let isProfile = kind.map { $0 == .profile } ?? engine.looksLikeProfile(document)
      if isProfile {
        let profile = reader.profile(document, asOf: asOf.day)
        Console.write(format == .json ? try JSON.text(profile) : try JSON.line(profile))
      } else {
        let role = reader.role(document)
        Console.write(format == .json ? try JSON.text(role) : try JSON.line(role))
      }
    }
  }
#endif
