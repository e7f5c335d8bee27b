/// An immutable window on bytes that something else owns: an array, or a mapped file.
///
/// Loads are little-endian, need no alignment, and are checked against the window.
@safe
package struct ByteRegion: Sendable {
  /// What keeps the bytes where they are.
  @usableFromInline let owner: any Sendable & AnyObject
  // Never written to, and valid as long as `owner` lives, which this value holds.
  @usableFromInline nonisolated(unsafe) let base: UnsafeRawBufferPointer

  @safe
  private final class Storage: Sendable {
    nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

    init(_ array: [UInt8]) {
      unsafe bytes = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(1, array.count), alignment: 64)
      unsafe bytes.copyBytes(from: array)
    }

    deinit {
      unsafe bytes.deallocate()
    }
  }

  /// A copy of an array, aligned to 64 bytes.
  package init(_ array: [UInt8]) {
    let storage = Storage(array)
    owner = storage
    // The allocation has at least `array.count` bytes and lives as long as `storage`.
    unsafe base = UnsafeRawBufferPointer(rebasing: storage.bytes[..<array.count])
  }

  /// How many bytes there are.
  @inlinable package var count: Int { unsafe base.count }

  // One function a width, not a generic one: they are inlined into other modules, where a generic one
  // would be called without being specialised. Each load lies inside the window, as `check` holds.

  @inlinable @inline(__always)
  package func u8(at offset: Int) -> UInt8 {
    check(offset, 1)
    return UInt8(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt8.self))
  }

  @inlinable @inline(__always)
  package func u16(at offset: Int) -> UInt16 {
    check(offset, 2)
    return UInt16(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  @inlinable @inline(__always)
  package func u32(at offset: Int) -> UInt32 {
    check(offset, 4)
    return UInt32(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inlinable @inline(__always)
  package func u64(at offset: Int) -> UInt64 {
    check(offset, 8)
    return UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inlinable @inline(__always)
  func check(_ offset: Int, _ size: Int) {
    precondition(offset >= 0 && offset <= count - size, "offset \(offset) of \(count) bytes")
  }

  /// The bytes, for the time of the call.
  @inlinable
  package func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(owner) { try unsafe body(base) }
  }
}
