import CKernels

extension Backend {
  /// Swift's own vectors, for processors that no kernel was written for.
  ///
  /// Lists, selections and probes have nothing that a vector of Swift does faster than a loop, so they are
  /// the oracle's.
  static let portable = unsafe Backend(
    name: "portable", isSupported: true, addLists: scalar.addLists,
    addBitmaps: { sums, program, _ in unsafe Portable.addBitmaps(sums, program.pointee) },
    select: scalar.select, selectDense: scalar.selectDense,
    dot: { rows, query, count, width, products in
      for row in 0..<count {
        let own = unsafe rows + row * width
        var sums = SIMD16<Int32>()
        var index = 0
        while index + 16 <= width {
          let left = unsafe UnsafeRawPointer(own + index).loadUnaligned(as: SIMD16<Int8>.self)
          let right = unsafe UnsafeRawPointer(query + index).loadUnaligned(as: SIMD16<Int8>.self)
          sums &+=
            SIMD16<Int32>(truncatingIfNeeded: left) &* SIMD16<Int32>(truncatingIfNeeded: right)
          index += 16
        }
        var sum = sums.wrappedSum()
        while index < width {
          unsafe sum += Int32(own[index]) * Int32(query[index])
          index += 1
        }
        unsafe products[row] = sum
      }
    }, round: scalar.round, probe: scalar.probe)
}

/// The adders on vectors of Swift.
private enum Portable {
  typealias Words = SIMD8<UInt64>

  static let chunk = ROLEFIT_CHUNK_BYTES

  static func addBitmaps(_ sums: UnsafeMutablePointer<UInt16>, _ program: rolefit_program) {
    let stage = unsafe program.scratch + program.input_count * ROLEFIT_RUN_BYTES
    var slots = unsafe (0..<program.input_count).map { unsafe program.scratch + $0 * chunk }
    unsafe slots.append(
      contentsOf: (0..<program.slot_count).map { unsafe stage + $0 * chunk })
    for part in 0..<(unsafe program.bitmap_size / chunk) {
      for index in 0..<(unsafe program.input_count) {
        unsafe gather(program.inputs[index], program, part * chunk, to: slots[index])
      }
      for index in 0..<(unsafe program.adder_count) {
        unsafe add(program.adders[index], slots)
      }
      let first = unsafe sums + part * chunk * 8
      for plane in 0..<(unsafe program.plane_count) {
        let slot = unsafe Int(program.planes[plane])
        if slot >= 0 { unsafe addPlane(first, slots[slot], UInt16(1) << UInt16(plane)) }
      }
    }
  }

  /// The bits of an input's bitmaps together, for the chunk that begins at a byte of each.
  private static func gather(
    _ input: rolefit_input, _ program: rolefit_program, _ start: Int,
    to slot: UnsafeMutablePointer<UInt8>
  ) {
    for at in Swift.stride(from: 0, to: chunk, by: MemoryLayout<Words>.size) {
      var bits = Words()
      for index in 0..<Int(input.count) {
        let number = unsafe Int(program.bitmaps[Int(input.first) + index])
        let bitmap = unsafe program.region + number * program.bitmap_size + start
        bits |= unsafe UnsafeRawPointer(bitmap + at).loadUnaligned(as: Words.self)
      }
      unsafe UnsafeMutableRawPointer(slot + at).storeBytes(of: bits, as: Words.self)
    }
  }

  /// Adds the weight of a plane where its bit is set.
  private static func addPlane(
    _ sums: UnsafeMutablePointer<UInt16>, _ plane: UnsafeMutablePointer<UInt8>, _ weight: UInt16
  ) {
    let bits = SIMD8<UInt16>(1, 2, 4, 8, 16, 32, 64, 128)
    for byte in 0..<chunk {
      let eight = unsafe SIMD8<UInt16>(repeating: UInt16(plane[byte])) & bits
      let raw = unsafe UnsafeMutableRawPointer(sums + 8 * byte)
      var own = unsafe raw.loadUnaligned(as: SIMD8<UInt16>.self)
      own &+= SIMD8<UInt16>(repeating: weight).replacing(with: 0, where: eight .== 0)
      unsafe raw.storeBytes(of: own, as: SIMD8<UInt16>.self)
    }
  }

  private static func add(_ step: rolefit_adder, _ slots: [UnsafeMutablePointer<UInt8>]) {
    let (i, o) = (step.inputs, step.outputs)
    for at in Swift.stride(from: 0, to: chunk, by: MemoryLayout<Words>.size) {
      let bits = { (slot: UInt16) in
        unsafe UnsafeRawPointer(slots[Int(slot)] + at).loadUnaligned(as: Words.self)
      }
      let store = { (value: Words, slot: UInt16) in
        unsafe UnsafeMutableRawPointer(slots[Int(slot)] + at).storeBytes(of: value, as: Words.self)
      }
      if step.size == 3 {
        let (s, t) = fullAdder(bits(i.0), bits(i.1), bits(i.2))
        store(s, o.0)
        store(t, o.1)
        continue
      }
      var (s, t, u) = sevenAdder(
        bits(i.0), (bits(i.1), bits(i.2)), (bits(i.3), bits(i.4)), (bits(i.5), bits(i.6)))
      if step.size == 15 {
        let (c1, c2, d1, d2, last): (Words, Words, Words, Words, Words)
        (s, c1) = fullAdder(s, bits(i.7), bits(i.8))
        (s, c2) = fullAdder(s, bits(i.9), bits(i.10))
        (t, d1) = fullAdder(t, c1, c2)
        (s, t, d2) = fiveAdder(s, t, (bits(i.11), bits(i.12)), (bits(i.13), bits(i.14)))
        (u, last) = fullAdder(u, d1, d2)
        store(last, o.3)
      }
      store(s, o.0)
      store(t, o.1)
      store(u, o.2)
    }
  }

  private typealias Pair = (Words, Words)

  /// Seven bits of weight 1 as three of weights 1, 2 and 4.
  private static func sevenAdder(
    _ bit: Words, _ first: Pair, _ second: Pair, _ third: Pair
  ) -> (Words, Words, Words) {
    let (s, c) = fullAdder(bit, first.0, first.1)
    return fiveAdder(s, c, second, third)
  }

  /// Five bits of weight 1 and one of weight 2 as three of weights 1, 2 and 4.
  private static func fiveAdder(
    _ bit: Words, _ carry: Words, _ first: Pair, _ second: Pair
  ) -> (Words, Words, Words) {
    let (s1, c1) = fullAdder(bit, first.0, first.1)
    let (s2, c2) = fullAdder(s1, second.0, second.1)
    let (t, u) = fullAdder(carry, c1, c2)
    return (s2, t, u)
  }

  private static func fullAdder(_ a: Words, _ b: Words, _ c: Words) -> (sum: Words, carry: Words) {
    let half = a ^ b
    return (half ^ c, (a & b) | (half & c))
  }
}
