"""Samples 4 and 5: postings for a logistics planner and a chef, and what their pages declare as JobPosting."""

from blocks import Sample, bullet, heading, line, name


def planner():
    blocks = (
        name("Logistics Planner (Road Freight)"), line("Fjordline Haulage, Rotterdam, Netherlands"),
        line("Full-time, permanent. Pay: €3,400 – €4,250 gross per month."),
        heading("About us"),
        line("Fjordline Haulage moves chilled goods between 14 countries with 260 trucks and a family name on the door."),
        heading("What you will do"),
        bullet("Plan 40 to 60 trips a day:"),
        bullet("match loads, drivers and driving hours", 1), bullet("book ferries and slots at terminals", 1),
        bullet("Keep customers informed when a trip runs late."),
        bullet("Report costs per kilometre each week."),
        heading("What you bring"),
        bullet("At least 3 years of experience in road transport planning."),
        bullet("A vocational degree in logistics (MBO 4) or equivalent experience."),
        bullet("One of these planning systems:"),
        bullet("TransPlan", 1), bullet("RoutePilot", 1),
        bullet("Good English; Dutch or German is a plus."),
        heading("What we offer"),
        bullet("27 days of holiday and a travel allowance."), bullet("Two days a week from home after training."),
        heading("How to apply"),
        line("Send your CV to jobs@fjordline.example before 30 September 2027."),
    )
    return Sample("logistics-planner-posting", "Logistics Planner (Road Freight)", blocks)


PLANNER_FACTS = {
    "datePosted": "2027-08-02", "validThrough": "2027-09-30T23:59:00+02:00", "employmentType": "FULL_TIME",
    "organization": "Fjordline Haulage", "locality": "Rotterdam", "region": "Zuid-Holland", "country": "NL",
    "currency": "EUR", "low": 3400, "high": 4250, "unit": "MONTH", "months": 36,
    "education": "associate degree", "id": "FJ-2027-118",
    "qualifications": "A vocational degree in logistics (MBO 4) or equivalent experience.",
}


def chef():
    blocks = (
        name("Sous Chef"), line("The Gilded Turnip, Edinburgh"),
        line("£34,000 to £38,500 a year plus tips. 45 hours a week, five days."),
        heading("The kitchen"),
        line("We cook what grows within fifty miles: 70 seats, a wood oven and a team of nine."),
        heading("Your day"),
        bullet("Run the sauce and fish sections and lead service when the head chef is away."),
        bullet("Order produce, check deliveries, keep waste under 4 %."),
        bullet("Train two commis chefs; write the allergen sheets."),
        heading("You have"),
        bullet("Three years in a fresh-food kitchen, one of them as chef de partie or higher."),
        bullet("Level 3 food safety certificate."),
        bullet("The right to work in the United Kingdom."),
        heading("Nice to have"), bullet("Butchery, pastry or a driving licence."),
        heading("Closing date"), line("Applications close on 15 November 2027."),
    )
    return Sample("chef-posting-page", "Sous Chef at The Gilded Turnip", blocks)


CHEF_FACTS = {
    "datePosted": "2027-10-18", "validThrough": "2027-11-15", "employmentType": ["FULL_TIME"],
    "organization": "The Gilded Turnip", "locality": "Edinburgh", "region": "Scotland", "country": "GB",
    "currency": "GBP", "low": 34000, "high": 38500, "unit": "YEAR", "months": 36,
    "education": "professional certificate", "id": "turnip-7",
    "qualifications": "Level 3 food safety certificate.",
}


def job_posting(sample, facts, description_html):
    """The schema.org value of a posting, as a page's JSON-LD declares it."""
    address = {"@type": "PostalAddress", "addressLocality": facts["locality"],
               "addressRegion": facts["region"], "addressCountry": facts["country"]}
    return {
        "@context": "https://schema.org/", "@type": "JobPosting", "title": sample.blocks[0].text,
        "identifier": {"@type": "PropertyValue", "name": facts["organization"], "value": facts["id"]},
        "description": description_html, "datePosted": facts["datePosted"],
        "validThrough": facts["validThrough"], "employmentType": facts["employmentType"],
        "hiringOrganization": {"@type": "Organization", "name": facts["organization"]},
        "jobLocation": {"@type": "Place", "address": address},
        "baseSalary": {"@type": "MonetaryAmount", "currency": facts["currency"], "value": {
            "@type": "QuantitativeValue", "minValue": facts["low"], "maxValue": facts["high"],
            "unitText": facts["unit"]}},
        "qualifications": facts["qualifications"],
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements",
                                   "monthsOfExperience": facts["months"]},
        "educationRequirements": {"@type": "EducationalOccupationalCredential",
                                  "credentialCategory": facts["education"]},
        "experienceInPlaceOfEducation": True,
    }


# What stands on the chef's page around the posting. None of it belongs to the text.
OUTSIDE = {
    "nav": ("Jobs", "Companies", "Salary guide", "Sign in"),
    "cookie": ("We use cookies to improve your stay.", "Accept all", "Only necessary"),
    "similar": ("Similar jobs", "Pastry Chef at Oatcake & Daughters, Leith",
                "Forklift Operator at Harbour Cold Store, Grangemouth", "Median chef salary in Edinburgh: £29,750"),
    "footer": ("© 2027 Larder Jobs", "Privacy", "Terms", "Frequently asked questions"),
}
