import Documents
import Foundation
import Rolefit
import Roles
import Testing

/// Texts that would make a careless reader's work grow with the square of their length.
///
/// What is counted is work, not time: tokens, gaps, cues and bytes looked at. The size is small enough
/// for every run; `ROLEFIT_SHAPES=10` takes 10 MB of each, as `make shapes` does.
@Suite struct BadShapeTests {
  private static let megabytes =
    ProcessInfo.processInfo.environment["ROLEFIT_SHAPES"].flatMap(Double.init) ?? 0.04

  private static let shapes: [String: String] = [
    "one word": "a", "spaces": " ", "empty lines": "\n", "OR and AND": "A OR B AND ",
    "opened brackets": "( [ ", "closed brackets": ") ] ", "bullets": "- a b c\n",
    "a list": "Java, ", "a list of or": "Java, or ", "amounts": "$100 - $200 ",
    "amounts that are named": "salary $100 a year plus bonus ", "dates": "01/02/2026 ",
    "dates in sentences": "closing 01/02/2026; ", "headings": "Requirements:\n",
    "cues": "must have experience with required skills ", "cells": "a b | ", "years": "5 years ",
    "examples": "e.g. such as ", "and/or": "and/or ", "places": "Paris, London, ",
    "semicolons": "a; ", "preferences": "preferred, ideally ; ", "questions": "Are you a nurse? ",
    "emoji headings": "📌 WHAT\n", "numbers": "1. ", "substitutes": "a, in lieu of ",
    "conjuncts": ", and experience with Java", "asks": "Experience with Java or Python. ",
    "colons": "a: ", "asterisks": "word* ", "e-mail": "a@b.c ", "equivalents": "or equivalent ",
    "negations": "no experience needed, but must have Java. ", "titles": "Engineer\n",
    "lists under headings": "Requirements\n- Java or C\n",
    "degrees": "Bachelor's or Master's degree in X, Y, or Z ",
    "brackets of a list": "tools (A, B), ",
    "licences": "must be registered with the NMC. ", "no words": "?! ",
  ]

  private static let knowledge = Result { try Engine().knowledge }

  private func work(_ shape: String, bytes: Int) throws -> Int {
    let unit = try #require(Self.shapes[shape])
    let body = String(repeating: unit, count: bytes / unit.utf8.count)
    let document = try DocumentReader.read(
      Array("Engineer\n\nRequirements\n\(body)".utf8), name: "shape.txt")
    var reader = RoleReader(knowledge: try Self.knowledge.get())
    return reader.read(document).work
  }

  @Test(arguments: shapes.keys.sorted())
  func `twice the text is twice the work`(shape: String) throws {
    let bytes = Int(Self.megabytes * 1e6)
    let (half, whole) = (try work(shape, bytes: bytes / 2), try work(shape, bytes: bytes))
    #expect(whole <= half * 22 / 10 + 1_000)
    #expect(whole <= 100 * bytes)
  }
}
