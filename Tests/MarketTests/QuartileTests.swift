import Market
import Roles
import Testing

/// Quartiles by their definition.
@Suite struct QuartileTests {
  @Test(arguments: [
    ([50, 10, 30, 20, 40], [20, 30, 40]), ([10, 20, 30, 40, 50, 60], [23, 35, 48]),
    ([7, 7, 7, 7, 7, 7, 7], [7, 7, 7]), ([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 5, 7]),
  ])
  func `quartiles lie at (n - 1)p among the sorted amounts`(amounts: [Int], expected: [Int]) throws
  {
    let quartiles = try #require(Quartiles(amounts))
    #expect([quartiles.lower, quartiles.median, quartiles.upper] == expected)
  }

  @Test func `of fewer than five amounts there are none`() {
    #expect(Quartiles([1, 2, 3, 4]) == nil)
    #expect(Quartiles([]) == nil)
    #expect(Quartiles([1, 2, 3, 4, 5]) != nil)
  }

  @Test func `amounts of two currencies are never put together`() throws {
    let roles = (0..<12).map { index -> Role in
      let amount = Double(30_000 + index)
      let currency = index.isMultiple(of: 2) ? "EUR" : "GBP"
      return Sample.role("r\(index)", pay: Sample.pay(amount, amount, currency))
    }
    let pay = Sample.tally(roles).figures().pay
    #expect(pay.currencies.map(\.currency) == ["EUR", "GBP"])
    #expect(pay.currencies.map(\.all.roles) == [6, 6])
    #expect(pay.currencies.map { $0.all.quartiles?.median } == [30_005, 30_006])
    for currency in pay.currencies {
      let groups = currency.categories + currency.seniorities + currency.countries
      #expect(groups.allSatisfy { $0.filter.query.contains("currency=\(currency.currency)") })
    }
  }

  @Test(arguments: [
    (15.0, 150_000.0, "USD", Pay.Period.year), (30, 35, "GBP", .year), (900, 1_000, "USD", .hour),
    (50_000, 40_000, "EUR", .year),
  ])
  func `an amount that no year pays is unlikely`(
    low: Double, high: Double, currency: String, period: Pay.Period
  ) {
    let pay = YearlyPay(Sample.pay(low, high, currency, per: period))
    #expect(pay == .unlikely(currency: currency))
  }

  @Test func `a currency whose unit is small has other amounts`() {
    #expect(
      YearlyPay(Sample.pay(1_500_000, 2_500_000, "INR"))
        == .yearly(currency: "INR", amount: 2_000_000))
  }
}
