"""The pack: which papers it holds, in the order of its agenda, and what each is made of."""
from dataclasses import dataclass, field

from . import markdown
from .odf import Look, Part
from .prose import Prose

BODY = "Pellshire and Ostbridge Joint Board"
DATE = "Thursday 25 November 2021"
LOOKS = {"system": Look(), "council": Look("DejaVu Serif", 12, (15, 13, 12, 12), True),
         "trust": Look("DejaVu Sans Condensed", 12, (18, 14, 12, 11))}


@dataclass
class Map:
    """A page without text, drawn; or a blank one."""
    seed: int = 0
    blank: bool = False
    title: str = ""


@dataclass
class Paper:
    item: str
    title: str
    lead: str = ""
    purpose: str = ""
    producer: str = "system"
    parts: list = field(default_factory=list)  # of Part and Map; none: nothing on paper
    bookmark: str = ""
    time: str = ""


def sheet(item, title, lead, author, purpose, prose, theme):
    """A cover sheet as bodies' templates have them: a table of facts, then what is asked."""
    rows = [["Meeting", BODY], ["Date", DATE], ["Agenda item", item], ["Title of report", f"**{title}**"], ["Executive lead", lead],
            ["Author", author], ["Purpose", purpose], ["Previously considered by", prose.fill("Executive group, {period}")],
            ["Summary", prose.paragraph(theme, 4) + "\n" + prose.paragraph(theme, 3)],
            ["Recommendation", f"The Joint Board is asked to {purpose.lower().removeprefix('for ')} the report."],
            ["Risk and assurance", prose.paragraph(theme, 2)], ["Equality", prose.paragraph("community", 2)],
            ["Financial implications", prose.paragraph("finance", 2)], ["Appendices", "See the list at the end of the report"]]
    return [("small", f"Enc {item}"), ("h", 1, "Report cover sheet"), ("table", rows, 0, [1.2, 4])]


class Plan:
    def __init__(self, corpus):
        self.corpus, self.papers = corpus, []
        header = f"{BODY}, meeting in public"
        self.add_opening(header)
        self.add_transition(header)
        self.add_reports(header)
        self.add_strategies(header)
        self.add_received(header)

    def add(self, item, title, parts=(), lead="", purpose="For information", producer="system", bookmark=None):
        self.papers.append(Paper(item, title, lead, purpose, producer, list(parts), bookmark or f"{item} {title}"))

    def corpus_part(self, name, header="", footer="{page}", landscape=False):
        return Part(markdown.paper(self.corpus / name), header, footer, landscape)

    def add_opening(self, header):
        self.add("1", "Welcome and apologies", lead="Chair", purpose="Verbal")
        prose = Prose(2)
        interests = [["Name", "Post", "Interest", "Since", "What is done about it"]] + [
            [prose.name(), prose.random.choice(["Governor", "Member", "Executive director", "Clinical lead"]),
             prose.fill("{period}: a relative works for {partner}, in {service}"), str(prose.random.randint(2009, 2021)),
             prose.fill("Leaves the room when {service} is discussed")] for _ in range(64)]
        self.add("2", "Declarations of interest", [Part([("h", 1, "Register of interests"), ("p", prose.paragraph("community", 2)),
                 ("table", interests, 1, [2, 2, 4, 1, 4])], header, "Register of interests {page}")], "Chair")
        prose = Prose(3)
        minutes = [("b", BODY), ("h", 1, "Minutes of the meeting held on Thursday 23 September 2021"),
                   ("p", "Tarn Hall, Ostbridge, from 9.30 am to 1.10 pm"), ("b", "Present"), *(("p", prose.name()) for _ in range(11))]
        minutes += prose.minutes([("Welcome and apologies", "community"), ("Declarations of interest", "community"),
                                  ("Minutes of the last meeting", "quality"), ("Patient story", "community"),
                                  ("Integrated performance report", "performance"), ("Finance report", "finance"),
                                  ("Quality and safety report", "quality"), ("Workforce report", "workforce"),
                                  ("Estates", "estates"), ("Digital", "digital"), ("Winter", "performance"), ("Any other business", "community")] )
        self.add("3", "Minutes of the meeting held on 23 September 2021", [Part(minutes, "Draft minutes, not yet agreed", "{page}")],
                 "Chair", "For approval", "council", "3 Minutes 23 September")
        self.add("4", "Action log and matters arising", [Part([("h", 1, "Action log"), Prose(4).actions(34)], header, "Page {page}", True)],
                 "Head of Governance", "For discussion")
        prose = Prose(5)
        self.add("5", "A patient's story", [Part([("title", "A patient's story"), ("p", "My name is not Margaret, but call me that."),
                 *(("p", prose.paragraph("community")) for _ in range(9))])], "Director of Nursing", producer="trust")
        self.add("6", "Chair's report", lead="Chair", purpose="Verbal")
        self.add("7", "Chief Executive's report", [self.corpus_part("trust-chief-executive-report.md", "Public Board, 6 January 2022", "Page {page}")],
                 "Chief Executive", producer="trust")

    def add_transition(self, header):
        prose = Prose(8)
        self.add("8.1", "Integrated Care Board: draft constitution and readiness to operate", [
            Part(sheet("8.1", "Integrated Care Board: draft constitution and readiness to operate", "Gillian Stathers", "Imogen Trask",
                       "For decision", prose, "workforce"), header, "Item 8.1"),
            self.corpus_part("icb-constitution-and-readiness.md", header, "Page {page}"),
            Part([("h", 1, "Appendix 1: Timetable of engagement"), prose.actions(12)], header, "Appendix 1, page {page}", True,
                 title="Appendix 1: Timetable of engagement")], "Accountable Officer", "For decision")
        self.add("8.2", "System development plan", [
            Part(sheet("8.2", "System development plan", "Anwen Rees", "Jonah Ridley", "For endorsement", prose, "performance"), header, "Item 8.2"),
            self.corpus_part("ics-development-plan.md", "System Development Plan 2021/22", "August refresh | {page}")],
            "Programme Director", "For endorsement", "trust")
        slides = Part(list(self.slides()), "", "Getting ready for April 2022   {page}", True)
        self.add("8.3", "Getting ready for April 2022: presentation", [slides], "Director of Partnerships", producer="trust",
                 bookmark="8.3 Presentation")
        self.add("8.4", "Provider collaborative: memorandum of understanding", [
            self.corpus_part("trust-board-provider-collaborative.md", "Wendre Vale Hospitals NHS Foundation Trust", "{page}")],
            "Director of Strategy", "For decision", "council")

    def slides(self):
        blocks = markdown.paper(self.corpus / "ostbridge-ics-slides.txt")
        first = True
        for block in blocks:
            if block[0] == "h" and block[1] == 2:
                if not first:
                    yield ("break",)
                yield ("h", 1, block[2])
            else:
                yield ("title" if first else "p", block[-1]) if block[0] in "hp" else block
            first = False

    def report(self, item, title, theme, seed, lead, sections, tables, header, producer="system", purpose="For assurance", maps=0):
        prose = Prose(seed)
        body = [("h", 1, title)]
        for number, (name, paragraphs) in enumerate(sections, 1):
            body += prose.section(number, name, theme, paragraphs, bullets=3 if number % 3 == 0 else 0, level=2)
        parts = [Part(sheet(item, title, lead, prose.name(), purpose, prose, theme), header, f"Item {item}"),
                 Part(body, header, "Page {page}")]
        for number, (name, make, rows) in enumerate(tables, 1):
            blocks = [("h", 1, f"Appendix {number}: {name}"), ("p", prose.paragraph(theme, 2)), getattr(prose, make)(rows)]
            parts.append(Part(blocks, f"{title}, appendix {number}", "{page}", make != "actions", title=f"Appendix {number}: {name}"))
        parts += [Map(seed + number, title=f"Map {number + 1}") for number in range(maps)]
        self.add(item, title, parts, lead, purpose, producer)

    def add_reports(self, header):
        sections = [("Purpose", 2), ("Where we stand", 6), ("What has changed", 6), ("Causes", 7), ("What is being done", 8),
                    ("What may happen next", 6), ("What partners say", 5), ("Recommendations", 2)]
        self.report("9.1", "Integrated performance report", "performance", 91, "Chief Operating Officer", sections,
                    [("Dashboard, acute services", "indicators", 52), ("Dashboard, community services", "indicators", 52),
                     ("Dashboard, mental health", "indicators", 36), ("Recovery actions", "actions", 30)], header)
        self.report("9.2", "Finance report, month 6", "finance", 92, "Director of Finance", sections[:6],
                    [("Income and expenditure", "budget", 64), ("Capital programme", "budget", 32)], header, "council")
        self.report("9.3", "Quality and safety report", "quality", 93, "Director of Nursing", sections,
                    [("Indicators", "indicators", 48), ("Learning from incidents", "actions", 36)], header, "trust")
        self.report("9.4", "Workforce report", "workforce", 94, "Director of People", sections,
                    [("Indicators by division", "indicators", 36)], header)
        self.report("10.1", "Board assurance framework and risk register", "performance", 101, "Head of Governance", sections[:4],
                    [("Risk register", "risks", 70), ("Closed risks", "risks", 30)], header, "council")
        prose = Prose(102)
        annual = [("title", "Audit Committee"), ("b", "Annual report 2020/21"), ("p", "Approved by the committee on 14 October 2021"), ("break",)]
        for number, theme in enumerate(("finance", "quality", "digital", "estates", "workforce", "performance"), 1):
            annual += prose.section(number, ["Foreword", "Internal control", "Systems", "Property", "People", "Counter fraud"][number - 1], theme, 6)
        self.add("10.2", "Audit Committee annual report", [
            Part(annual, "", "Audit Committee annual report 2020/21   {page}"),
            Part([("title", "Annex A"), ("p", "Terms of reference of the committee"), ("break",), *prose.section(1, "Membership", "finance", 4),
                  *prose.section(2, "Duties", "quality", 8, 4)], "", "Annex A   {page}", title="Annex A: Terms of reference")],
            "Chair of the Audit Committee", "For approval", "trust")
        self.report("10.3", "Emergency planning and winter", "performance", 103, "Chief Operating Officer", sections[:7],
                    [("Plans tested", "actions", 22)], header)

    def add_strategies(self, header):
        for item, title, theme, seed, producer, maps in (("11", "Estates strategy 2022 to 2027", "estates", 111, "trust", 6),
                                                         ("12", "Digital plan", "digital", 121, "system", 0)):
            prose = Prose(seed)
            front = [("small", header), ("title", title), ("b", "Draft for the Joint Board"), ("p", DATE)]
            names = ["Where we are", "What people told us", "Principles", "Our buildings and services", "Places", "Money", "Getting there"]
            contents = [("h", 1, "Contents"), *(("p", f"{number}. {name}\t{2 + 2 * number}") for number, name in enumerate(names, 1))]
            body = [("h", 1, "Foreword"), ("p", prose.paragraph(theme)), ("p", prose.paragraph("community"))]
            for number, name in enumerate(names, 1):
                body += [("break",), *prose.section(number, name, theme, 7, 4), *prose.plain_section("What this means", theme, 4, 2)]
            parts = [Part(front), Part(contents + body, title, "{page}", restart=False)]
            parts += [Map(seed + number, title=f"Map {number + 1}") for number in range(maps)]
            parts.append(Part([("h", 1, "Appendix A: Costs"), prose.budget(30)], title, "{page}", True, title="Appendix A: Costs"))
            self.add(item, title, parts, "Director of Strategy", "For decision", producer)

    def add_received(self, header):
        self.add("13", "Government proposals for health and care: what they would mean for Pellshire",
                 [self.corpus_part("pellshire-cabinet-report.md", "Pellshire County Council", "{page}")], "Corporate Director", producer="council")
        self.add("14", "Transition programme: progress", [self.corpus_part("ccg-governing-body.md", "", "Page {page}"), Map(blank=True)],
                 "Accountable Officer")
        self.add("15", "Papers received from neighbouring systems", lead="Chair", purpose="For information")
        for number, (name, title, producer) in enumerate((
                ("wendreshire-hwb-minutes.txt", "Wendreshire Health and Wellbeing Board: minutes of 19 October 2021", "council"),
                ("oxmere-scrutiny-update.txt", "Oxmere scrutiny committee: integrated care update", "council"),
                ("hexley-place-briefing.md", "Hexley place briefing", "trust"),
                ("carrow-council-ambition.txt", "A Carrow ambition for health and care", "council"),
                ("carrow-ccg-minutes-and-report.md", "Carrow transition committee report", "system")), 1):
            self.add(f"15.{number}", title, [self.corpus_part(name, "", "{page}")], producer=producer)
        for item, name, seed, themes in (("16.1", "Finance and Performance Committee", 161, ("finance", "performance", "estates")),
                                         ("16.2", "Quality Committee", 162, ("quality", "workforce", "community"))):
            prose = Prose(seed)
            blocks = [("h", 1, name), ("b", "Minutes of the meeting held on 11 November 2021"), ("p", "Present: " + ", ".join(sorted({prose.name() for _ in range(7)})))]
            blocks += prose.minutes([(f"{theme.capitalize()} report", theme) for theme in themes * 3])
            self.add(item, f"{name}: minutes of 11 November 2021", [Part(blocks, "Minutes", "{page}")], "Committee chair", producer="council")
        self.add("17", "Shadow partnership: terms of reference", [self.corpus_part("shadow-partnership-terms.md", "", "{page}")], "Chair", "For noting")
        self.add("18", "Any other business", lead="All", purpose="Verbal")
        self.add("19", "Date of next meeting: 27 January 2022", lead="Chair", purpose="Verbal")


def agenda(papers, first_pages):
    """The agenda's own part: a table of items, with the page on which each paper begins."""
    rows = [["Item", "Title", "Lead", "Purpose", "Page"]]
    rows += [[paper.item, paper.title, paper.lead, paper.purpose, str(first_pages.get(paper.item, "")) or ("Verbal" if paper.purpose == "Verbal" else "")]
             for paper in papers]
    blocks = [("title", BODY), ("b", "Meeting in public"), ("p", f"{DATE}, 9.30 am to 1.00 pm"), ("p", "Tarn Hall, Ostbridge"), ("h", 1, "Agenda"),
              ("table", rows, 1, [0.8, 5.5, 3, 2, 1]), ("p", "Members of the public may ask questions about any item. Please tell the office two days before the meeting."),
              ("p", "Papers are on the website. Ask for large print at the door.")]
    return Part(blocks, "", "Agenda")
