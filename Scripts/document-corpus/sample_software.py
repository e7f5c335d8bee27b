"""Sample 1: the résumé of a software engineer in one column, dates at the right margin."""

from blocks import Sample, bullet, heading, job, line, name

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

PERSON = {
    "first": "Inés", "last": "Müller-Peña", "email": "ines.mueller-pena@example.org",
    "phone": "+49 40 5550 0147", "city": "Hamburg", "country": "Germany",
    "headline": "Senior Software Engineer",
}

SUMMARY = (
    "Engineer with eleven years in logistics and office software. I keep workflow engines fast, "
    "from the first profile to the final fix, and I write C++, C# and .NET as well as Python."
)

# title, employer, place, first month, last month or None, what was done
JOBS = (
    ("Senior Software Engineer", "Nordkai Systems", "Hamburg", (2019, 3), None, (
        "Rewrote the workflow engine in C++ 20; the nightly run of 4.2 million jobs fell from 71 to 9 minutes.",
        "Led five engineers; introduced code review, fuzzing and a profile of each release.",
        "Moved the office affiliate portal from .NET Framework 4.8 to .NET 8 without a day of downtime.",
    )),
    ("Software Engineer", "Ågren & Façade", "Malmö", (2015, 9), (2019, 2), (
        "Built the tariff service in C# and PostgreSQL; it answers 1,800 requests a second.",
        "Cut the offline sync of field tablets from 40 to 6 seconds with a binary diff.",
    )),
    ("Junior Developer", "Tejado Software", "Valencia", (2013, 7), (2015, 8), (
        "Wrote import filters for 14 file formats in Python and C++.",
        "Answered questions of first-line support in Spanish, English and German.",
    )),
)

DEGREE = ("Computer Science (BSc)", "Universidad del Turia", "Valencia", (2009, 9), (2013, 6))
DEGREE_NOTE = "Thesis: efficient flow control for unreliable links."
SKILLS = ("Languages: C++, C#, Python, SQL, a little F#",
          "Tools: .NET 8, CMake, PostgreSQL, gRPC, Linux, Git",
          "Spoken: Spanish (native), German (C1), English (C1), Swedish (A2)")


def month(pair):
    return f"{MONTHS[pair[1] - 1]} {pair[0]}"


def period(start, end):
    return f"{month(start)} – {month(end) if end else 'Present'}"


def blocks():
    full_name = f"{PERSON['first']} {PERSON['last']}"
    out = [name(full_name), line(PERSON["headline"]),
           line(f"{PERSON['email']} | {PERSON['phone']} | {PERSON['city']}, {PERSON['country']}"),
           heading("Profile"), line(SUMMARY), heading("Experience")]
    for title, employer, place, start, end, done in JOBS:
        out += [job(title, period(start, end)), line(f"{employer}, {place}")]
        out += [bullet(item) for item in done]
    title, school, place, start, end = DEGREE
    out += [heading("Education"), job(title, period(start, end)), line(f"{school}, {place}"),
            bullet(DEGREE_NOTE), heading("Skills")]
    return tuple(out + [bullet(item) for item in SKILLS])


def sample():
    return Sample("software-engineer-one-column", "Résumé of Inés Müller-Peña", blocks(),
                  font="DejaVu Sans")
