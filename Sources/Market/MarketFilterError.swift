/// Why a text is no filter.
package enum MarketFilterError: Error, Equatable {
  /// A part has no "=".
  case noValue(part: String)
  /// A key that filters do not have.
  case unknownKey(String)
  /// A value that no role could have, beside those of `MarketFilter.Key`.
  case impossible(key: String, value: String)
  /// A "%" without two hexadecimal digits, or bytes that are no UTF-8.
  case encoding(part: String)
  /// More conditions than anybody means.
  case tooMany
}
