#if Server
  import Foundation
  import Hummingbird

  /// When a browser last looked at a page, which it tells itself: a cookie with two moments, and no name.
  ///
  ///     rolefit-visit=1790000000.1790003600     new since; last seen
  ///
  /// A visit ends half an hour after its last look, so that reloading the page loses no mark.
  struct LastVisit {
    static let cookie = "rolefit-visit"
    private static let pause: Int64 = 30 * 60

    /// What was added after it is new; nil on the first visit ever.
    let since: Int64?
    private let value: String

    init(_ request: Request, now: Int64) {
      let moments = (request.cookies[Self.cookie]?.value ?? "").split(separator: ".")
        .compactMap { Int64($0) }
      // Anybody may send anything as a cookie.
      if moments.count == 2, moments.allSatisfy((0...now).contains) {
        let isOver = now - moments[1] > Self.pause
        since = isOver ? moments[1] : moments[0]
      } else {
        since = nil
      }
      value = "\(since ?? now).\(now)"
    }

    /// Tells the browser to remember this look for a year.
    func note(in response: inout Response) {
      response.setCookie(
        Cookie(
          name: Self.cookie, value: value, maxAge: 365 * 24 * 60 * 60, path: "/workspace",
          secure: false, httpOnly: true, sameSite: .strict))
    }
  }
#endif
