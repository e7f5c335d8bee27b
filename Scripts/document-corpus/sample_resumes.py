"""Samples 2, 3 and 6: a nurse in two columns, an accountant on two pages, a teacher with a photo."""

from blocks import Sample, bullet, heading, job, line, name, page_break, photo, table


def nurse():
    sidebar = (
        heading("Contact"), line("siobhan.okafor@example.org"), line("+353 1 555 0162"), line("Dublin 7"),
        heading("Skills"), bullet("Wound care"), bullet("IV cannulation"), bullet("Ventilator care"),
        bullet("Triage"), bullet("Electronic charting"),
        heading("Languages"), line("English (native)"), line("Irish (fluent)"), line("French (B1)"),
        heading("Certificates"), line("ACLS, 2025"), line("BLS, 2024"), line("NMBI registration"),
        line("Mentorship diploma"),
    )
    main = (
        name("Siobhán Okafor"), line("Registered nurse, intensive care"),
        heading("Profile"),
        line("Nurse with nine years at the bedside, six of them in intensive care. Calm in an emergency, "
             "exact with medication, patient with families."),
        heading("Experience"),
        job("Intensive care nurse", "Feb 2020 – Present"), line("St. Fintan's General Hospital, Dublin"),
        bullet("Cares for two ventilated patients a shift in a unit of 18 beds."),
        bullet("Trained 23 new nurses; wrote the unit's handover sheet."),
        bullet("Member of the resuscitation team, about 60 calls a year."),
        job("Staff nurse, surgery", "Oct 2017 – Jan 2020"), line("Corrib Bay Clinic, Galway"),
        bullet("Looked after eight patients a shift before and after operations."),
        bullet("Cut missed pain scores from 14 % to 3 % with a bedside chart."),
        job("Healthcare assistant", "Jun 2014 – Sep 2017"), line("Elmgrove Nursing Home, Athlone"),
        bullet("Helped residents with washing, meals and walking; night shifts."),
        heading("Education"),
        job("BSc General Nursing", "2013 – 2017"), line("Shannonside University, Athlone"),
    )
    return Sample("nurse-two-column", "Résumé of Siobhán Okafor", main, sidebar)


ACCOUNTANT_SKILLS = table(
    ("Area", "Years", "Level"), ("Month-end close", "12", "Expert"), ("IFRS reporting", "9", "Expert"),
    ("Value added tax", "12", "Expert"), ("Payroll", "5", "Good"), ("Consolidation", "4", "Good"),
    ("Spreadsheets and Power Query", "12", "Expert"),
)


def accountant_work():
    return (
        heading("Experience"),
        job("Chief accountant", "April 2018 – present"), line("Wiślana Packaging, Kraków"),
        bullet("Closes the books of four companies by the fifth working day; it was the eleventh."),
        bullet("Leads seven accountants and one trainee."),
        bullet("Found 1.1 million zł of input tax that had never been claimed."),
        bullet("Brought in electronic invoices; paper fell from 2,300 to 90 pages a month."),
        bullet("Prepares the audit file; the last five audits ended without a finding."),
        job("Accountant", "January 2014 – March 2018"), line("Bursztyn Foods, Gdańsk"),
        bullet("Kept the ledgers of suppliers and customers, about 4,000 invoices a month."),
        bullet("Reconciled bank accounts in three currencies each day."),
        bullet("Took part in the move to IFRS 15 and IFRS 16."),
        bullet("Wrote the manual for travel expenses that the company still uses."),
        job("Assistant accountant", "September 2012 – December 2013"), line("Kancelaria Rachunkowa Dąb, Sopot"),
        bullet("Entered documents for 35 small firms and filed their tax returns."),
        bullet("Answered the clients' telephone and set up their folders."),
    )


def accountant():
    first = (
        name("Tomasz Wierzbicki"), line("Chief accountant"),
        line("tomasz.wierzbicki@example.org"), line("+48 12 555 01 83"), line("Kraków, Poland"),
        heading("Profile"),
        line("Accountant with more than twelve years in manufacturing and food. I like a close that is early, "
             "a ledger that balances and a note that a stranger can follow."),
        heading("Skills"), ACCOUNTANT_SKILLS,
    )
    second = (
        page_break(), heading("Education"),
        job("Master of Accounting", "2010 – 2012"), line("Bałtycka School of Economics, Sopot"),
        job("Bachelor of Finance", "2007 – 2010"), line("Bałtycka School of Economics, Sopot"),
        heading("Certificates"), bullet("Certified accountant, Polish chamber, 2016"),
        bullet("Diploma in international financial reporting, 2019"),
        heading("Languages"), line("Polish (native), English (C1), German (B1)"),
        heading("Interests"), line("Rowing, old calculators, the history of double entry"),
        heading("Consent"),
        line("I agree that my data are processed for this recruitment."),
    )
    return Sample("accountant-two-pages", "Résumé of Tomasz Wierzbicki", first + accountant_work() + second,
                  header="Curriculum vitae – Tomasz Wierzbicki", footer="Page {page} of {pages}",
                  font="Nimbus Roman")


def teacher():
    blocks = (
        photo(), name("Léa Marchetti-Øverland"), line("Early years teacher"),
        line("lea.marchetti@example.org"), line("Bergen, Norway"),
        heading("About me"),
        line("I teach children of three to six in two languages and play the accordion badly but with joy."),
        heading("Experience"),
        job("Kindergarten teacher", "08/2018 – today"), line("Solstråle Barnehage, Bergen"),
        bullet("Group of 18 children, two of them with a hearing aid."),
        bullet("Set up a forest day each week and a reading corner in three languages."),
        job("Teaching assistant", "09/2015 – 07/2018"), line("École des Tilleuls, Annecy"),
        bullet("Prepared lessons in art and first numbers."),
        heading("Education"),
        job("Licence en sciences de l'éducation", "2012 – 2015"), line("Université du Semnoz, Annecy"),
        heading("Skills"), bullet("First aid for children (2025)"), bullet("Norwegian sign language, level 2"),
        bullet("French, Norwegian, English"),
    )
    return Sample("teacher-with-photo", "Résumé of Léa Marchetti-Øverland", blocks, font="P052")
