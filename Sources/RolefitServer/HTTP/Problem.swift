#if Server
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Rolefit

  /// What went wrong with a request, as a client reads it: problem details (RFC 9457).
  ///
  /// Nothing of a document's text is ever in one.
  struct Problem: Error, Encodable, Equatable {
    /// An input of a request that was refused, the others taken.
    struct Refused: Encodable, Equatable {
      let input: String
      let reason: String
    }

    /// What tells the kinds of problems apart; it ends the URN that is the problem's type.
    enum Kind: String, CaseIterable {
      case malformed, unauthorized, forbidden, expired, revoked, unknown, method, timeout
      case precondition, tooLarge = "too-large", unsupported, misdirected, unreadable, noTerms =
        "no-terms"
      case crossSite = "cross-site", busy, damaged, failed
    }

    let kind: Kind
    let status: HTTPResponse.Status
    let title: String
    let detail: String
    /// Inputs that could not be read.
    var refused: [Refused]?
    /// Headers that the answer bears beside the usual ones.
    var headers = HTTPFields()

    init(
      _ kind: Kind, _ status: HTTPResponse.Status, _ title: String, _ detail: String,
      refused: [Refused]? = nil
    ) {
      self.kind = kind
      self.status = status
      self.title = title
      self.detail = detail
      self.refused = refused
    }

    private enum CodingKeys: String, CodingKey {
      case type, title, status, detail, refused
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode("urn:rolefit:problem:" + kind.rawValue, forKey: .type)
      try container.encode(title, forKey: .title)
      try container.encode(status.code, forKey: .status)
      try container.encode(detail, forKey: .detail)
      try container.encodeIfPresent(refused, forKey: .refused)
    }
  }

  extension Problem {
    static func malformed(_ detail: String) -> Problem {
      Problem(.malformed, .badRequest, "The request cannot be understood", detail)
    }

    static func unknown(_ detail: String) -> Problem {
      Problem(.unknown, .notFound, "There is no such thing", detail)
    }

    static func method(allowed: [HTTPRequest.Method]) -> Problem {
      let names = allowed.map(\.rawValue).sorted().joined(separator: ", ")
      var problem = Problem(
        .method, .methodNotAllowed, "The path does not take this method", "It takes \(names).")
      problem.headers[.allow] = names
      return problem
    }

    static func tooLarge(limit: Int) -> Problem {
      let size = limit < 1 << 20 ? "\(limit >> 10) KiB" : "\(limit >> 20) MiB"
      return Problem(
        .tooLarge, .contentTooLarge, "The body is too large",
        "A body may have \(size); send less at a time.")
    }

    static let timeout = Problem(
      .timeout, .requestTimeout, "The body did not come in time", "Send it again.")

    static var busy: Problem {
      var problem = Problem(
        .busy, .serviceUnavailable, "The service is busy", "Try again in a second.")
      problem.headers[.retryAfter] = "1"
      return problem
    }

    /// What the client is told of a mistake of ours; the log says more.
    static let failed = Problem(
      .failed, .internalServerError, "The service failed", "The log of the service says why.")

    /// What readers and rankings refuse.
    init(_ refusals: [Refusal]) {
      let refused = refusals.map { Refused(input: $0.input, reason: $0.error.words) }
      let unsupported = refusals.filter {
        if case .document(.unsupported) = $0.error { true } else { false }
      }
      // Nothing was refused where nothing was sent.
      let isType = !refusals.isEmpty && unsupported.count == refusals.count
      self.init(
        isType ? .unsupported : .unreadable, isType ? .unsupportedMediaType : .unprocessableContent,
        "The document cannot be read", "It " + (refused.first?.reason ?? "is empty") + ".",
        refused: refused.count > 1 ? refused : nil)
    }

    init(_ error: RankingError) {
      switch error {
      case .noTerms:
        self.init(
          .noTerms, .unprocessableContent, "The text cannot be ranked",
          "It holds no usable words.")
      case .index:
        self.init(
          .damaged, .internalServerError, "The index cannot be relied on",
          "Run rolefit workspace verify; it says what is damaged and what mends it.")
      }
    }
  }
#endif
