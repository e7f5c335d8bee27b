"""Job boards' public JSON and a CSV table, three postings each, and the text expected of each record."""

import csv
import html
import io
import json

JOBS = (
    {"id": 4012345, "title": "Site Reliability Engineer", "place": "Lisbon, Portugal", "team": "Platform",
     "company": "Quokka Cloud", "intro": "Keep 900 servers & one small satellite link healthy.",
     "musts": ("4+ years with Linux in production", "C++ or Go, and a shell you trust", "On-call one week in five"),
     "closing": "We sponsor visas for this role.", "pay": (62000, 78000, "EUR"), "remote": False},
    {"id": 4012346, "title": "Dental Hygienist", "place": "Leeds, United Kingdom", "team": "Clinics",
     "company": "Brightwell Dental", "intro": "Clean teeth, calm nerves, \"no drama\" appointments of 40 minutes.",
     "musts": ("Registered with the dental council", "Two years of practice <b>or</b> a fresh distinction"),
     "closing": "Part time, 24 hours a week.", "pay": (31000, 36000, "GBP"), "remote": False},
    {"id": 4012347, "title": "Technical Writer (Développeurs)", "place": "Remote - Canada", "team": "Docs",
     "company": "Quokka Cloud", "intro": "Write guides in English and French that nobody has to read twice.",
     "musts": ("Portfolio of API documentation", "Markdown, Git & a good ear"),
     "closing": "Salary depends on the province.", "pay": (84000, 97000, "CAD"), "remote": True},
)


def shown(text):
    return text.replace("<b>", "").replace("</b>", "")


def markup(text):
    """As HTML: the ampersand escaped, the one <b> kept."""
    return text.replace("&", "&amp;")


def items(job):
    return "".join(f"<li>{markup(item)}</li>" for item in job["musts"])


def content(job):
    return f"<p>{markup(job['intro'])}</p>\n<h3>What you bring</h3>\n<ul>{items(job)}</ul>\n<p>{markup(job['closing'])}</p>"


def plain(job):
    return "\n".join([job["intro"], "What you bring"] + [f"- {shown(item)}" for item in job["musts"]] + [job["closing"]])


def dumped(value):
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def greenhouse():
    rows = []
    for job in JOBS:
        row = {"absolute_url": f"https://boards.example/quokka/jobs/{job['id']}", "internal_job_id": job["id"] - 1000,
               "location": {"name": job["place"]}, "metadata": None, "id": job["id"],
               "updated_at": "2027-03-09T10:15:00-05:00", "requisition_id": f"R-{job['id'] % 1000}", "title": job["title"],
               "content": html.escape(content(job)), "departments": [{"id": 9, "name": job["team"], "child_ids": [], "parent_id": None}],
               "offices": [{"id": 3, "name": "Head office", "location": None}]}
        if job["company"] == "Brightwell Dental":
            row["company_name"] = job["company"]
        rows.append(row)
    return dumped({"jobs": rows, "meta": {"total": len(rows)}})


def lever():
    rows = []
    for number, job in enumerate(JOBS):
        low, high, currency = job["pay"]
        identifier = f"5ac21346-0e0c-4494-8e7a-{job['id']:012}"
        row = {"id": identifier, "text": job["title"], "createdAt": 1804586400000 + number,
               "categories": {"commitment": "Full-time", "department": "All", "location": job["place"], "team": job["team"],
                              "allLocations": [job["place"]]},
               "country": ("PT", "GB", "CA")[number], "workplaceType": "remote" if job["remote"] else "on-site",
               "opening": "", "openingPlain": "", "description": f"<div>{markup(job['intro'])}</div>",
               "descriptionPlain": job["intro"] + "\n", "descriptionBody": f"<div>{markup(job['intro'])}</div>",
               "descriptionBodyPlain": job["intro"] + "\n", "lists": [{"text": "What you bring", "content": items(job)}],
               "additional": f"<div>{markup(job['closing'])}</div>", "additionalPlain": job["closing"] + "\n",
               "hostedUrl": f"https://jobs.example/quokka/{identifier}", "applyUrl": f"https://jobs.example/quokka/{identifier}/apply"}
        if number != 2:
            row["salaryRange"] = {"currency": currency, "interval": "per-year-salary", "min": low, "max": high}
        rows.append(row)
    return dumped(rows)


def ashby():
    rows = []
    for number, job in enumerate(JOBS):
        low, high, currency = job["pay"]
        summary = f"{currency} {low // 1000}K – {high // 1000}K"
        component = {"id": f"c{number}", "summary": summary, "compensationType": "Salary", "interval": "1 YEAR",
                     "currencyCode": currency, "minValue": low, "maxValue": high}
        identifier = f"b7c21346-0e0c-4494-8e7a-{job['id']:012}"
        rows.append({"id": identifier, "title": job["title"], "department": "All", "team": job["team"],
                     "employmentType": "FullTime", "location": job["place"],
                     "secondaryLocations": [] if number else [{"location": "Porto, Portugal", "address": {
                         "postalAddress": {"addressLocality": "Porto", "addressCountry": "Portugal"}}}],
                     "publishedAt": "2027-03-09T10:15:00.000+00:00", "isListed": number != 1, "isRemote": job["remote"],
                     "workplaceType": "Remote" if job["remote"] else "OnSite",
                     "address": {"postalAddress": {"addressLocality": job["place"].split(",")[0]}},
                     "jobUrl": f"https://jobs.example/quokka/{identifier}", "applyUrl": f"https://jobs.example/quokka/{identifier}/application",
                     "descriptionHtml": content(job), "descriptionPlain": plain(job), "shouldDisplayCompensationOnJobPostings": True,
                     "compensation": {"compensationTierSummary": summary, "scrapeableCompensationSalarySummary": summary,
                                      "compensationTiers": [], "summaryComponents": [component]}})
    return dumped({"jobs": rows, "apiVersion": "1"})


def table():
    """CSV with named columns; commas, doubled quotes and line breaks in quoted cells; a last row with too few fields."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(["id", "title", "company", "location", "description"])
    for job in JOBS:
        writer.writerow([job["id"], job["title"], job["company"], job["place"], plain(job)])
    return output.getvalue() + "4012348,Night Porter,Hotel Gannet\r\n"


def expected_text(identifier=lambda job: str(job["id"]), company=lambda job: job["company"]):
    """The records, each with its fields in a head; a line of "====" between records."""
    records = []
    for job in JOBS:
        head = [f"id: {identifier(job)}", f"title: {job['title']}", f"company: {company(job)}", f"location: {job['place']}"]
        records.append("\n".join(line.rstrip() for line in head) + "\n\n" + plain(job) + "\n")
    return "====\n".join(records)


def files():
    """Name → text, of all boards and their expected texts."""
    lever_id = lambda job: f"5ac21346-0e0c-4494-8e7a-{job['id']:012}"
    ashby_id = lambda job: f"b7c21346-0e0c-4494-8e7a-{job['id']:012}"
    named = lambda job: job["company"] if job["company"] == "Brightwell Dental" else ""
    nobody = lambda job: ""
    return {"greenhouse-board.json": greenhouse(), "greenhouse-board.txt": expected_text(company=named),
            "lever-board.json": lever(), "lever-board.txt": expected_text(lever_id, nobody),
            "ashby-board.json": ashby(), "ashby-board.txt": expected_text(ashby_id, nobody),
            "postings-table.csv": table(), "postings-table.txt": expected_text()}
