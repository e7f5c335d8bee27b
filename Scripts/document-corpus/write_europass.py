"""Sample 1 as Europass XML (SkillsPassport, version 3), with its own expected text."""

from xml.sax.saxutils import escape

from sample_software import DEGREE, DEGREE_NOTE, JOBS, PERSON, SUMMARY, period

LANGUAGES = (("de", "German", "C1"), ("en", "English", "C1"), ("sv", "Swedish", "A2"))
COMPUTER = "C++, C#, Python, SQL, a little F#; .NET 8, CMake, PostgreSQL, gRPC, Linux, Git"


def element(name, *inner, **attributes):
    text = "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<{name}{text}>{''.join(inner)}</{name}>" if inner else f"<{name}{text}/>"


def span(start, end):
    parts = [element("From", year=start[0], month=f"--{start[1]:02}")]
    if end:
        parts.append(element("To", year=end[0], month=f"--{end[1]:02}"))
    return element("Period", *parts, element("Current", "false" if end else "true"))


def organisation(tag, name, place):
    address = element("Address", element("Contact", element("Municipality", escape(place))))
    return element(tag, element("Name", escape(name)), element("ContactInfo", address))


def activities(done):
    return element("Activities", escape("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in done) + "</ul>"))


def identification():
    address = element("Contact", element("Municipality", PERSON["city"]),
                      element("Country", element("Code", "DE"), element("Label", PERSON["country"])))
    phone = element("Telephone", element("Contact", PERSON["phone"]),
                    element("Use", element("Code", "mobile"), element("Label", "Mobile")))
    return element("Identification",
                   element("PersonName", element("FirstName", PERSON["first"]), element("Surname", PERSON["last"])),
                   element("ContactInfo", element("Address", address), element("Email", element("Contact", PERSON["email"])),
                           element("TelephoneList", phone)))


def languages():
    foreign = []
    for code, label, level in LANGUAGES:
        levels = [element(part, level) for part in ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")]
        foreign.append(element("ForeignLanguage", element("Description", element("Code", code), element("Label", label)),
                               element("ProficiencyLevel", *levels)))
    mother = element("MotherTongue", element("Description", element("Code", "es"), element("Label", "Spanish")))
    return element("Linguistic", element("MotherTongueList", mother), element("ForeignLanguageList", *foreign))


def document():
    work = [element("WorkExperience", span(start, end), element("Position", element("Label", title)), activities(done),
                    organisation("Employer", employer, place))
            for title, employer, place, start, end, done in JOBS]
    title, school, place, start, end = DEGREE
    education = element("Education", span(start, end), element("Title", escape(title)),
                        element("Activities", escape(f"<p>{DEGREE_NOTE}</p>")), organisation("Organisation", school, place),
                        element("Level", element("Code", "6"), element("Label", "EQF level 6")))
    headline = element("Headline", element("Type", element("Code", "personal_statement"), element("Label", "Personal statement")),
                       element("Description", element("Label", escape(SUMMARY))))
    skills = element("Skills", languages(), element("Computer", element("Description", escape(f"<p>{COMPUTER}</p>"))))
    learner = element("LearnerInfo", identification(), headline, element("WorkExperienceList", *work),
                      element("EducationList", education), skills)
    info = element("DocumentInfo", element("DocumentType", "ECV"), element("CreationDate", "2024-01-02T03:04:05.000Z"),
                   element("XSDVersion", "V3.3"), element("Generator", "EWA"))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" '
            f'locale="en">{info}{learner}</SkillsPassport>\n').replace("><", ">\n<")


def expected_text():
    lines = [f"{PERSON['first']} {PERSON['last']}", PERSON["city"], PERSON["country"], PERSON["email"], PERSON["phone"],
             "", SUMMARY]
    for title, employer, place, start, end, done in JOBS:
        lines += ["", f"{title}\t{period(start, end)}", f"{employer}, {place}"] + [f"- {item}" for item in done]
    title, school, place, start, end = DEGREE
    lines += ["", f"{title}\t{period(start, end)}", f"{school}, {place}", DEGREE_NOTE, "EQF level 6", "", "Spanish"]
    lines += [f"{label}\t{level}" for _, label, level in LANGUAGES]
    return "\n".join(lines + ["", COMPUTER]) + "\n"
