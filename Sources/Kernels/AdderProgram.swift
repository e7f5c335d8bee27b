import CKernels

/// How bitmaps with weights are added up, bit by bit and for many vectors at once.
///
/// A bitmap holds a bit for each vector: whether it has a term with some weight. The sum of the
/// weights of all bits that are set is wanted for each vector. Written in digits, the weight of a bitmap
/// adds its bit to some of sixteen planes, of weights 1, 2, 4 …; a plane with seven bits of one weight
/// makes three of weights 1, 2 and 4 of them, until each plane has one bit left. Those are the digits
/// of the sum. All steps are logic on whole registers, 256 or 512 vectors at a time, so that a
/// bitmap costs a small part of what adding a number to each vector would (carry-save adders;
/// Muła, Kurz, Lemire, "Faster Population Counts Using AVX2 Instructions", 2018, has the same tree
/// for weights of one).
///
/// The steps depend on the weights alone. They are laid out once for a query and a block, and run
/// for each chunk of 1,024 vectors.
package struct AdderProgram: Sendable {
  /// Bitmaps that a program adds at most.
  package static let capacity = 1 << 14

  /// A bitmap by its number in its block, and its weight.
  package struct Input: Sendable, Equatable {
    package let bitmap: UInt32
    package let weight: UInt16

    package init(bitmap: UInt32, weight: UInt16) {
      self.bitmap = bitmap
      self.weight = weight
    }
  }

  /// What is added.
  package let inputs: [Input]
  let numbers: [UInt32]
  private(set) var steps: [rolefit_adder] = []
  /// For each plane the slot of its digit; -1 where it is zero.
  private(set) var planes: [Int32] = []
  /// Slots that are no inputs; the first is always zero.
  private(set) var slotCount = 1

  /// The number of planes: sums are taken modulo 2^16.
  static let width = 16

  /// Lays out the steps for some bitmaps.
  ///
  /// Complexity: O(digits of all weights).
  package init(_ inputs: [Input]) {
    precondition(inputs.count <= Self.capacity, "\(inputs.count) bitmaps")
    self.inputs = inputs
    numbers = inputs.map(\.bitmap)
    var slots = Slots(inputs: inputs.count)
    var waiting = [[UInt16]](repeating: [], count: Self.width + 2)
    for plane in waiting.indices { waiting[plane].reserveCapacity(inputs.count) }
    steps.reserveCapacity(inputs.count)
    for (index, input) in inputs.enumerated() {
      var digits = input.weight
      while digits != 0 {
        waiting[digits.trailingZeroBitCount].append(UInt16(index))
        digits &= digits - 1
      }
    }
    for plane in 0..<Self.width {
      planes.append(reduce(plane, &waiting, &slots))
    }
    while planes.last == -1 { planes.removeLast() }
    slotCount = slots.count
  }

  /// Adds the bits of a plane until one is left; carries go to the next planes.
  private mutating func reduce(
    _ plane: Int, _ waiting: inout [[UInt16]], _ slots: inout Slots
  ) -> Int32 {
    var next = 0
    while waiting[plane].count - next >= 2 {
      let (start, taken) = (next, min(7, waiting[plane].count - next))
      func bit(_ index: Int) -> UInt16 {
        index < taken ? waiting[plane][start + index] : slots.zero
      }
      let inputs = (bit(0), bit(1), bit(2), bit(3), bit(4), bit(5), bit(6))
      next += taken
      let outputs = (slots.take(), slots.take(), slots.take())
      for index in start..<next { slots.free(waiting[plane][index]) }
      steps.append(rolefit_adder(inputs: inputs, outputs: outputs))
      waiting[plane].append(outputs.0)
      waiting[plane + 1].append(outputs.1)
      if taken >= 4 {
        waiting[plane + 2].append(outputs.2)
      } else {
        slots.free(outputs.2)
      }
    }
    return next < waiting[plane].count ? Int32(waiting[plane][next]) : -1
  }

  /// Slots for what is in between, used again as soon as they are read.
  private struct Slots {
    let zero: UInt16
    private let first: UInt16
    private(set) var count = 1
    private var unused: [UInt16] = []

    init(inputs: Int) {
      zero = UInt16(inputs)
      first = UInt16(inputs + 1)
    }

    mutating func take() -> UInt16 {
      if let slot = unused.popLast() { return slot }
      count += 1
      return zero + UInt16(count) - 1
    }

    mutating func free(_ slot: UInt16) {
      if slot >= first { unused.append(slot) }
    }
  }
}
