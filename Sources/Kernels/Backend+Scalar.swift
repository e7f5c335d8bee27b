import CKernels

extension Backend {
  /// One number after the other, in the plainest way: the oracle of the others.
  static let scalar = unsafe Backend(
    name: "scalar", isSupported: true,
    addLists: { sums, base, lists, count, weights, _ in
      for number in 0..<count {
        let list = unsafe lists[number]
        for index in 0..<Int(list.count) {
          let at = unsafe base + Int(list.offset) + 2 * index
          let (low, high) = unsafe (Int(at[0]), Int(at[1]))
          let position = low | high << 8
          let level = unsafe list.levels == 0 ? 0 : Int(base[Int(list.levels) + index])
          unsafe sums[position] &+= weights[Int(list.first) + level]
        }
      }
    },
    addBitmaps: { sums, program, plan in
      let program = unsafe program.pointee
      let size = unsafe program.bitmap_size
      for input in plan.inputs {
        let bitmap = unsafe program.bitmaps + Int(input.bitmap) * size
        for bit in 0..<8 * size {
          let isSet = unsafe bitmap[bit / 8] >> UInt8(bit % 8) & 1 == 1
          if isSet { unsafe sums[bit] &+= input.weight }
        }
      }
    },
    select: { sums, lengths, count, threshold, margin, allowed, hits, capacity in
      var found = 0
      for index in 0..<count where found < capacity {
        let wanted = unsafe (UInt32(lengths[index]) * UInt32(threshold)) >> 16
        let sum = unsafe UInt32(sums[index])
        let bits = unsafe allowed.map { unsafe $0[index / 8] } ?? 0xFF
        guard sum + UInt32(margin) >= wanted, bits >> UInt8(index % 8) & 1 == 1 else { continue }
        unsafe hits[found] = UInt16(index)
        found += 1
      }
      return found
    },
    dot: { rows, query, count, width, products in
      for row in 0..<count {
        var sum: Int32 = 0
        for index in 0..<width {
          unsafe sum += Int32(rows[row * width + index]) * Int32(query[index])
        }
        unsafe products[row] = sum
      }
    })
}
