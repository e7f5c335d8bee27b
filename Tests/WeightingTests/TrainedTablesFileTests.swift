import Bytes
import Testing

@testable import Weighting

/// The file of the tables: what is written is read, and every corruption has its own error.
@Suite struct TrainedTablesFileTests {
  private func failure(_ file: [UInt8], isTrusted: Bool = false) -> TablesError? {
    do throws(TablesError) {
      _ = try TrainedTables(file: file, isTrusted: isTrusted)
      return nil
    } catch {
      return error
    }
  }

  /// The content with the four bytes at an offset of the file set to a number.
  private func changed(at offset: Int, to number: UInt32) -> [UInt8] {
    var content = TablesSample.content()
    for index in 0..<4 {
      content[offset - 44 + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt32(index)))
    }
    return TablesSample.file(content)
  }

  @Test func `the file begins as its format says`() throws {
    let file = TablesSample.file()
    #expect(file.starts(with: [0x52, 0x4F, 0x4C, 0x45, 0x46, 0x49, 0x54, 0x4D, 1, 0, 0, 0]))
    #expect(try TrainedTables(file: file).hash == SHA256.hexadecimal(SHA256.hash(file[44...])))
  }

  @Test func `each corruption has its error`() {
    let file = TablesSample.file()
    #expect(failure(Array("ROLEFITB".utf8) + file.dropFirst(8)) == .notTables)
    #expect(failure([]) == .notTables)
    #expect(failure(TablesSample.file(version: 2)) == .version(2))
    var flipped = file
    flipped[flipped.count - 1] ^= 1
    #expect(failure(flipped) == .hashDiffers)
    #expect(failure(flipped, isTrusted: true) == nil)
  }

  @Test func `a file of another size is refused, whatever its length`() {
    let content = TablesSample.content()
    for count in 0..<content.count {
      let error = failure(TablesSample.file(Array(content.prefix(count))))
      #expect(error != nil, "\(count)")
    }
    let longer = content.count + 44 + 1
    #expect(
      failure(TablesSample.file(content + [0]))
        == .size(expected: content.count + 44, found: longer))
  }

  @Test(arguments: [
    (44, UInt32.max), (48, 300), (48, 0), (56, 3), (60, UInt32.max), (68, 0x7FC0_0000),
    (72, 0), (104, 0), (104, 9), (100, UInt32.max),
  ])
  func `numbers of the header that make no sense are refused`(offset: Int, number: UInt32) {
    let error = failure(changed(at: offset, to: number))
    switch error {
    case .malformed, .size: break
    default: Issue.record("\(offset) \(number): \(String(describing: error))")
    }
  }
}
