import CKernels

/// How bitmaps with weights are added up, bit by bit and for many vectors at once.
///
/// A bitmap holds a bit for each vector: whether it has a term with some weight. The sum of the
/// weights of all bits that are set is wanted for each vector. Written in digits, the weight of a bitmap
/// adds its bit to some of sixteen planes, of weights 1, 2, 4 …; fifteen bits of one plane are made
/// into four of weights 1, 2, 4 and 8 of it, until each plane has one bit left. Those are the digits
/// of the sum. All steps are logic on whole registers, 256 or 512 vectors at a time, so that a
/// bitmap costs a small part of what adding a number to each vector would (carry-save adders;
/// Muła, Kurz, Lemire, "Faster Population Counts Using AVX2 Instructions", 2018, has the same tree
/// for weights of one).
///
/// The bitmaps of a term have no bit in common, so those whose weights have some digit are put
/// together by a simple "or" and go into the adders as one input. Where damaged bytes say otherwise, a
/// vector adds each digit of a term once.
///
/// The steps depend on the weights alone. They are laid out once for a query and a block, and run
/// for each chunk of 1,024 vectors.
package struct AdderProgram: Sendable {
  /// Bitmaps that a program adds at most.
  package static let capacity = 1 << 14

  /// A bitmap by its number in its block, its weight, and the number of its term.
  package struct Bitmap: Sendable, Equatable {
    package let number: UInt32
    package let weight: UInt16
    package let term: Int

    package init(number: UInt32, weight: UInt16, term: Int) {
      self.number = number
      self.weight = weight
      self.term = term
    }
  }

  /// What is added.
  package let bitmaps: [Bitmap]
  /// Those of each term: what stands together in `bitmaps`.
  let terms: [Range<Int>]
  /// Numbers of bitmaps, as the inputs take them.
  private(set) var numbers: [UInt32] = []
  /// What goes into the adders: the bits of a term's bitmaps whose weights have some digit.
  private(set) var inputs: [rolefit_input] = []
  private(set) var steps: [rolefit_adder] = []
  /// For each plane the slot of its digit; -1 where it is zero.
  private(set) var planes: [Int32] = []
  /// Slots that are no inputs; the first is always zero.
  private(set) var slotCount = 1

  /// The number of planes: sums are taken modulo 2^16.
  static let width = 16

  /// Lays out the steps for some bitmaps; those of one term stand together.
  ///
  /// Complexity: O(digits of all weights).
  package init(_ bitmaps: [Bitmap]) {
    precondition(bitmaps.count <= Self.capacity, "\(bitmaps.count) bitmaps")
    self.bitmaps = bitmaps
    terms = Self.terms(of: bitmaps)
    var waiting = [[UInt16]](repeating: [], count: Self.width + 3)
    for plane in waiting.indices { waiting[plane].reserveCapacity(bitmaps.count) }
    inputs.reserveCapacity(2 * bitmaps.count)
    numbers.reserveCapacity(2 * bitmaps.count)
    for term in terms { gather(term, &waiting) }
    var slots = Slots(inputs: inputs.count)
    steps.reserveCapacity(inputs.count)
    for plane in 0..<Self.width {
      planes.append(reduce(plane, &waiting, &slots))
    }
    while planes.last == -1 { planes.removeLast() }
    slotCount = slots.count
  }

  private static func terms(of bitmaps: [Bitmap]) -> [Range<Int>] {
    var terms: [Range<Int>] = []
    terms.reserveCapacity(bitmaps.count)
    var start = 0
    for end in 1..<max(1, bitmaps.count + 1)
    where end == bitmaps.count || bitmaps[end].term != bitmaps[start].term {
      terms.append(start..<end)
      start = end
    }
    return terms
  }

  /// Makes the inputs of a term: one for each set of its bitmaps that some digit asks for.
  private mutating func gather(_ term: Range<Int>, _ waiting: inout [[UInt16]]) {
    var left: UInt16 = 0
    for index in term { left |= bitmaps[index].weight }
    let first = inputs.count
    while left != 0 {
      let plane = left.trailingZeroBitCount
      left &= left - 1
      let start = numbers.count
      for index in term where bitmaps[index].weight >> UInt16(plane) & 1 == 1 {
        numbers.append(bitmaps[index].number)
      }
      let known = (first..<inputs.count).first { input in
        let range = Int(inputs[input].first)..<Int(inputs[input].first + inputs[input].count)
        return numbers[range] == numbers[start...]
      }
      if known == nil {
        inputs.append(
          rolefit_input(first: UInt32(start), count: UInt32(numbers.count - start)))
      } else {
        numbers.removeSubrange(start...)
      }
      waiting[plane].append(UInt16(known ?? inputs.count - 1))
    }
  }

  /// Adds the bits of a plane until one is left; carries go to the next planes.
  private mutating func reduce(
    _ plane: Int, _ waiting: inout [[UInt16]], _ slots: inout Slots
  ) -> Int32 {
    var next = 0
    while waiting[plane].count - next >= 2 {
      let left = waiting[plane].count - next
      // What would be mostly zeros is left to smaller adders.
      let size = left >= 11 ? 15 : left >= 4 ? 7 : 3
      steps.append(step(of: size, waiting[plane][next...].prefix(size), &slots))
      next += min(size, left)
      let outputs = steps[steps.count - 1].outputs
      waiting[plane].append(outputs.0)
      waiting[plane + 1].append(outputs.1)
      if size >= 7 { waiting[plane + 2].append(outputs.2) }
      if size == 15 { waiting[plane + 3].append(outputs.3) }
    }
    return next < waiting[plane].count ? Int32(waiting[plane][next]) : -1
  }

  /// An adder of some bits, and of zeros where they are fewer than it takes.
  ///
  /// An output may take the place of an input.
  private func step(
    of size: Int, _ bits: ArraySlice<UInt16>, _ slots: inout Slots
  ) -> rolefit_adder {
    func bit(_ index: Int) -> UInt16 {
      index < bits.count ? bits[bits.startIndex + index] : slots.zero
    }
    for bit in bits { slots.free(bit) }
    var step = rolefit_adder()
    step.size = UInt16(size)
    step.inputs = (
      bit(0), bit(1), bit(2), bit(3), bit(4), bit(5), bit(6), bit(7), bit(8), bit(9), bit(10),
      bit(11), bit(12), bit(13), bit(14)
    )
    step.outputs = (slots.take(), slots.take(), 0, 0)
    if size >= 7 { step.outputs.2 = slots.take() }
    if size == 15 { step.outputs.3 = slots.take() }
    return step
  }

  /// The program as kernels take it, for as long as `body` runs; where the bitmaps lie is still to be
  /// filled in.
  func withRaw(_ body: (inout rolefit_program) -> Void) {
    unsafe numbers.withUnsafeBufferPointer { numbers in
      unsafe inputs.withUnsafeBufferPointer { inputs in
        unsafe steps.withUnsafeBufferPointer { steps in
          unsafe planes.withUnsafeBufferPointer { planes in
            var raw = unsafe rolefit_program()
            unsafe (raw.bitmaps, raw.bitmap_count) = (numbers.baseAddress, numbers.count)
            unsafe (raw.inputs, raw.input_count) = (inputs.baseAddress, inputs.count)
            unsafe (raw.adders, raw.adder_count) = (steps.baseAddress, steps.count)
            unsafe (raw.planes, raw.plane_count) = (planes.baseAddress, planes.count)
            unsafe raw.slot_count = slotCount
            unsafe body(&raw)
          }
        }
      }
    }
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
