import Market

/// Round amounts that a chart of pay begins and ends with, and those between.
struct PayAxis {
  let start: Int
  let end: Int
  let step: Int

  /// An axis that all quartiles fit on, with at most five marks.
  init(_ quartiles: [Quartiles]) {
    let least = max(0, quartiles.map(\.tenth).min() ?? 0)
    let most = max(least + 1, quartiles.map(\.ninetieth).max() ?? 1)
    var step = 1
    var unit = 1
    search: while true {
      for factor in [1, 2, 5] {
        step = unit * factor
        if (most + step - 1) / step - least / step <= 4 { break search }
      }
      unit *= 10
    }
    self.step = step
    start = least / step * step
    end = (most + step - 1) / step * step
  }

  var marks: [Int] { Array(stride(from: start, through: end, by: step)) }

  /// Where an amount stands across, in percent.
  func place(_ amount: Int) -> String {
    MarketNumbers.length(Double(amount - start), of: Double(end - start))
  }

  /// How long the way between two amounts is, in percent.
  func length(_ low: Int, _ high: Int) -> String {
    MarketNumbers.length(Double(high - low), of: Double(end - start))
  }
}
