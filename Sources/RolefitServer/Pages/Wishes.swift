#if Server
  import Documents
  import Foundation
  import Rolefit
  import Roles

  /// What somebody wants of roles and declares, as fields of a form and of an address.
  struct Wishes {
    enum Order: String, CaseIterable {
      case fit, pay, employer
    }

    static let periods: [Pay.Period] = [.year, .month, .day, .hour]

    var facts: DeclaredFacts
    var isEligible = false
    var isOpen = false
    var minimumPay: String?
    var currency: String?
    var period = Pay.Period.year
    var location: String?
    var workplaces: [Role.Workplace] = []
    var minimumFit: Int?
    var words: String?
    var order = Order.fit
    var top = 25

    init(_ form: FormBody) {
      facts = DeclaredFacts(form)
      isEligible = form["eligible"] == "yes"
      isOpen = form["open"] == "yes"
      minimumPay = form["min_pay"]
      currency = form["currency"]?.uppercased()
      period = form["period"].flatMap(Pay.Period.init) ?? .year
      location = form["location"]
      workplaces = form.all("workplace").compactMap(Role.Workplace.init)
      minimumFit = form["fit"].flatMap(Int.init).map { min(max($0, 0), 100) }
      words = form["words"]
      order = form["sort"].flatMap(Order.init) ?? .fit
      top = form["top"].flatMap(Int.init).map { min(max($0, 1), 1_000) } ?? 25
    }

    func preferences(declared: Declaration, _ engine: Engine) throws(Problem) -> Preferences {
      var preferences = Preferences(declared: declared)
      preferences.onlyEligible = isEligible
      preferences.onlyOpen = isOpen
      preferences.minimumFit = minimumFit ?? 0
      preferences.words = (words ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
      if let minimumPay {
        let digits = minimumPay.filter { $0.isNumber || $0 == "." }
        guard let amount = Double(digits) else {
          throw .malformed("The least pay is to be an amount, as 60000.")
        }
        preferences.minimumPay = Preferences.Pay(
          yearly: amount * period.perYear, currency: currency)
      }
      if !workplaces.isEmpty { preferences.workplaces = Set(workplaces) }
      if let location {
        guard let place = engine.place(location) else { throw .unknownPlace }
        preferences.location = place
      }
      return preferences
    }

    /// The address's query, of a profile's ranking.
    func query(profile: String, order: Order? = nil, top: Int? = nil) -> String {
      var fields = [("profile", profile)]
      if isEligible { fields.append(("eligible", "yes")) }
      if isOpen { fields.append(("open", "yes")) }
      if let minimumPay {
        fields.append(("min_pay", minimumPay))
        if let currency { fields.append(("currency", currency)) }
        if period != .year { fields.append(("period", period.rawValue)) }
      }
      if let location { fields.append(("location", location)) }
      fields += workplaces.map { ("workplace", $0.rawValue) }
      if let minimumFit { fields.append(("fit", "\(minimumFit)")) }
      if let words { fields.append(("words", words)) }
      fields += facts.fields.map { ($0.name, $0.value) }
      fields.append(("sort", (order ?? self.order).rawValue))
      if let top { fields.append(("top", "\(top)")) }
      return Self.query(fields)
    }

    /// The address of the explanation of a pair, with the facts that decide its gates.
    func explanation(profile: String, role: String) -> String {
      "/explain?"
        + Self.query(
          [("profile", profile), ("role", role)] + facts.fields.map { ($0.name, $0.value) })
    }

    static func query(_ fields: [(String, String)]) -> String {
      fields.map { "\($0)=\($1.addressed ?? "")" }.joined(separator: "&")
    }
  }
#endif
