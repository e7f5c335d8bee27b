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
    let size = unsafe program.bitmap_size
    let slots = unsafe (0..<program.slot_count).map { unsafe program.scratch + $0 * chunk }
    for part in 0..<size / chunk {
      // Inputs are only read; they share a list with slots that are written.
      var all = unsafe (0..<program.input_count).map { index in
        unsafe UnsafeMutablePointer(
          mutating: program.bitmaps + Int(program.inputs[index]) * size + part * chunk)
      }
      unsafe all.append(contentsOf: slots)
      for index in 0..<(unsafe program.adder_count) {
        unsafe add(program.adders[index], all)
      }
      let first = unsafe sums + part * chunk * 8
      for plane in 0..<(unsafe program.plane_count) {
        let slot = unsafe Int(program.planes[plane])
        if slot >= 0 { unsafe addPlane(first, all[slot], UInt16(1) << UInt16(plane)) }
      }
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
    let input = step.inputs
    for at in Swift.stride(from: 0, to: chunk, by: MemoryLayout<Words>.size) {
      let bits = { (slot: UInt16) in
        unsafe UnsafeRawPointer(slots[Int(slot)] + at).loadUnaligned(as: Words.self)
      }
      let (s1, c1) = fullAdder(bits(input.0), bits(input.1), bits(input.2))
      let (s2, c2) = fullAdder(bits(input.3), bits(input.4), bits(input.5))
      let (s3, c3) = fullAdder(s1, s2, bits(input.6))
      let (s4, c4) = fullAdder(c1, c2, c3)
      for (slot, value) in [(step.outputs.0, s3), (step.outputs.1, s4), (step.outputs.2, c4)] {
        unsafe UnsafeMutableRawPointer(slots[Int(slot)] + at).storeBytes(of: value, as: Words.self)
      }
    }
  }

  private static func fullAdder(_ a: Words, _ b: Words, _ c: Words) -> (sum: Words, carry: Words) {
    let half = a ^ b
    return (half ^ c, (a & b) | (half & c))
  }
}
