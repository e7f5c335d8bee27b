/// Which side of a pair asks, and which is ranked.
package enum QuerySide: String, Sendable, CaseIterable, Codable {
  /// A profile asks: postings are ranked.
  case profile
  /// A posting asks: profiles are ranked.
  case posting
}
