"""PDFs by LibreOffice and qpdf: one for each producer, cut and put together in the order of the agenda."""
import base64
import json
import pathlib
import random
import subprocess

from .odf import Writer
from .plan import LOOKS, Map, agenda


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, check=False)
    if done.returncode not in (0, 3):  # qpdf: 3 is a warning
        raise RuntimeError(f"{command[0]} ended with status {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def to_pdf(folder, name, text):
    """Flat OpenDocument to PDF: untagged, with the headings as bookmarks, which tell the pages of the parts."""
    source = folder / f"{name}.fodt"
    source.write_text(text, encoding="utf-8")
    options = json.dumps({key: {"type": "boolean", "value": value} for key, value in
                          (("UseTaggedPDF", "false"), ("ExportBookmarks", "true"), ("ReduceImageResolution", "false"))})
    run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", f"pdf:writer_pdf_Export:{options}",
        "--outdir", folder, source)
    return folder / f"{name}.pdf"


def outline(pdf):
    return json.loads(run("qpdf", "--json=2", "--json-key=outlines", pdf))["outlines"]


def page_count(pdf):
    return int(run("qpdf", "--show-npages", pdf))


def write_pdf(path, pages, size):
    """A PDF of hand-written pages: (content, fonts) each."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for content in pages:
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {len(objects)} 0 R "
                       "/Resources << /Font << /F1 3 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    path.write_text(out, encoding="latin-1")


def drawing(seed):
    """A map without words: fields, a river, roads."""
    chance, lines = random.Random(seed), []
    for _ in range(60):
        x, y = chance.randint(40, 500), chance.randint(60, 740)
        shade = " ".join(f"{chance.uniform(0.6, 0.95):.2f}" for _ in range(3))
        corners = " ".join(f"{x + chance.randint(5, 70)} {y + chance.randint(5, 70)} l" for _ in range(4))
        lines.append(f"{shade} rg {x} {y} m {corners} h f")
    for width, shade in ((6, "0.5 0.7 0.9"), (2, "0.4 0.4 0.4"), (1, "0.8 0.2 0.2")):
        points = [(at, chance.randint(80, 760)) for at in range(40, 560, 40)]
        lines.append(f"{width} w {shade} RG {points[0][0]} {points[0][1]} m " + " ".join(f"{x} {y} l" for x, y in points[1:]) + " S")
    return "\n".join(lines)


class Assembly:
    def __init__(self, plan, folder):
        self.plan, self.folder = plan, pathlib.Path(folder)
        self.pieces = {}  # id of a part -> (pdf, first, last)
        for producer, look in LOOKS.items():
            self.produce(producer, look)
        self.draw()

    def produce(self, producer, look):
        parts = [part for paper in self.plan.papers if paper.producer == producer for part in paper.parts if not isinstance(part, Map)]
        pdf = to_pdf(self.folder, producer, Writer(look).document(parts))
        starts = [entry["destpageposfrom1"] for entry in outline(pdf)] + [page_count(pdf) + 1]
        if len(starts) != len(parts) + 1:
            raise RuntimeError(f"{producer}: {len(parts)} parts, but {len(starts) - 1} bookmarks")
        for part, first, after in zip(parts, starts, starts[1:]):
            self.pieces[id(part)] = (pdf, first, after - 1)

    def draw(self):
        maps = [part for paper in self.plan.papers for part in paper.parts if isinstance(part, Map)]
        write_pdf(self.folder / "maps.pdf", ["" if part.blank else drawing(part.seed) for part in maps], (595, 842))
        for number, part in enumerate(maps, 1):
            self.pieces[id(part)] = (self.folder / "maps.pdf", number, number)

    def layout(self, first):
        """The pages of each paper and of its parts, when the first paper begins on page `first`."""
        places, at = [], first
        for paper in self.plan.papers:
            begin, inner = at, []
            for part in paper.parts:
                _, start, end = self.pieces[id(part)]
                inner.append((part.title, at))
                at += end - start + 1
            if paper.parts:
                places.append((paper, begin, at - 1, [entry for entry in inner if entry[0]]))
        return places, at - 1

    def agenda_pdf(self):
        """Made until the number of its own pages agrees with the page numbers in it."""
        length = 2
        while True:
            places, _ = self.layout(length + 1)
            part = agenda(self.plan.papers, {paper.item: begin for paper, begin, _, _ in places})
            pdf = to_pdf(self.folder, "agenda", Writer(LOOKS["system"]).document([part]))
            if page_count(pdf) == length:
                return pdf, length
            length = page_count(pdf)

    def write(self, plain, marked):
        """The pack without bookmarks, and with. Returns the gold list."""
        agenda_file, length = self.agenda_pdf()
        places, total = self.layout(length + 1)
        ranges = [agenda_file, "1-z"]
        for paper, *_ in places:
            for part in paper.parts:
                pdf, first, last = self.pieces[id(part)]
                ranges += [pdf, f"{first}-{last}"]
        bare = self.folder / "bare.pdf"
        run("qpdf", "--empty", "--pages", *ranges, "--", "--deterministic-id", bare)
        entries = [("Agenda", 1, [])] + [(paper.bookmark, begin, inner) for paper, begin, _, inner in places]
        for target, wanted in ((plain, []), (marked, entries)):
            changes = Changes(bare)
            changes.stamp()
            if wanted:
                changes.bookmarks(wanted)
            update = self.folder / "changes.json"
            update.write_text(json.dumps(changes.as_update()), encoding="utf-8")
            run("qpdf", bare, f"--update-from-json={update}", "--object-streams=generate", "--recompress-flate", "--compression-level=9",
                "--deterministic-id", target)
        return [{"item": "", "title": "Agenda", "first_page": 1, "last_page": length}] + [
            {"item": paper.item, "title": paper.title, "first_page": begin, "last_page": end} for paper, begin, end, _ in places]


class Changes:
    """New and changed objects of a PDF, as `qpdf --update-from-json` takes them."""

    def __init__(self, pdf):
        whole = json.loads(run("qpdf", "--json=2", "--json-key=qpdf", "--json-key=pages", "--json-stream-data=none", pdf))
        self.header, self.objects = whole["qpdf"]
        self.pages = [page["object"] for page in whole["pages"]]
        self.next, self.changed = self.header["maxobjectid"] + 1, {}

    def value(self, name):
        return self.changed.get(f"obj:{name}", self.objects[f"obj:{name}"])["value"]

    def resolved(self, value):
        return self.value(value) if isinstance(value, str) and value.endswith(" R") else value

    def set(self, name, value):
        self.changed[f"obj:{name}"] = {"value": value}

    def add(self, value):
        name, self.next = f"{self.next} 0 R", self.next + 1
        self.set(name, value)
        return name

    def stamp(self):
        """The page's number in the pack, at the foot of every page."""
        font = self.add({"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"})
        for number, page in enumerate(self.pages, 1):
            content = self.add({})
            width = self.value(page)["/MediaBox"][2]
            text = f"BT /Stamp 8 Tf {width - 125:.0f} 20 Td (Page {number} of {len(self.pages)}) Tj ET"
            self.changed[f"obj:{content}"] = {"stream": {"dict": {}, "data": base64.b64encode(text.encode()).decode()}}
            before = self.value(page)["/Contents"]
            self.set(page, self.value(page) | {"/Contents": [*(before if isinstance(before, list) else [before]), content]})
            self.add_font(page, font)

    def add_font(self, page, font):
        holder = self.value(page)["/Resources"]
        resources = self.resolved(holder)
        fonts = resources.get("/Font", {})
        if isinstance(fonts, str):
            self.set(fonts, self.value(fonts) | {"/Stamp": font})
        elif holder is resources:
            self.set(page, self.value(page) | {"/Resources": resources | {"/Font": fonts | {"/Stamp": font}}})
        else:
            self.set(holder, resources | {"/Font": fonts | {"/Stamp": font}})

    def bookmarks(self, entries):
        """Two levels: (title, page, entries below) each."""
        top = self.add({})
        self.level(top, entries, {"/Type": "/Outlines", "/Count": len(entries)})
        root = self.objects["trailer"]["value"]["/Root"]
        self.set(root, self.value(root) | {"/Outlines": top, "/PageMode": "/UseOutlines"})

    def level(self, parent, entries, value):
        names = [self.add({}) for _ in entries]
        self.set(parent, value | {"/First": names[0], "/Last": names[-1]})
        for at, (title, page, *below) in enumerate(entries):
            entry = {"/Title": f"u:{title}", "/Parent": parent, "/Dest": [self.pages[page - 1], "/Fit"]}
            entry |= {"/Prev": names[at - 1]} if at else {}
            entry |= {"/Next": names[at + 1]} if at + 1 < len(names) else {}
            self.set(names[at], entry)
            if below and below[0]:
                self.level(names[at], below[0], entry | {"/Count": -len(below[0])})

    def as_update(self):
        return {"qpdf": [self.header | {"maxobjectid": self.next - 1}, self.changed]}
