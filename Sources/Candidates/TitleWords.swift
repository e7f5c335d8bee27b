/// Words that tell a job title from a name, a place or an employer.
package enum TitleWords {
  /// Occupations that are hardly ever a person's name.
  static let occupations: Set<String> = words(
    """
    academic accountant actor actress actuary adjuster administrator adviser advisor advocate aesthetician \
    agent aide analyst animator apprentice architect archivist artist assembler assessor assistant \
    associate astronomer attendant attorney auditor author bartender banker beautician biologist \
    bookkeeper bookseller broker buyer candidate captain caregiver caretaker carer cashier ceo cfo chairman \
    chairperson chairwoman checker chef chemist chiropractor choreographer cio cleaner clerk clinician cmo \
    coach columnist comedian commander commis composer concierge conductor consultant contractor \
    controller coo coordinator copywriter correspondent counsel counsellor counselor courier craftsman cto \
    curator custodian dancer dealer dentist deputy designer detective developer dietitian director dispatcher \
    doctor doorman draftsman draughtsman drafter economist editor educator electrician employee \
    engineer entrepreneur estimator examiner executive expert fabricator facilitator \
    fellow firefighter fitter florist foreman founder cofounder framer freelancer fundraiser generalist \
    geologist grader guard guide hairdresser handyman handler head helper historian host hostess \
    housekeeper hygienist illustrator inspector installer instructor intern interpreter interviewer investigator \
    janitor jeweler journalist keyholder laborer labourer lawyer lead leader lecturer liaison librarian \
    lifeguard lineman linguist locksmith machinist maid maintainer manager matron mathematician mechanic mediator member \
    merchandiser merchant microbiologist missionary midwife millwright minister mentor model moderator modeler modeller musician nanny \
    negotiator neurologist notary nurse nutritionist officer operative operator optician \
    optometrist organizer organiser owner painter paralegal paramedic partner pathologist pediatrician \
    pharmacist photographer physician physicist physiotherapist picker pilot planner plasterer plumber \
    policeman practitioner preparer president presenter pricer principal processor producer \
    professional professor programmer promoter proofreader psychiatrist psychologist publicist \
    radiographer realtor receptionist recruiter registrar rep reporter representative researcher \
    resident reviewer rigger roofer salesman salesperson saleswoman scheduler scientist scriptwriter \
    seamstress secretary selector server shopkeeper sonographer sous specialist statistician stocker storekeeper \
    strategist stylist superintendent supervisor surgeon surveyor teacher technician technologist \
    teller temp tester therapist trader trainee trainer transcriptionist translator treasurer \
    marketer sre sdr bdr apm cpo ciso vp rector \
    commissioner decorator provider transporter superintendant internship externship clerkship residency \
    tutor underwriter upholsterer veterinarian videographer volunteer vp avp svp evp waiter waitress warehouseman \
    warehouser welder worker writer zoologist paraprofessional phlebotomist rdn \
    adjunct animateur barista barrister beekeeper bellhop bellman boatswain bosun bouncer \
    busser cameraman canvasser caseworker caterer cellist chargehand chauffeur childminder \
    coder collector compounder conservator croupier deckhand demonstrator dietician \
    dishwasher diver docent dramaturg draughtsperson driller embalmer enumerator \
    esthetician evaluator expediter faculty farrier ferrier foreperson gaffer gamekeeper \
    gatekeeper greeter grinder groomer groundskeeper guitarist handywoman headmaster \
    headmistress headteacher helmsman homemaker innkeeper invigilator ironworker \
    laminator landscaper lawmaker lector legislator lithographer loader lobbyist logger \
    masseur masseuse milliner mortician navigator obstetrician ombudsman \
    ombudsperson orderly organist paraeducator percussionist perfusionist pianist pipefitter \
    playwright podiatrist polisher postdoc preacher projectionist prosecutor \
    psychometrist purchaser purser recordist referee roustabout scaffolder schoolteacher \
    seafarer shipper solicitor sonologist sorter spokesman \
    spokesperson spokeswoman stagehand steersman stenographer stevedore stewardess \
    stonemason storeman storyboarder tattooist taxidermist tiler timekeeper toolmaker \
    trucker typist umpire undertaker valet verger violinist vocalist webmaster winemaker \
    woodworker yardman zookeeper
    """)

  /// Occupations in other languages: French, German, Spanish, Portuguese, Italian, Dutch, Swedish,
  /// Norwegian.
  private static let foreign: Set<String> = words(
    """
    ingénieur ingénieure développeur développeuse responsable gestionnaire directeur \
    directrice vendeur vendeuse enseignant enseignante infirmier infirmière comptable \
    conseiller conseillère stagiaire ouvrier cuisinier cuisinière serveur serveuse \
    technicien technicienne rédacteur rédactrice entwickler entwicklerin \
    leiter leiterin mitarbeiter mitarbeiterin sachbearbeiter sachbearbeiterin ingenieur \
    ingenieurin kauffrau lehrerin krankenschwester krankenpfleger \
    pflegefachkraft berater beraterin geschäftsführer geschäftsführerin praktikant \
    praktikantin werkstudent werkstudentin verkäufer verkäuferin buchhalter buchhalterin \
    techniker technikerin mechaniker elektriker ärztin köchin referentin \
    projektleiter projektleiterin softwareentwickler softwareentwicklerin ingeniero \
    ingeniera gerente analista desarrollador desarrolladora auxiliar técnico técnica jefe \
    jefa asistente enfermero enfermera profesor profesora maestra contadora \
    abogado abogada vendedor vendedora cocinero cocinera camarero camarera becario becaria \
    consultor consultora coordinador coordinadora administrativo administrativa engenheiro \
    engenheira desenvolvedor desenvolvedora estagiário estagiária enfermeiro enfermeira \
    professora coordenador ingegnere sviluppatore sviluppatrice impiegato impiegata \
    responsabile insegnante infermiere infermiera cuoco cameriere medewerker ontwikkelaar \
    verpleegkundige leraar adviseur beheerder stagiair utvecklare ingenjör sjuksköterska \
    lärare handläggare ingeniør utvikler sykepleier lærer rådgiver verksamhetschef \
    försäljare
    """)

  /// Occupations that are surnames, given names or ordinary words as well.
  static let ambiguous: Set<String> = words(
    """
    baker barber bishop brewer butcher butler carpenter carter chandler chaplain constable cook cooper dean \
    driver dyer farmer fisher fisherman forester gardener gunner hunter judge major mason miller \
    packer page pastor porter potter priest ranger roaster runner sailor sergeant shepherd \
    singer smith soldier steward student tanner taylor tailor turner usher warden weaver \
    lieutenant corporal private master support specialists scholar sales crew staff maker sheriff \
    koch kaufmann lehrer arzt contador maestro proctor sexton skipper miner glazier joiner cutter \
    mover drummer sculptor
    """)

  /// Fields of work, as headlines name them.
  static let fields: Set<String> = words(
    """
    accounting administration advertising aerospace agile analytics android animation architecture automation \
    automotive aviation backend banking billing biology biotech bookkeeping branding broadcasting business care career \
    catering chemistry cleaning clinical cloud coding colour color communications compliance computing construction \
    consulting content cosmetology counselling counseling culinary customer cybersecurity data database \
    defense dental design development devops digital distribution ecommerce economics editing education \
    electronics engineering environmental event events fashion film finance financial fitness frontend \
    fundraising governance graphic graphics grading health healthcare hospitality hr human icu infrastructure \
    insurance investment journalism kitchen law legal literacy logistics machine machining maintenance management \
    manufacturing marketing mathematics mechanical media medical medicine merchandising mobile nursing \
    operations paediatric patient payroll pediatric pharmacy photography physics planning plumbing politics \
    procurement product production program programme programming project projects property psychology \
    publishing purchasing quality recruiting recruitment rehabilitation research resources retail risk robotics \
    safety science security seo service services social software stack startup statistics strategy studio \
    sustainability systems tax teaching technical technology telecommunications theatre therapy training transport \
    transportation treasury ux veterinary video visual warehouse warehousing web welding wellness writing
    """)

  /// Words that make a name that of an employer.
  static let organizations: Set<String> = words(
    """
    inc incorporated pllc llc ltd limited plc corp corporation company co gmbh ag bv nv sa llp lp group \
    holdings university college school academy institute hospital clinic bank agency association \
    foundation trust ministry council county department dept city center centre church partners \
    solutions systems technologies industries international enterprises associates services army \
    navy force labs laboratory laboratories restaurant hotel store stores authority society \
    federation bureau office studios district cooperative
    """)

  /// Ends of words that are occupations.
  private static let suffixes = [
    "ologist", "therapist", "ographer", "manager", "trician", "statistician",
  ]

  /// Whether a word is an occupation, whatever else it may be.
  static func isTitle(_ word: String) -> Bool {
    isOccupation(word) || ambiguous.contains(word)
  }

  /// Whether a word is an occupation and hardly anything else.
  package static func isOccupation(_ word: String) -> Bool {
    if occupations.contains(word) || foreign.contains(word) { return true }
    if suffixes.contains(where: word.hasSuffix) { return true }
    return word.hasSuffix("s") && occupations.contains(String(word.dropLast()))
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
