"""Writes Tests/DocumentCorpus/good."""

import boards
import convert
import pictures
import sample_postings
import sample_resumes
import sample_software
import write_constructs
import write_docx
import write_europass
import write_fodt
import write_groff
import write_html
import write_reportlab
from blocks import expected_text


def samples():
    return (sample_software.sample(), sample_resumes.nurse(), sample_resumes.accountant(), sample_postings.planner(),
            sample_postings.chef(), sample_resumes.teacher())


def page_of(sample, picture):
    facts = {"logistics-planner-posting": sample_postings.PLANNER_FACTS,
             "chef-posting-page": sample_postings.CHEF_FACTS}.get(sample.name)
    if facts is None:
        return write_html.page(sample, picture)
    inner = write_html.body(sample.blocks[1:])
    head = write_html.json_ld(sample_postings.job_posting(sample, facts, inner))
    return write_html.site_page(sample, head) if sample.name == "chef-posting-page" else write_html.page(sample, head=head)


def write_sample(sample, output, work, picture):
    page = output / f"{sample.name}.html"
    page.write_text(page_of(sample, picture), encoding="utf-8")
    (output / f"{sample.name}.txt").write_text(expected_text(sample), encoding="utf-8")
    convert.print_page(page.resolve(), output / f"{sample.name}-chromium.pdf", work, tagged=not sample.header)
    source = work / f"{sample.name}.fodt"
    source.write_text(write_fodt.document(sample, picture), encoding="utf-8")
    made = convert.office(source, ("odt", "docx", "pdf"), work)
    (output / f"{sample.name}.odt").write_bytes(convert.settled_odt(made["odt"].read_bytes()))
    (output / f"{sample.name}.docx").write_bytes(convert.with_fixed_times(made["docx"].read_bytes()))
    pdf = convert.with_fixed_dates(made["pdf"].read_bytes())
    (output / f"{sample.name}-libreoffice.pdf").write_bytes(pdf)


def write_all(output):
    picture = pictures.portrait()
    with convert.scratch() as folder:
        for sample in samples():
            write_sample(sample, output, convert.Path(folder), picture)
    software, nurse = samples()[:2]
    (output / f"{software.name}-reportlab.pdf").write_bytes(write_reportlab.one_column(software))
    (output / f"{nurse.name}-reportlab.pdf").write_bytes(write_reportlab.two_columns(nurse))
    (output / f"{software.name}-groff.pdf").write_bytes(convert.typeset(write_groff.source(software)))
    (output / f"{software.name}-by-hand.docx").write_bytes(write_docx.docx(software.blocks, software.title))
    packed = convert.with_object_streams(output / f"{software.name}-reportlab.pdf")
    (output / f"{software.name}-object-streams.pdf").write_bytes(packed)
    (output / "word-constructs.docx").write_bytes(write_constructs.docx())
    texts = {"word-constructs.txt": write_constructs.EXPECTED,
             "software-engineer-europass.xml": write_europass.document(),
             "software-engineer-europass.txt": write_europass.expected_text(),
             "chef-posting-page-outside.txt": write_html.outside_text()}
    for name, text in {**texts, **boards.files()}.items():
        (output / name).write_bytes(text.encode())
