#if Server
  import Documents
  import Foundation
  import Hummingbird
  import Rolefit
  import Roles

  /// What somebody wants of roles, as fields of a form and of an address.
  struct Wishes {
    enum Order: String, CaseIterable {
      case fit, pay, employer
    }

    var isEligible = false
    var minimumPay: String?
    var location: String?
    var workplaces: [Role.Workplace] = []
    var order = Order.fit
    var top = 25

    init(_ form: FormBody) {
      isEligible = form["eligible"] == "yes"
      minimumPay = form["min_pay"]
      location = form["location"]
      workplaces = form.all("workplace").compactMap(Role.Workplace.init)
    }

    init(_ request: Request) {
      isEligible = request.query("eligible") == "yes"
      minimumPay = request.query("min_pay")
      location = request.query("location")
      workplaces = (request.query("workplace") ?? "").split(separator: ",")
        .compactMap { Role.Workplace(rawValue: String($0)) }
      order = request.query("sort").flatMap(Order.init) ?? .fit
      top = request.query("top").flatMap(Int.init).map { min(max($0, 1), 1_000) } ?? 25
    }

    func preferences(declared: Declaration, _ engine: Engine) throws(Problem) -> Preferences {
      var preferences = Preferences(declared: declared)
      preferences.onlyEligible = isEligible
      if let minimumPay {
        let digits = minimumPay.filter { $0.isNumber || $0 == "." }
        guard let amount = Double(digits) else {
          throw .malformed("The least pay is to be an amount a year, as 60000.")
        }
        preferences.minimumPay = Preferences.Pay(yearly: amount)
      }
      if !workplaces.isEmpty { preferences.workplaces = Set(workplaces) }
      if let location {
        guard let place = engine.place(location) else {
          throw .malformed("No such place is known; try a city with its state or country.")
        }
        preferences.location = place
      }
      return preferences
    }

    /// The address's query.
    func query(profile: String, order: Order? = nil, top: Int? = nil) -> String {
      var fields = [("profile", profile)]
      if isEligible { fields.append(("eligible", "yes")) }
      if let minimumPay { fields.append(("min_pay", minimumPay)) }
      if let location { fields.append(("location", location)) }
      if !workplaces.isEmpty {
        fields.append(("workplace", workplaces.map(\.rawValue).joined(separator: ",")))
      }
      fields.append(("sort", (order ?? self.order).rawValue))
      if let top { fields.append(("top", "\(top)")) }
      return fields.map { "\($0)=\($1.addressed ?? "")" }.joined(separator: "&")
    }
  }
#endif
