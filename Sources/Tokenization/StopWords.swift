/// The words that carry no meaning of their own: the Snowball English list without the contractions
/// that collide with words ("we'll" and "well"), with the modal verbs and "etc".
enum StopWords {
  private static let words = TermSet(
    """
    a about above after again against all also am an and any are arent as at be because been \
    before being below between both but by can cannot cant could couldnt did didnt do does \
    doesnt doing dont down during each eg etc few for from further had hadnt has hasnt have \
    havent having he hed her here heres hers herself hes him himself his how hows i ie if im in \
    into is isnt it its itself ive just lets may me might more most must mustnt my myself nbsp \
    no nor not of off on once only or other ought our ours ourselves out over own same shall \
    shant she shes should shouldnt so some such than that thats the their theirs them themselves \
    then there theres these they theyd theyll theyre theyve this those through to too under \
    until up very was wasnt we were werent weve what whats when whens where wheres which while \
    who whom whos why whys will with wont would wouldnt you youd youll your youre yours yourself \
    yourselves youve
    """.split(separator: " ").map { Term(spelling: Array($0.utf8)) })

  /// Whether the folded spelling is a stop word; apostrophes do not count.
  static func contains(_ spelling: [UInt8]) -> Bool {
    words.contains(Term(spelling: spelling.filter { $0 != 0x27 }))
  }
}
