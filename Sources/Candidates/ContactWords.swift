/// Words of contact blocks.
enum ContactWords {
  /// Labels before a detail that stand for contact data wherever they are.
  static let labels: Set<String> = words(
    """
    address addresses adresse cell cellphone cellular e email emails facebook fax github gitlab \
    homepage instagram kontakt landline linkedin mail mob mobile name phone portfolio \
    postcode pronouns skype surname tel telephone telegram twitter url web website whatsapp wechat zip
    """)

  /// Words beside labels: "E-mail address", "Full name", "Home phone".
  static let labelFillers: Set<String> = words(
    """
    and at code contact details full first given family home last middle my no number permanent \
    personal present current postal preferred work street the for
    """)

  /// Lines that begin with these words are about the person, not the work.
  static let personalLabels: [[String]] = [
    "date of birth", "place of birth", "birth date", "birthdate", "birthday", "birthplace", "dob",
    "d o b", "born",
    "age", "gender", "sex", "marital status", "civil status", "family status", "nationality",
    "religion", "ethnicity", "race", "caste", "photo", "photograph", "picture", "passport",
    "passport no", "passport number",
    "father's name", "fathers name", "mother's name", "mothers name", "spouse name",
    "husband's name", "children",
    "height", "weight", "blood group", "pronouns", "full name", "candidate name",
    "permanent address", "present address",
    "current address", "home address", "social security number", "national insurance number", "ssn",
    "name", "address",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The words that those labels begin with.
  static let firstOfLabels = Set(personalLabels.compactMap(\.first))

  /// Words that make a line one about a birth.
  static let birth: Set<String> = ["birth", "birthdate", "birthday", "birthplace", "dob", "born"]

  static let pronouns: Set<String> = words(
    "she her hers he him his they them theirs their ze hir zir xe xem ey em any all pronouns my are"
  )

  /// What a document calls itself.
  static let documentTitles: [[String]] = [
    ["resume"], ["résumé"], ["cv"], ["curriculum", "vitae"], ["curriculum", "vitæ"], ["biodata"],
    ["bio", "data"], ["lebenslauf"],
  ]

  /// Words at the end of names of streets.
  static let streets: Set<String> = words(
    """
    alley ave avenue blvd boulevard bend circle cir close court crescent ct dr drive gardens grove highway hwy \
    hill lane ln loop mews parade parkway path pkwy place pl plaza quay rd rise road row sq square st steps street \
    str strasse straße terrace ter trail turnpike walk way wharf yard hollow
    """)

  /// Words that begin names of streets: "rue de Rivoli 12".
  static let streetHeads: Set<String> = words(
    "rue calle via avenida rua ulica ul plaza platz carrer viale corso strada box")

  /// Words before the number of a part of a house.
  static let units: Set<String> = words(
    "apartment apt flat unit suite ste floor room box appt wohnung")

  /// Words that keep a line of the contact block: they matter for gates.
  static let gates: Set<String> = words(
    """
    authorized authorised authorization authorisation cleared clearance citizen citizenship eligible \
    licence license licensed permit relocate relocation remote sponsorship visa licenced
    """)

  /// Letters after a name that are qualifications.
  static let credentials: Set<String> = words(
    """
    rn bsn msn aprn np fnp crna lpn lvn cna ccrn cpa cma acca aca cfa cfe cfp cia cissp cism cisa pmp prince2 csm \
    mba phd md do jd llm llb esq dds dmd dvm pharmd dpt pt ot slp rd rdn ldn lcsw lmsw lpc lmft pe eit aia leed \
    phr sphr shrm shrmcp ceng mieng frcs mrcp qts pgce msc bsc ba bs ma ms meng beng edd med cipd mcips ccna ccnp \
    nmc hcpc rgn emt ase cdl
    """)

  /// Parts of names that are no words of their own: "de la", "van", "bin".
  static let particles: Set<String> = words(
    """
    al ap ben bin bint da dal de del della den der di do dos du el la las le los mac mc o of san st ten ter und van \
    von y zu jr sr ii iii iv dr mr mrs ms miss mx prof sir
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
