#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// An immutable window on bytes that a copy in memory or a mapped file owns.
///
/// The first byte of a whole region is aligned to 64 bytes, wherever the bytes came from, so that a
/// slice at a multiple of 64 suits every kernel. Slices share the owner; the memory is given back
/// when the last of them goes. A mapped file stays readable after it is unlinked.
///
/// Invariant: `start ..< start + count` lies in memory that `owner` keeps and that nobody writes.
/// A mapped file must not be cut short by others while it is mapped: the system would end the
/// process at the first read past the new end. Files of an index are never changed in place.
@safe
package struct ByteRegion: @unchecked Sendable {
  // `@unchecked Sendable`: the memory is written before the first region exists, and never after.
  private let owner: Owner
  @usableFromInline let start: UnsafeRawPointer
  package let count: Int

  /// A copy of `bytes`.
  package init(copying bytes: RawSpan) {
    let owner = Owner(copying: bytes)
    // The owner has made room for as many bytes as it copied.
    unsafe self.init(owner: owner, start: UnsafeRawPointer(owner.base), count: bytes.byteCount)
  }

  /// A copy of `bytes`.
  package init(_ bytes: [UInt8]) {
    // Each byte of the array is a value, without any padding between them.
    self.init(copying: unsafe bytes.span.bytes)
  }

  /// The first `count` bytes of an open file, mapped read-only.
  ///
  /// Nil where the system refuses, which then says why in `errno`. The descriptor may be closed
  /// afterwards.
  package init?(mapping descriptor: Int32, count: Int) {
    guard count > 0 else {
      self.init([])
      return
    }
    guard let owner = Owner(mapping: descriptor, count: count) else { return nil }
    // The owner has mapped `count` bytes from its base on.
    unsafe self.init(owner: owner, start: UnsafeRawPointer(owner.base), count: count)
  }

  private init(owner: Owner, start: UnsafeRawPointer, count: Int) {
    self.owner = owner
    unsafe self.start = unsafe start
    self.count = count
  }

  /// The bytes from `offset`, or nil if they do not all lie in this region.
  package func slice(at offset: Int, count length: Int) -> ByteRegion? {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
    // The new window was just seen to lie inside this one.
    return unsafe ByteRegion(owner: owner, start: start + offset, count: length)
  }

  /// The little-endian number at `offset`, which must lie in the region; it need not be aligned.
  @inlinable @inline(__always)
  package func load<Value: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, as _: Value.Type = Value.self
  ) -> Value {
    let size = MemoryLayout<Value>.size
    if offset < 0 || offset > count - size { refuse(size, at: offset) }
    // Inside the region, as just checked, and every pattern of bits is a value of an integer.
    return Value(littleEndian: unsafe start.loadUnaligned(fromByteOffset: offset, as: Value.self))
  }

  // Apart, so that `load` is small enough to be copied into the loops that call it.
  @usableFromInline @inline(never) func refuse(_ size: Int, at offset: Int) -> Never {
    preconditionFailure("\(size) bytes at \(offset) of \(count)")
  }

  // For the loops of a search, in other modules: there the generic function would not be specialised.

  @inlinable @inline(__always)
  package func u8(at offset: Int) -> UInt8 {
    load(at: offset)
  }

  @inlinable @inline(__always)
  package func u16(at offset: Int) -> UInt16 {
    load(at: offset)
  }

  @inlinable @inline(__always)
  package func u32(at offset: Int) -> UInt32 {
    load(at: offset)
  }

  @inlinable @inline(__always)
  package func u64(at offset: Int) -> UInt64 {
    load(at: offset)
  }

  package subscript(offset: Int) -> UInt8 { load(at: offset) }

  /// The bytes for a kernel; the pointer is valid in `body` only.
  package func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(owner) {} }
    // By the invariant these bytes are there as long as `owner` is, which the line above sees to.
    return try unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The bytes as a span, for what needs no pointer.
  package func withSpan<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe withUnsafeBytes { (bytes) throws(Failure) -> Result in
      // The span does not outlive `body`, as spans cannot escape.
      try unsafe body(RawSpan(_unsafeBytes: bytes))
    }
  }

  /// Asks the system to read the bytes of a mapped file now, in the background.
  ///
  /// Without it each page of a mapped file is read when it is first touched, and only that page: who
  /// reads many in order should ask before.
  package func prefetch() {
    // The range lies in memory that `owner` keeps; the advice changes no byte.
    if owner.isMapped { unsafe owner.advise(start, count) }
  }

  /// A copy of the bytes as an array.
  package var array: [UInt8] {
    // The array copies the bytes before the pointer ends.
    unsafe withUnsafeBytes { unsafe Array($0) }
  }

  /// The memory of a region and of all its slices.
  ///
  /// `@safe`: it does nothing but keep `base`, which is used with an `unsafe` at each place.
  @safe
  private final class Owner {
    let base: UnsafeMutableRawPointer
    private let count: Int
    let isMapped: Bool

    init(copying bytes: RawSpan) {
      count = bytes.byteCount
      isMapped = false
      // Freshly allocated with this very size; it is filled before anybody else can see it.
      unsafe base = .allocate(byteCount: max(count, 1), alignment: 64)
      unsafe bytes.withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(start: base, count: source.count)
          .copyMemory(from: source)
      }
    }

    init?(mapping descriptor: Int32, count: Int) {
      self.count = count
      isMapped = true
      // A private mapping for reading only, at a place that the system chooses: no memory of ours
      // is touched. Pages are aligned to far more than 64 bytes.
      let mapped = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
      guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else { return nil }
      unsafe base = unsafe mapped
      // Otherwise the first touch of a page reads megabytes around it on some systems, and an index
      // would not open at once. The range is the mapping.
      unsafe madvise(base, count, MADV_RANDOM)
    }

    /// Asks for the pages of a range in this mapping.
    func advise(_ start: UnsafeRawPointer, _ count: Int) {
      // The calls want the start of a page; the first page of the range begins in the mapping too,
      // as the mapping begins with a page. Linux cuts each request to what a device reads at once.
      let within = unsafe (start - UnsafeRawPointer(base)) % Int(sysconf(Int32(_SC_PAGESIZE)))
      let page = unsafe UnsafeMutableRawPointer(mutating: start - within)
      let portion = 1 << 17
      for offset in stride(from: 0, to: count + within, by: portion) {
        unsafe madvise(page + offset, min(portion, count + within - offset), MADV_WILLNEED)
      }
    }

    deinit {
      // The last region is gone, so nobody holds a pointer into the memory; it is given back the
      // way it was made.
      if isMapped {
        unsafe munmap(base, count)
      } else {
        unsafe base.deallocate()
      }
    }
  }
}
