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
      let size = unsafe program.pointee.bitmap_size
      for term in plan.terms {
        for vector in 0..<8 * size {
          // A vector has one of a term's bitmaps; of damaged bytes that say otherwise, the weights'
          // digits count once.
          var weight: UInt16 = 0
          for bitmap in plan.bitmaps[term] {
            let bits = unsafe program.pointee.region + Int(bitmap.number) * size
            let isSet = unsafe bits[vector / 8] >> UInt8(vector % 8) & 1 == 1
            if isSet { weight |= bitmap.weight }
          }
          unsafe sums[vector] &+= weight
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
    selectDense: { sums, products, lengths, count, bound, allowed, hits in
      var found = 0
      for index in 0..<count {
        let product = unsafe bound.weight * Float(products[index])
        let wanted = unsafe (bound.bound - product) * (bound.scale * Float(lengths[index]))
        let bits = unsafe allowed.map { unsafe $0[index / 8] } ?? 0xFF
        guard unsafe Float(sums[index]) + bound.margin >= wanted,
          bits >> UInt8(index % 8) & 1 == 1
        else { continue }
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
    },
    round: { base, lists, count, factors, rounded, below, above in
      for number in 0..<count {
        let list = unsafe lists[number]
        let term = Int(list.term)
        for level in 0..<Int(list.level_count) {
          let bits = unsafe UnsafeRawPointer(base).loadUnaligned(
            fromByteOffset: Int(list.weights) + 4 * level, as: UInt32.self)
          let product = unsafe factors[term] * Double(Float(bitPattern: UInt32(littleEndian: bits)))
          let exact = product > 0 ? product : 0
          let whole = UInt16(min(exact, 65_535) + 0.5)
          let error = exact - Double(whole)
          unsafe below[term] = max(below[term], error)
          unsafe above[term] = max(above[term], -error)
          unsafe rounded[Int(list.first) + level] = whole
        }
      }
    },
    probe: { probe, own in
      let probe = unsafe probe.pointee
      let count = unsafe probe.vector_count
      for index in 0..<count {
        let vector = unsafe Int(probe.vectors[index])
        for number in unsafe 0..<probe.bitmap_count {
          let bitmap = unsafe probe.bitmaps[number]
          let bits = unsafe probe.bits + Int(bitmap.number) * probe.bitmap_size
          let isSet = unsafe bits[vector / 8] >> UInt8(vector % 8) & 1 == 1
          if isSet { unsafe own[Int(bitmap.term) * count + index] = bitmap.weight }
        }
        for number in unsafe 0..<probe.list_count {
          let list = unsafe probe.lists[number]
          let at = unsafe probe.base + Int(list.offset)
          var (low, high) = (0, Int(list.count))
          while low < high {
            let middle = (low + high) / 2
            let position = unsafe Int(at[2 * middle]) | Int(at[2 * middle + 1]) << 8
            if position < vector { low = middle + 1 } else { high = middle }
          }
          let isThere =
            unsafe low < Int(list.count) && Int(at[2 * low]) | Int(at[2 * low + 1]) << 8 == vector
          guard isThere else { continue }
          let level = unsafe list.levels == 0 ? 0 : Int(probe.base[Int(list.levels) + low])
          let held = min(level, Int(list.level_count) - 1)
          let weight = unsafe UnsafeRawPointer(probe.base).loadUnaligned(
            fromByteOffset: Int(list.weights) + 4 * held, as: UInt32.self)
          unsafe own[Int(list.term) * count + index] = Float(
            bitPattern: UInt32(littleEndian: weight))
        }
      }
    })
}
