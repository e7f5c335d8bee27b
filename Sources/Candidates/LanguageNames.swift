/// Names of spoken languages, in English and as their speakers write them.
enum LanguageNames {
  /// The English name by the words, in lower case, that stand for it.
  static let byWord: [String: String] = {
    var names: [String: String] = [:]
    for entry in list.split(separator: "\n") {
      let forms = entry.split(separator: "=").map { $0.split(separator: " ").map(String.init) }
      for name in forms[0] { names[name] = name.prefix(1).uppercased() + name.dropFirst() }
      if forms.count > 1 { for other in forms[1] { names[other] = names[forms[0][0]] } }
    }
    return names
  }()

  /// One name a line and its other forms, or many names that have none.
  private static let list = """
    afrikaans akan albanian armenian azerbaijani basque belarusian bulgarian burmese cebuano
    chichewa dari esperanto ewe faroese fijian galician georgian guarani hausa hawaiian hmong
    icelandic igbo ilocano javanese kannada kazakh khmer kinyarwanda kurdish kyrgyz lao latvian
    lingala lithuanian luxembourgish macedonian malagasy malayalam maltese maori marathi mongolian
    navajo oriya oromo papiamento quechua samoan sanskrit shona sindhi sinhalese slovak slovene
    somali sotho sundanese swahili tajik tamil tatar telugu tibetan tigrinya tongan tswana turkmen
    twi uzbek visayan welsh wolof xhosa yiddish yoruba zulu assamese konkani
    amharic=ethiopian
    arabic=arabe árabe arabisch
    bengali=bangla
    bosnian=bosanski
    cantonese
    catalan=català catalán
    chinese=chino chinois chinesisch mandarin
    creole=kreyol kreyòl
    croatian=hrvatski
    czech=čeština česky
    danish=dansk
    dutch=nederlands niederländisch néerlandais flemish
    english=englisch anglais inglés ingles inglese engels engelska engelsk inglês
    estonian=eesti
    farsi=persian
    finnish=suomi
    french=francais français französisch francés francese frans francês
    gaelic=gaeilge irish
    german=deutsch allemand alemán tedesco duits tyska alemão
    greek=griechisch grec griego
    gujarati=gujrati
    hebrew=ivrit
    hindi
    hungarian=magyar
    indonesian=bahasa
    italian=italiano italien italienisch
    japanese=japonais japonés japanisch
    korean=coréen coreano koreanisch
    latin=latein
    malay=melayu
    nepali=nepalese
    norwegian=norsk
    pashto=pashtu
    polish=polski polnisch polonais polaco
    portuguese=português portugues portugués portugais portugiesisch
    punjabi=panjabi
    romanian=română rumänisch roumain
    russian=russisch russe ruso
    serbian=srpski
    slovenian=slovenščina
    spanish=español espanol castellano espagnol spanisch spagnolo spaans espanhol
    swedish=svenska schwedisch
    tagalog=filipino
    thai
    turkish=türkçe türkisch turc turco
    ukrainian=українська
    urdu
    vietnamese
    """
}
