import Foundation
import Testing

/// `rolefit index`: exit 0 done, 1 with inputs refused or ids unknown, 2 with words that say what to do.
@Suite struct IndexCommandTests {
  static let roles = Rolefit.root.appending(path: "Sources/CResources/data/roles").path

  static func record(_ id: String, _ text: String) -> String {
    "{\"id\":\"\(id)\",\"text\":\"\(text)\"}\n"
  }

  private static let ads =
    record("keeper", "Title: Beekeeper\\n\\nRequired:\\n- Keeps forty hives of bees\\n")
    + record("baker", "Title: Baker\\n\\nRequired:\\n- Bakes sourdough loaves at night\\n")

  /// Makes an index of two roles.
  static func make(in folder: String) throws -> String {
    let path = folder + "/jobs.rolefit"
    let run = try Rolefit.run("index", "build", "--roles", "-", "--output", path, input: ads)
    #expect(run.status == 0 && run.output == "\(path): 2 roles\n" && run.error.isEmpty)
    return path
  }

  @Test func `an index is built, added to, reduced, made compact and looked at`() throws {
    try Rolefit.withFolder { folder in
      let path = try Self.make(in: folder)
      let chef = Self.record("chef", "Title: Chef\\n\\nRequired:\\n- Cooks for two hundred\\n")
      let add = try Rolefit.run("index", "add", path, "--roles", "-", input: chef)
      #expect(add.status == 0 && add.output == "\(path): 3 roles\n")
      let remove = try Rolefit.run("index", "remove", path, "baker")
      #expect(remove.status == 0 && remove.output == "\(path): 1 removed\n")
      let before = try info(path)
      #expect(before["roles"] as? Int == 2 && before["removed"] as? Int == 1)
      #expect(before["segments"] as? Int == 2)
      let compact = try Rolefit.run("index", "compact", path)
      #expect(compact.status == 0 && compact.error.isEmpty)
      let after = try info(path)
      #expect(after["roles"] as? Int == 2 && after["removed"] as? Int == 0)
      #expect(after["segments"] as? Int == 1)
      let table = try Rolefit.run("index", "info", path)
      #expect(table.status == 0 && table.output.hasPrefix("roles        2"))
      let verify = try Rolefit.run("index", "verify", path)
      #expect(verify.status == 0 && verify.output.contains("bytes are as they were written"))
      let match = try Rolefit.run(
        "match", "--profiles", "-", "--roles", path, "--format", "trec",
        input: Self.record("p", "Kept hives and cooked honey"))
      #expect(match.output.split(separator: "\n").count == 2)
    }
  }

  private func info(_ path: String) throws -> [String: Any] {
    let run = try Rolefit.run("index", "info", path, "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func `refused records are named with their lines, and the rest is added`() throws {
    try Rolefit.withFolder { folder in
      let input = Self.record("a", "Keeps hives") + "{\"id\":\n" + Self.record("b", "Sells honey")
      let path = folder + "/jobs.rolefit"
      let build = try Rolefit.run(
        "index", "build", "--roles", "-", "--output", path, input: input)
      #expect(build.status == 1 && build.output == "\(path): 2 roles\n")
      #expect(build.error.hasPrefix("rolefit: standard input:2: "))
      let add = try Rolefit.run("index", "add", path, "--roles", folder + "/none")
      #expect(add.status == 1 && add.error.contains("there is no such file or folder"))
    }
  }

  @Test func `ids that are unknown are named, and the others removed`() throws {
    try Rolefit.withFolder { folder in
      let path = try Self.make(in: folder)
      let run = try Rolefit.run("index", "remove", path, "nobody", "baker", "no one")
      #expect(run.status == 1 && run.output == "\(path): 1 removed\n")
      let lines = run.error.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines[0] == "rolefit: nobody: no role of the index has this id")
    }
  }

  // MARK: - Status 2

  @Test(arguments: [
    ["add", "--roles", roles], ["remove", "x"], ["compact"], ["info"], ["verify"],
  ])
  func `where no index is, none is made, and it says how to`(arguments: [String]) throws {
    try Rolefit.withFolder { folder in
      let path = folder + "/none.rolefit"
      let run = try Rolefit.run(["index", arguments[0], path] + arguments.dropFirst())
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.error.contains(path) && run.error.contains("index build"), "\(run.error)")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `nothing that is there is overwritten`() throws {
    try Rolefit.withFolder { folder in
      let path = try Self.make(in: folder)
      let run = try Rolefit.run("index", "build", "--roles", Self.roles, "--output", path)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.error.contains("choose another name") && run.error.contains("index add"))
      #expect(try Rolefit.run("index", "verify", path).status == 0)
    }
  }

  @Test func `where no posting can be read no index is made`() throws {
    try Rolefit.withFolder { folder in
      let path = folder + "/jobs.rolefit"
      let run = try Rolefit.run("index", "build", "--roles", folder + "/no", "--output", path)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(
        run.error.contains("there is no such file") && run.error.contains("no index was made"))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test(arguments: [["add", "--roles", roles], ["remove", "keeper"], ["compact"]])
  func `while another process writes a change is refused`(arguments: [String]) throws {
    try Rolefit.withFolder { folder in
      let path = try Self.make(in: folder)
      let lock = try FileHandle(forUpdating: URL(filePath: path + "/lock"))
      #expect(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
      let run = try Rolefit.run(["index", arguments[0], path] + arguments.dropFirst())
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.error.contains("another process is changing the index; try again later"))
      // Readers need no lock.
      #expect(try Rolefit.run("index", "verify", path).status == 0)
    }
  }

  @Test func `damage is found, named, and gives no result`() throws {
    try Rolefit.withFolder { folder in
      let path = try Self.make(in: folder)
      let file = path + "/segment-2.blocks"
      var bytes = try Data(contentsOf: URL(filePath: file))
      bytes[300] ^= 1
      try bytes.write(to: URL(filePath: file))
      let verify = try Rolefit.run("index", "verify", path)
      #expect(verify.status == 2 && verify.output.isEmpty)
      #expect(verify.error.contains("segment-2.blocks: blocks is damaged, at byte 256"))
      #expect(verify.error.contains("build it anew"))
      let maya = Rolefit.profile("maya-okafor.json")
      for command in [
        ["score", maya], ["rank", maya], ["match", "--profiles", maya],
      ] {
        let run = try Rolefit.run(command + ["--roles", path])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.error.contains("damaged") && run.error.contains("build the index anew"))
      }
      _ = try Rolefit.run("index", "remove", path, "baker")
      let compact = try Rolefit.run("index", "compact", path)
      #expect(compact.status == 2)
      #expect(compact.error.contains("segment-2.blocks: damaged at byte 256"), "\(compact.error)")
    }
  }

  @Test func `a folder whose manifest is lost is no folder of postings`() throws {
    try Rolefit.withFolder { folder in
      let path = try Self.make(in: folder)
      try FileManager.default.removeItem(atPath: path + "/manifest")
      let run = try Rolefit.run("score", Rolefit.profile("maya-okafor.json"), "--roles", path)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.error.contains("index"), "\(run.error)")
    }
  }

  @Test func `an index of another background is refused, and serves with its own`() throws {
    try Rolefit.withFolder { folder in
      try Rolefit.write(
        (0..<6).map { Self.record("p\($0)", "Kept hives and sold honey") }.joined(),
        to: folder + "/cvs.ndjson")
      let own = folder + "/own.bin"
      _ = try Rolefit.run(
        "background", "build", "--profiles", folder + "/cvs.ndjson", "--output", own)
      let path = folder + "/jobs.rolefit"
      let build = try Rolefit.run(
        "index", "build", "--roles", "-", "--output", path, "--background", own, input: Self.ads)
      #expect(build.status == 0, "\(build.error)")
      for command in [["score"], ["explain"], ["rank"]] {
        let arguments =
          command + [folder + "/cv.txt"] + (command == ["explain"] ? ["keeper"] : [])
          + ["--roles", path]
        try Rolefit.write("Kept forty hives of bees for years\n", to: folder + "/cv.txt")
        let refused = try Rolefit.run(arguments)
        #expect(refused.status == 2 && refused.output.isEmpty)
        #expect(refused.error.contains("build it anew"), "\(refused.error)")
        #expect(try Rolefit.run(arguments + ["--background", own]).status == 0)
      }
      let add = try Rolefit.run("index", "add", path, "--roles", "-", input: Self.ads)
      #expect(add.status == 2 && add.error.contains("build it anew"))
    }
  }
}
