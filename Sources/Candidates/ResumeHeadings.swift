import Reading

/// Headings of résumés beside those of `cues.txt`: wordings of other trades and countries.
///
/// They are met word by word as they are written, without stems: "Associations" is a heading,
/// "Associate" a title.
enum ResumeHeadings {
  /// What a heading names, by its words in lower case without "and".
  static let byWords: [[String]: Cue] = {
    var headings: [[String]: Cue] = [:]
    for (cue, list) in lists {
      for heading in list.split(separator: ";") {
        headings[heading.split(separator: " ").map(String.init).filter { $0 != "and" }] = cue
      }
    }
    return headings
  }()

  /// The words that they begin with.
  static let beginnings = Set(byWords.keys.compactMap(\.first))

  /// Headings between semicolons; achievements and publications stand with the projects.
  private static let lists: [(Cue, String)] = [
    (
      .resumeExperience,
      """
      employment experience; professional history; professional work experience; \
      work and internship experience; career experience; career progression; \
      practical experience; field experience; internship experience; leadership experience; \
      research experience; management experience; consulting experience; freelance experience; \
      freelance work; previous employment; current employment; job history; job experience; \
      business experience; academic appointments; teaching positions; military service; \
      military; military background; service history; voluntary work; volunteer involvement; \
      positions; appointments; expérience; expériences; expérience professionnelle; \
      expériences professionnelles; parcours professionnel; berufserfahrung; \
      berufliche erfahrung; beruflicher werdegang; berufspraxis; experiencia; \
      experiencia laboral; experiencia profesional; experiência; experiência profissional; \
      esperienza; esperienza professionale; esperienze lavorative; werkervaring; \
      arbetslivserfarenhet; arbeidserfaring; erhvervserfaring
      """
    ),
    (
      .resumeEducation,
      """
      academic credentials; academic record; academics; school; schools; schooling and training; educational qualifications; \
      educational qualification; educational details; education details; education history; \
      education and credentials; education and coursework; education and honors; \
      professional education; continuing education; relevant coursework; coursework; trainings; \
      trainings and certifications; training and certifications; professional training; \
      technical training; workshops; seminars; degrees; formation; formations; études; diplômes; \
      ausbildung; bildung; studium; weiterbildung; akademische ausbildung; schulbildung; \
      educación; formación; formación académica; estudios; educação; formação; \
      formação acadêmica; istruzione; istruzione e formazione; formazione; opleiding; \
      opleidingen; utbildning; utdanning; uddannelse
      """
    ),
    (
      .resumeSkills,
      """
      skill summary; what i can do; what i know; what i do; skills and abilities; skills and qualifications; skills and competencies; \
      hard skills; soft skills; special skills; additional skills; other skills; it skills; \
      technical summary; technical knowledge; technical background; technical competencies; \
      computer knowledge; computer applications; software knowledge; software experience; \
      areas of strength; areas of experience; areas of knowledge; areas of specialization; \
      fields of expertise; specialties; specialities; specializations; capabilities; \
      core capabilities; key qualifications; professional competencies; professional strengths; \
      tools and technologies; technology stack; tech stack; technical tools; functional skills; \
      domain knowledge; management skills; leadership skills; compétences; \
      compétences techniques; compétences informatiques; kenntnisse; fähigkeiten; \
      edv kenntnisse; kompetenzen; habilidades; competencias; conocimientos; \
      habilidades y competencias; competências; conhecimentos; competenze; vaardigheden; \
      competenties; kompetenser; kompetanse; kompetencer
      """
    ),
    (
      .resumeSummary,
      """
      professional overview; professional objective; job objective; employment objective; \
      summary statement; summary of experience; experience summary; profile statement; \
      professional statement; career statement; career goal; career goals; goals; \
      mission statement; background; background summary; biography; bio; value proposition; \
      highlights of qualifications; qualification highlights; qualification summary; \
      candidate profile; profil; profil professionnel; à propos; kurzprofil; perfil; \
      perfil profesional; perfil profissional; resumen; resumo; profilo; profilo professionale; \
      profiel; om mig
      """
    ),
    (
      .resumeCertifications,
      """
      professional certifications; professional licenses; professional certification; \
      technical certifications; licensure; licenses and cards; cards; cards and tickets; licensures; licensure and certification; \
      licenses and certificates; certificates and licenses; certifications and training; \
      certifications and awards; security clearance; certificaciones; certificações; \
      certificazioni; zertifikate; zertifizierungen; certifikat
      """
    ),
    (
      .resumeProjects,
      """
      projects and research; academic projects; key projects; personal projects; major projects; \
      project experience; course projects; relevant course projects; projets; projekte; \
      proyectos; projetos; progetti; core accomplishments; key accomplishments; \
      key achievements; career accomplishments; career achievements; career highlights; \
      professional accomplishments; professional achievements; professional highlights; \
      major accomplishments; major achievements; selected accomplishments; \
      selected achievements; notable accomplishments; notable achievements; \
      significant accomplishments; significant achievements; academic achievements; \
      awards and recognition; awards and achievements; awards and accomplishments; \
      honors and awards; honours and awards; honors and achievements; recognition; recognitions; \
      scholarships; patents; selected publications; publications and presentations; conferences; \
      conference presentations; speaking engagements; exhibitions; performances; grants; \
      réalisations; auszeichnungen; veröffentlichungen; publikationen; logros; premios; \
      publicaciones; prêmios; pubblicazioni
      """
    ),
    (
      .resumeLanguages,
      """
      language; language proficiency; language abilities; languages known; languages spoken; \
      known languages; foreign languages; foreign language skills; linguistic skills; langues; \
      sprachen; sprachkenntnisse; fremdsprachen; idiomas; línguas; lingue; talen; talenkennis; \
      språk; språkkunskaper; sprog
      """
    ),
    (
      .resumeOther,
      """
      additional information; additional details; other information; miscellaneous; \
      community involvement; community activities; community outreach; community engagement; \
      civic involvement; civic activities; extracurricular activities; \
      extra curricular activities; extracurriculars; co curricular activities; \
      leadership and activities; leadership activities; campus involvement; campus activities; \
      organizations; professional organizations; professional involvement; \
      professional activities; associations; professional associations; \
      associations and memberships; affiliations and memberships; memberships and affiliations; \
      memberships and associations; activities and interests; activities and honors; \
      interests and activities; interests and hobbies; personal interests; special interests; \
      strengths and hobbies; work authorization; work status; work eligibility; right to work; \
      immigration status; member of; wishes; visa status; professional references; \
      personal references; centres d'intérêt; loisirs; interessen; hobbys; intereses; aficiones; \
      interesses; interessi; intressen; referenzen; referencias; references available
      """
    ),
  ]
}
