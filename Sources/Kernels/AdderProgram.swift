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
    precondition(inputs.count <= 1 << 14, "\(inputs.count) bitmaps")
    self.inputs = inputs
    numbers = inputs.map(\.bitmap)
    var slots = Slots(inputs: inputs.count)
    var waiting = [[UInt16]](repeating: [], count: Self.width + 2)
    for (index, input) in inputs.enumerated() {
      for plane in 0..<Self.width where input.weight >> UInt16(plane) & 1 == 1 {
        waiting[plane].append(UInt16(index))
      }
    }
    for plane in 0..<Self.width {
      let digit = reduce(plane, &waiting, &slots)
      planes.append(digit)
    }
    while planes.last == -1 { planes.removeLast() }
    slotCount = slots.count
  }

  /// Adds the bits of a plane until one is left; carries go to the next planes.
  private mutating func reduce(
    _ plane: Int, _ waiting: inout [[UInt16]], _ slots: inout Slots
  ) -> Int32 {
    var bits = waiting[plane]
    var next = 0
    while bits.count - next >= 2 {
      let taken = min(7, bits.count - next)
      var step = rolefit_adder()
      let operands = (0..<7).map { $0 < taken ? bits[next + $0] : slots.zero }
      step.inputs = (
        operands[0], operands[1], operands[2], operands[3], operands[4], operands[5], operands[6]
      )
      next += taken
      step.outputs = (slots.take(), slots.take(), slots.take())
      operands.forEach { slots.free($0) }
      bits.append(step.outputs.0)
      waiting[plane + 1].append(step.outputs.1)
      if taken >= 4 {
        waiting[plane + 2].append(step.outputs.2)
      } else {
        slots.free(step.outputs.2)
      }
      steps.append(step)
    }
    return next < bits.count ? Int32(bits[next]) : -1
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
