import Testing

/// Exit 0 done, 1 done but some inputs were refused, 2 could not run, 64 usage.
@Suite struct ExitStatusTests {
  private static let maya = Rolefit.profile("maya-okafor.json")

  @Test func `the version is that of the engine`() throws {
    let run = try Rolefit.run("--version")
    #expect(run.status == 0)
    #expect(run.output == "0.1.0\n")
  }

  @Test(arguments: [
    [], ["score"], ["rank"], ["candidates"], ["explain"], ["parse"], ["match"], ["background"],
    ["background", "build"], ["background", "info"], ["benchmark"], ["benchmark", "tokenize"],
    ["benchmark", "query"], ["index"], ["index", "build"], ["index", "add"], ["index", "remove"],
    ["index", "compact"], ["index", "info"], ["index", "verify"],
    ["benchmark", "build"], ["init"], ["add"], ["list"], ["remove"], ["workspace"],
    ["workspace", "verify"], ["workspace", "compact"], ["workspace", "rebuild"],
  ])
  func `each command has help`(command: [String]) throws {
    let run = try Rolefit.run(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: " + (["rolefit"] + command).joined(separator: " ")))
    #expect(run.output.contains("OVERVIEW: "))
    #expect(run.error.isEmpty)
    for line in run.output.split(separator: "\n") where !line.hasPrefix("USAGE: ") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  private static let usage: [(arguments: [String], words: String)] = [
    (["score", maya, "--top", "0"], "--top takes a number from 1"),
    (["score", maya, "--top", "-1"], "--top"),
    (["score", maya, "--top", "many"], "--top"),
    (["score", maya, "--as-of", "nonsense"], "--as-of takes a day as 2026-11-21"),
    (["score", maya, "--as-of", "2026-02-30"], "--as-of takes a day as 2026-11-21"),
    (["score", maya, "--as-of", "2026"], "--as-of takes a day as 2026-11-21"),
    (["score", maya, "--format", "xml"], "--format"),
    (["score", maya, "--threads", "0"], "--threads takes a number from 1"),
    (["rank", maya, "--min-pay", "nan"], "--min-pay"),
    (["rank", maya, "--min-pay", "-5"], "--min-pay"),
    (["match", "--profiles", maya, "--top", "0"], "--top takes a number from 1"),
    (["score"], "resume"), (["explain", maya], "role"), (["match"], "--profiles"),
    (["background", "build", "--output", "x"], "--roles"), (["nonsense"], "nonsense"),
  ]

  @Test(arguments: usage)
  func `what is asked for wrongly is usage, and says what is right`(
    arguments: [String], words: String
  ) throws {
    let run = try Rolefit.run(arguments)
    #expect(run.status == 64, "\(run.output)\(run.error)")
    #expect(run.output.isEmpty)
    #expect(run.error.contains(words), "\(run.error)")
  }

  private static let failures: [(arguments: [String], words: [String])] = [
    (["score", "/none/cv.txt"], ["/none/cv.txt", "there is no such file or folder"]),
    (["rank", "/none/cv.txt"], ["/none/cv.txt", "there is no such file or folder"]),
    (["parse", "/none/cv.txt"], ["/none/cv.txt", "there is no such file or folder"]),
    (["score", maya, "--roles", "/none"], ["/none", "no posting could be read"]),
    (
      ["explain", maya, "nobody"],
      ["nobody", "neither a file nor an id", "backend-engineer", "icu-nurse", "physiotherapist"]
    ),
    (
      ["candidates", "nobody", "--profiles", maya],
      ["nobody", "neither a file nor an id", "backend-engineer"]
    ),
    (["rank", maya, "--location", "Xyzzy"], ["Xyzzy", "no such place is known"]),
    (["score", maya, "--background", "/none.bin"], ["/none.bin", "is the path right?"]),
    (["score", maya, "--background", maya], ["is no background", "background build"]),
  ]

  @Test(arguments: failures)
  func `what cannot run says why and what to do`(arguments: [String], words: [String]) throws {
    let run = try Rolefit.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.hasPrefix("rolefit: "))
    for word in words { #expect(run.error.contains(word), "\(run.error)") }
  }

  @Test func `a PDF that is cut off is refused by name`() throws {
    try Rolefit.withFolder { folder in
      try Rolefit.write("%PDF-1.7", to: folder + "/cv.pdf")
      let run = try Rolefit.run("score", folder + "/cv.pdf")
      #expect(run.status == 2)
      #expect(run.error.contains("is no PDF that can be read: it is damaged or cut off"))
    }
  }

  @Test func `a text without usable words cannot be ranked`() throws {
    let run = try Rolefit.run("score", "-", input: "{\"id\":\"x\",\"text\":\"— — —\"}")
    #expect(run.status == 2)
    #expect(run.error.contains("cannot be ranked"))
  }

  @Test func `refused inputs are named, the rest is done, and the status is 1`() throws {
    try Rolefit.withFolder { folder in
      try Rolefit.write("Title: Baker\n\nRequired:\n- Bakes bread\n", to: folder + "/a.txt")
      try Rolefit.write("", to: folder + "/b.txt")
      let run = try Rolefit.run("score", Self.maya, "--roles", folder, "--format", "ndjson")
      #expect(run.status == 1)
      #expect(run.output.split(separator: "\n").count == 1)
      #expect(run.error == "rolefit: \(folder)/b.txt: is empty\n")
    }
  }
}
