import Reading

/// Names of degrees that mean one in an education section, and something else in running text.
enum DegreeNames {
  /// Abbreviations as they are written, without points.
  static let abbreviations: [String: Degree] = table([
    (.associate, "AA AS AAS AAB ADN ASN AGS HND"),
    (
      .bachelor,
      """
      BA BS BAS BFA BSW BBA BSBA BEd BArch BSEE BSCE BSME BSIT BSCS BSE BIS BGS BMus BPharm BTech BCA \
      BCom BEng BSc BSN LLB MBBS BVSc
      """
    ),
    (
      .master,
      """
      MA MS MPA MPH MSW MFA MSN MEd MCA MSCS MSIT MSEE MHA MAcc MPP MPS MSA MSE MArch MDiv MCom MTech \
      MEng MSc LLM MAT MHRM MLIS MRes MPhil
      """
    ),
    (.doctorate, "JD MD DNP DPT DDS DMD DVM PharmD PsyD DBA EdD DO OTD DC"),
  ])

  /// Names in other languages, in lower case.
  static let words: [String: Degree] = table([
    (
      .secondary,
      "abitur fachabitur baccalauréat bachillerato maturità matura matriculation realschulabschluss"
    ),
    (.bachelor, "licenciatura licenciado licenciada bacharelado bacharel laurea kandidatexamen"),
    (
      .master,
      """
      maîtrise máster mestrado maestría diplom magister staatsexamen diplomarbeit mastère doctoraal \
      civilingenjör
      """
    ),
    (.doctorate, "doctorado doctorat doutorado dottorato promotion doktor"),
  ])

  private static func table(_ list: [(Degree, String)]) -> [String: Degree] {
    var table: [String: Degree] = [:]
    for (degree, names) in list {
      for name in names.split(separator: " ") { table[String(name)] = degree }
    }
    return table
  }
}
