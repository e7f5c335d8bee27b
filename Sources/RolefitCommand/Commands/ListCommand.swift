#if CommandLine && Catalog
  import ArgumentParser
  import Foundation
  import Rolefit
  import Workspaces

  /// The command `rolefit list`.
  struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "What a workspace holds.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, ndjson, csv }

    @OptionGroup var workspace: WorkspaceOptions
    @Option(help: "role or profile (default: both).")
    var kind: Workspace.Kind?
    @Option(help: "table, json, ndjson or csv.")
    var format: Format = .table

    func run() async throws {
      try await reporting {
        let workspace = try workspace.open()
        var all: [Workspace.Entry] = []
        if format == .csv { Console.write(CSV.header) }
        for kind in kind.map({ [$0] }) ?? Workspace.Kind.allCases {
          if format == .table { Console.write(try heading(kind, workspace)) }
          var last: String?
          while true {
            let page = try workspace.entries(kind, after: last, limit: 1024)
            guard let next = page.last else { break }
            last = next.id
            switch format {
            case .table: Console.write(page.map(row).joined())
            case .ndjson: Console.write(try page.map(JSON.line).joined())
            case .csv: Console.write(page.map(CSV.row).joined())
            case .json: all += page
            }
          }
        }
        if format == .json { Console.write(try JSON.text(all)) }
      }
    }

    private func heading(_ kind: Workspace.Kind, _ workspace: Workspace) throws -> String {
      let count = try workspace.count(kind)
      let style = Style(isColored: Console.hasColor)
      return style("\(count) \(kind.rawValue)\(count == 1 ? "" : "s")", .bold) + "\n"
    }

    private func row(_ entry: Workspace.Entry) -> String {
      let width = Console.width
      let name = width * 2 / 5
      let title = entry.title + (entry.employer.map { " · \($0)" } ?? "")
      let line =
        "  " + Columns.pad(Console.printable(entry.id), to: name) + "  "
        + Columns.pad(Console.printable(title), to: width - name - 16) + "  " + day(entry.added)
      return Columns.trimmed(line) + "\n"
    }

    private func day(_ seconds: Int64) -> String {
      let date = Date(timeIntervalSince1970: TimeInterval(seconds))
      return date.formatted(.iso8601.year().month().day())
    }
  }

  extension CSV {
    fileprivate static let header = line([
      "id", "kind", "label", "title", "employer", "added", "content",
    ])

    fileprivate static func row(_ entry: Workspace.Entry) -> String {
      line([
        entry.id, entry.kind.rawValue, entry.label ?? "", entry.title, entry.employer ?? "",
        String(entry.added), entry.content,
      ])
    }
  }
#endif
