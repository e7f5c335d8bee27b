import Foundation
import Testing

#if Catalog
  /// `rolefit init`, `add`, `list`, `remove`, `workspace`, and workspaces in place of files.
  @Suite struct WorkspaceCommandTests {
    private static let ads =
      IndexCommandTests.record("keeper", "Title: Beekeeper\\n\\nRequired:\\n- Keeps forty hives\\n")
      + IndexCommandTests.record(
        "baker", "Title: Baker\\n\\nRequired:\\n- Bakes sourdough loaves\\n")

    /// A workspace with two roles and two profiles.
    private static func make(in folder: String) throws -> String {
      let path = folder + "/hiring"
      let made = try Rolefit.run("init", path)
      #expect(made.status == 0 && made.output == "\(path): a new workspace\n" && made.error.isEmpty)
      let roles = try Rolefit.run("add", "-", "--workspace", path, input: ads)
      #expect(roles.status == 0 && roles.output == "\(path): 2 roles and 0 profiles added\n")
      let profiles = try Rolefit.run(
        "add", Rolefit.profile("maya-okafor.json"), Rolefit.profile("rosa-delgado-byrne.txt"),
        "--workspace", path)
      #expect(profiles.output == "\(path): 0 roles and 2 profiles added\n")
      return path
    }

    @Test func `what was added is listed, and adding again changes nothing`() throws {
      try Rolefit.withFolder { folder in
        let path = try Self.make(in: folder)
        let again = try Rolefit.run("init", path)
        #expect(again.status == 0)
        #expect(again.output == "\(path): a workspace already, 2 roles and 2 profiles\n")
        let add = try Rolefit.run("add", "-", "--workspace", path, input: Self.ads)
        #expect(add.output == "\(path): 0 roles and 0 profiles added, 2 there already\n")
        let list = try Rolefit.run("list", "--workspace", path, "--format", "ndjson")
        let ids = try list.output.split(separator: "\n").map { line in
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        }.compactMap { $0?["id"] as? String }
        #expect(ids == ["baker", "keeper", "maya-okafor", "rosa-delgado-byrne"])
        let table = try Rolefit.run("list", "--workspace", path, "--kind", "role")
        #expect(table.output.hasPrefix("2 roles\n  baker "))
        let csv = try Rolefit.run(
          "list", "--workspace", path, "--kind", "profile", "--format", "csv")
        #expect(csv.output.hasPrefix("id,kind,label,title,employer,added,content\r\nmaya-okafor,"))
      }
    }

    @Test func `a line is printed for each document when it is safe`() throws {
      try Rolefit.withFolder { folder in
        let path = try Self.make(in: folder)
        let other = IndexCommandTests.record("keeper", "Title: Keeper\\n\\nRequired:\\n- Bees\\n")
        let run = try Rolefit.run(
          "add", "-", "--workspace", path, "--format", "ndjson", input: other)
        #expect(run.output == "{\"id\":\"keeper\",\"kind\":\"role\",\"state\":\"replaced\"}\n")
        let file = folder + "/cv.txt"
        try Rolefit.write("Kept forty hives of bees\n", to: file)
        let named = try Rolefit.run(
          "add", file, "--workspace", path, "--kind", "profile", "--id", "robin", "--format",
          "ndjson")
        #expect(named.output == "{\"id\":\"robin\",\"kind\":\"profile\",\"state\":\"new\"}\n")
      }
    }

    @Test func `a workspace stands in place of postings and profiles, with the same result`() throws
    {
      try Rolefit.withFolder { folder in
        let path = try Self.make(in: folder)
        let ads = folder + "/ads.ndjson"
        try Rolefit.write(Self.ads, to: ads)
        let maya = Rolefit.profile("maya-okafor.json")
        let rosa = Rolefit.profile("rosa-delgado-byrne.txt")
        let cvs = folder + "/cvs"
        try FileManager.default.createDirectory(
          atPath: cvs, withIntermediateDirectories: true)
        for file in [maya, rosa] {
          let name = URL(filePath: file).lastPathComponent
          try FileManager.default.copyItem(atPath: file, toPath: cvs + "/" + name)
        }
        let pairs = [
          (["score", maya, "--roles", ads], ["score", maya, "--roles", path]),
          (["score", maya, "--roles", ads], ["score", "maya-okafor", "--workspace", path]),
          (["rank", maya, "--roles", ads], ["rank", "maya-okafor", "--roles", path]),
          (
            ["candidates", "baker", "--roles", ads, "--profiles", cvs],
            ["candidates", "baker", "--workspace", path]
          ),
          (
            ["candidates", "baker", "--roles", ads, "--profiles", cvs],
            ["candidates", "baker", "--profiles", path]
          ),
          (
            ["explain", rosa, "keeper", "--roles", ads],
            ["explain", "rosa-delgado-byrne", "keeper", "--workspace", path]
          ),
        ]
        let options = ["--format", "json", "--as-of", "2026-11-21"]
        for (files, workspace) in pairs {
          let (expected, found) = try (
            Rolefit.run(files + options), Rolefit.run(workspace + options)
          )
          #expect(expected.status == 0 && found.status == 0, "\(found.error)")
          #expect(found.output == expected.output, "\(workspace)")
        }
        for by in ["profile", "role"] {
          let run = { (sources: [String]) in
            try Rolefit.run(["match", "--by", by, "--format", "trec"] + sources).output
              .split(separator: "\n").sorted()
          }
          let expected = try run(["--profiles", cvs, "--roles", ads])
          #expect(expected.count == 4)
          #expect(try run(["--workspace", path]) == expected)
          #expect(try run(["--profiles", path, "--roles", path]) == expected)
        }
      }
    }

    @Test func `what is removed is gone, and an unknown id is named`() throws {
      try Rolefit.withFolder { folder in
        let path = try Self.make(in: folder)
        let run = try Rolefit.run("remove", "maya-okafor", "baker", "nobody", "--workspace", path)
        #expect(run.status == 1 && run.output == "\(path): 2 removed\n")
        #expect(run.error == "rolefit: nobody: nothing in the workspace has this id\n")
        let list = try Rolefit.run("list", "--workspace", path, "--format", "ndjson").output
        #expect(!list.contains("maya-okafor") && !list.contains("baker"))
        #expect(try Rolefit.run("workspace", "compact", path).status == 0)
        let verify = try Rolefit.run("workspace", "verify", path)
        #expect(verify.status == 0 && verify.output.hasPrefix("\(path): 1 roles and 1 profiles, "))
      }
    }

    @Test func `refused inputs are named, and the rest is added`() throws {
      try Rolefit.withFolder { folder in
        let path = try Self.make(in: folder)
        let input = IndexCommandTests.record("a", "Keeps hives") + "{\"id\":\n"
        let run = try Rolefit.run(
          "add", folder + "/none", "-", "--workspace", path, "--kind", "role", input: input)
        #expect(run.status == 1 && run.output == "\(path): 1 role and 0 profiles added\n")
        #expect(run.error.contains("none: there is no such file or folder"))
        #expect(run.error.contains("standard input:2: "))
      }
    }

    @Test func `where no workspace is, none is made, and it says how to`() throws {
      try Rolefit.withFolder { folder in
        let path = folder + "/none"
        for command in [
          ["add", "-"], ["list"], ["remove", "x"], ["score", Rolefit.profile("maya-okafor.json")],
        ] {
          let run = try Rolefit.run(command + ["--workspace", path], input: Self.ads)
          #expect(run.status == 2 && run.output.isEmpty)
          #expect(run.error.contains("rolefit init"), "\(run.error)")
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        let taken = try Rolefit.run("init", Rolefit.root.path)
        #expect(taken.status == 2 && taken.error.contains("something else is there"))
      }
    }

    @Test func `damage is found and named, and an index is mended`() throws {
      try Rolefit.withFolder { folder in
        let path = try Self.make(in: folder)
        let file = path + "/roles.rolefit/segment-2.blocks"
        var bytes = try Data(contentsOf: URL(filePath: file))
        bytes[300] ^= 1
        try bytes.write(to: URL(filePath: file))
        let verify = try Rolefit.run("workspace", "verify", path)
        #expect(verify.status == 2 && verify.error.contains("segment-2.blocks: blocks is damaged"))
        #expect(verify.error.contains("rolefit workspace rebuild"))
        let rebuild = try Rolefit.run("workspace", "rebuild", path)
        #expect(rebuild.output == "\(path): 2 roles indexed anew\n", "\(rebuild.error)")
        #expect(try Rolefit.run("workspace", "verify", path).status == 0)
      }
    }

    @Test func `two profiles become one, and go where that is asked for`() throws {
      try Rolefit.withFolder { folder in
        let path = try Self.make(in: folder)
        let ids = { try Rolefit.run("list", "--workspace", path, "--kind", "profile").output }
        let pair = ["maya-okafor", "rosa-delgado-byrne"]
        let merge = { (arguments: [String]) in
          try Rolefit.run(["workspace", "merge", path] + arguments)
        }
        let kept = try merge(pair + ["--id", "both"])
        #expect(kept.status == 0, "\(kept.error)")
        #expect(kept.output.hasPrefix("both: maya-okafor, and what rosa-delgado-byrne says beside"))
        #expect(try ids().hasPrefix("3 profiles\n"))
        #expect(try merge(pair + ["--id", "both"]).status == 2)
        #expect(try merge(["maya-okafor", "nobody", "--id", "x"]).status == 2)
        #expect(try merge(["maya-okafor", "maya-okafor", "--id", "x"]).status == 64)
        let removed = try merge(pair + ["--id", "maya-okafor", "--remove"])
        #expect(removed.status == 0, "\(removed.error)")
        let left = try ids()
        #expect(left.hasPrefix("2 profiles\n") && !left.contains("rosa"))
        #expect(try Rolefit.run("workspace", "verify", path).status == 0)
      }
    }

    @Test func `adds that are killed lose nothing that they acknowledged`() throws {
      let rolefit = try #require(Rolefit.executable)
      let process = Process()
      process.executableURL = Rolefit.root.appending(path: "Scripts/kill-adds.sh")
      process.arguments = ["12", "\(Int.random(in: 1...32_000))"]
      process.environment = ProcessInfo.processInfo.environment
        .merging(["ROLEFIT": rolefit.path]) { $1 }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(text)")
      #expect(text.contains("none lost"), "\(text)")
    }
  }
#endif
