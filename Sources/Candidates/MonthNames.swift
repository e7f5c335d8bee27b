/// Names of months and seasons in the languages that résumés are often written in.
enum MonthNames {
  /// 1–12 by the names and their usual abbreviations, in lower case and without points.
  static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (index, names) in months.enumerated() {
      for name in names.split(separator: " ") { numbers[String(name)] = index + 1 }
    }
    return numbers
  }()

  /// English, French, German, Spanish, Portuguese, Italian, Dutch, the Scandinavian languages.
  private static let months = [
    """
    january jan janvier janv januar jänner jaenner enero ene janeiro gennaio gen januari
    """,
    """
    february feb febr février fevrier févr fév fevr fev februar feber febrero fevereiro febbraio \
    februari
    """,
    "march mar mars märz maerz mär mrz marzo março marco maart mrt marts",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mag mei maj",
    "june jun juin juni junio junho giugno giu",
    "july jul juillet juil juli julio julho luglio lug",
    "august aug août aout agosto ago augustus augusti",
    """
    september sep sept septembre septiembre setiembre setembro set settembre sett
    """,
    "october oct octobre oktober okt octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec décembre decembre déc dezember dez diciembre dic dezembro dicembre desember",
  ]

  /// The first and the last month of a season, within one year: winter is that year's beginning.
  static let seasons: [String: ClosedRange<Int>] = [
    "spring": 3...5, "summer": 6...8, "fall": 9...11, "autumn": 9...11, "winter": 1...2,
    "printemps": 3...5, "été": 6...8, "automne": 9...11, "hiver": 1...2,
    "frühling": 3...5, "frühjahr": 3...5, "sommer": 6...8, "herbst": 9...11,
    "primavera": 3...5, "verano": 6...8, "otoño": 9...11,
  ]

  /// Words for the end of what goes on.
  static let present: Set<String> = [
    "present", "current", "currently", "now", "today", "ongoing", "date", "presently",
    "aujourd'hui", "présent", "actuel", "actuellement", "heute", "jetzt", "aktuell", "laufend",
    "actualidad", "actual", "actualmente", "presente", "hoy", "fecha", "atual", "atualmente",
    "momento", "oggi", "heden", "nu", "nuvarande", "nåværende", "nuværende", "idag",
  ]

  /// Words between the two ends of a period.
  static let joints: Set<String> = [
    "to", "until", "till", "til", "thru", "through", "the", "up", "à", "au", "jusqu'à", "a", "al",
    "la", "hasta", "bis", "até", "tot", "fino", "ad", "do", "jour", "ce", "en", "cours",
  ]

  /// Words that begin a period which goes on.
  static let openings: Set<String> = ["since", "depuis", "seit", "desde", "sinds", "sedan", "dal"]
}
