import Testing
import Tokenization

/// The rules of the stemmer one by one, against the stems of Snowball 3.1.1.
@Suite struct EnglishStemmerTests {
  private let stemmer = EnglishStemmer()

  /// The stem of `word`, as text.
  private func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    stemmer.stem(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("dog's", "dog"), ("dogs'", "dog"), ("dog's'", "dog"), ("'tis", "tis"), ("'quoted'", "quot"),
    ("don't", "don't"), ("o'clock", "o'clock"),
  ])
  func `endings of possessives go`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("caresses", "caress"), ("witnesses", "wit"), ("ties", "tie"), ("tied", "tie"),
    ("cries", "cri"), ("cried", "cri"), ("cats", "cat"), ("gaps", "gap"), ("kiwis", "kiwi"),
  ])
  func `endings of plurals go`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("gas", "gas"), ("this", "this"), ("less", "less"), ("focus", "focus"),
  ])
  func `an s that is no plural stays`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("agreed", "agre"), ("agreedly", "agre"), ("proceeds", "proceed"), ("feed", "feed"),
    ("need", "need"), ("bleed", "bleed"), ("succeed", "succeed"), ("proceed", "proceed"),
    ("exceed", "exceed"), ("succeedly", "succeed"), ("unsucceed", "unsucce"),
  ])
  func `an eed becomes ee in the first region`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("tested", "test"), ("jumping", "jump"), ("supposedly", "suppos"), ("seemingly", "seem"),
    ("shred", "shred"), ("sing", "sing"), ("string", "string"),
  ])
  func `endings of the past and the progressive go after a vowel`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("activated", "activ"), ("timetabled", "timet"), ("utilized", "util"),
    ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"), ("hoping", "hope"),
    ("used", "use"), ("dining", "dine"),
  ])
  func `a stem gets back the e that it lost`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("robbed", "rob"), ("bidding", "bid"), ("sniffed", "snif"), ("tagged", "tag"),
    ("programming", "program"), ("planned", "plan"), ("hopping", "hop"), ("referring", "refer"),
    ("committed", "commit"),
  ])
  func `a doubled consonant becomes single`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("added", "add"), ("egged", "egg"), ("offing", "off"), ("inning", "inning"),
    ("erring", "err"), ("upped", "up"),
  ])
  func `a double after a single a, e, or o stays`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("vowing", "vow"), ("boxed", "box"), ("playing", "play"),
  ])
  func `a stem that closes with w, x, or Y gets no e`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("dying", "die"), ("lying", "lie"), ("tying", "tie"), ("flying", "fli"), ("eying", "eye"),
    ("saying", "say"),
  ])
  func `words like lying become words like lie`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("evening", "evening"), ("inning", "inning"), ("outing", "outing"), ("canning", "canning"),
    ("earring", "earring"), ("herring", "herring"), ("evenings", "evening"), ("touting", "tout"),
  ])
  func `an ing that belongs to the word stays`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("cry", "cri"), ("happy", "happi"), ("by", "by"), ("sky", "sky"), ("dry", "dri"),
    ("enjoy", "enjoy"), ("say", "say"),
  ])
  func `a final y becomes i after a consonant, unless that is the first letter`(
    word: String, expected: String
  ) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("youth", "youth"), ("yes", "yes"), ("sayings", "say"), ("employed", "employ"),
    ("syzygy", "syzygi"), ("byyy", "byyi"),
  ])
  func `a y is a consonant at the start and after a vowel`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("conditional", "condit"), ("traditionally", "tradit"), ("educational", "educ"),
    ("educationally", "educ"), ("hospitality", "hospit"), ("fluently", "fluentli"),
    ("demonstrativeness", "demonstr"), ("valency", "valenc"), ("hesitancy", "hesit"),
    ("comfortably", "comfort"), ("differently", "differ"), ("digitizer", "digit"),
    ("organization", "organiz"), ("relational", "relat"), ("operation", "oper"),
    ("operator", "oper"), ("feudalism", "feudal"), ("formality", "formal"),
    ("radically", "radic"), ("hopefulness", "hope"), ("carelessness", "careless"),
    ("callousness", "callous"), ("callously", "callous"), ("decisiveness", "decis"),
    ("sensitivity", "sensit"), ("sensibility", "sensibl"), ("visibly", "visibl"),
    ("biologist", "biolog"), ("biology", "biolog"), ("thankfully", "thank"),
    ("hopelessly", "hopeless"), ("nationalization", "nation"), ("ably", "abli"),
    ("rationalism", "ration"), ("vocally", "vocal"), ("subtly", "subt"),
  ])
  func `double suffixes become single`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("apology", "apolog"), ("pedagogy", "pedagogi"), ("publicly", "public"), ("badly", "bad"),
    ("barely", "bare"), ("strongly", "strong"), ("highly", "high"), ("quickly", "quick"),
    ("calmly", "calm"), ("openly", "open"), ("nearly", "near"), ("swiftly", "swift"),
    ("newly", "newli"), ("really", "realli"),
  ])
  func `an ogi goes only after l, and a li only after some letters`(word: String, expected: String)
  {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("eradicate", "erad"), ("triplicate", "triplic"), ("electricity", "electr"),
    ("electrical", "electr"), ("formative", "format"), ("demonstrative", "demonstr"),
    ("hopeful", "hope"), ("goodness", "good"), ("formalize", "formal"), ("national", "nation"),
    ("rational", "ration"),
  ])
  func `suffixes of nouns and adjectives go`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("revival", "reviv"), ("allowance", "allow"), ("inference", "infer"), ("airliner", "airlin"),
    ("gyroscopic", "gyroscop"), ("adjustable", "adjust"), ("defensible", "defens"),
    ("irritant", "irrit"), ("replacement", "replac"), ("disagreement", "disagr"),
    ("adjustment", "adjust"), ("dependent", "depend"), ("adoption", "adopt"),
    ("extension", "extens"), ("dominion", "dominion"), ("cement", "cement"),
    ("communism", "communism"), ("mechanism", "mechan"), ("activate", "activ"),
    ("angularity", "angular"), ("homologous", "homolog"), ("effective", "effect"),
    ("bowdlerize", "bowdler"),
  ])
  func `single suffixes go in the second region`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("probate", "probat"), ("cease", "ceas"), ("rate", "rate"), ("hope", "hope"),
    ("engine", "engin"),
  ])
  func `a final e goes, unless a short syllable is before it`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("install", "instal"), ("controll", "control"), ("roll", "roll"),
  ])
  func `one l of two goes in the second region`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("arsenal", "arsenal"), ("communal", "communal"), ("community", "communiti"),
    ("emergency", "emergenc"), ("general", "general"), ("generous", "generous"),
    ("international", "internat"), ("interval", "interval"), ("later", "later"),
    ("laterally", "lateral"), ("organic", "organic"), ("organize", "organiz"),
    ("pasted", "paste"), ("paste", "paste"), ("university", "universiti"),
    ("universal", "universal"),
  ])
  func `the first region follows some prefixes at once`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"),
    ("early", "earli"), ("only", "onli"), ("singly", "singl"),
  ])
  func `some words have a stem of their own`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"), ("cosmos", "cosmos"),
    ("bias", "bias"), ("andes", "andes"),
  ])
  func `some words are their own stem`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("mp3s", "mp3s"), ("h2o's", "h2o"), ("4ing", "4ing"), ("1980s", "1980s"), ("3ed", "3ed"),
  ])
  func `digits are consonants`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ["connect", "connected", "connecting", "connection", "connections"],
    ["manage", "managed", "manages", "managing", "manageable"],
    ["program", "programs", "programmed", "programming"],
    ["organize", "organized", "organizer", "organization", "organizations"],
  ])
  func `forms of one word meet in one stem`(forms: [String]) {
    #expect(Set(forms.map(stem)).count == 1)
  }

  @Test(arguments: [("general", "generate"), ("university", "universe"), ("past", "paste")])
  func `words that only look alike stay apart`(one: String, other: String) {
    #expect(stem(one) != stem(other))
  }

  @Test(arguments: ["", "a", "s", "as", "'s", "ed", "''"])
  func `a word of one or two bytes stays as it is`(word: String) {
    #expect(stem(word) == word)
  }

  @Test(arguments: ["Running", "running-", "na\u{EF}vely", "dog\u{2019}s", "a b cats", "say\0ing"])
  func `a word with any other byte stays as it is`(word: String) {
    #expect(stem(word) == word)
  }

  @Test(arguments: [("''s", ""), ("'''", "'"), ("'ss", "ss"), ("'ing", "ing"), ("'y'", "y")])
  func `a word of little more than apostrophes is no trouble`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test func `a long word is stemmed at its end`() {
    let start = String(repeating: "bab", count: 1_000)
    #expect(stem(start + "ationally") == start)
  }
}
