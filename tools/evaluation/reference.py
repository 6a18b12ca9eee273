"""Headings, list items and table cells of a file, as pandoc, LibreOffice and boardcheck see them."""
import collections
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

from .reading import BESIDE, words_of

KINDS = ("headings", "list items", "table cells")
NUMBER = re.compile(r"\s*(\(?(\d+(\.\d+)*|[a-zA-Z]|[ivxlcIVXLC]+)[.)]+|\d+(\.\d+)*|\((\d+|[a-z]+)\)|[•▪●◦‣·o–-])\s+")


def key(text):
    """What a thing is matched by: its words, without case and without a number or bullet before them."""
    number = NUMBER.match(text)
    return "".join(words_of(text[number.end():] if number else text)).casefold() or "".join(words_of(text)).casefold()


class Seen:
    """Things by kind; `also`: further paragraphs of list items, which may be called list items or not."""

    def __init__(self):
        self.things = {kind: collections.Counter() for kind in KINDS}
        self.also = {kind: collections.Counter() for kind in KINDS}

    def add(self, kind, text, first=True):
        name = key(text)
        if name:
            (self.things if first else self.also)[kind][name] += 1


def as_boardcheck(blocks):
    seen, cells = Seen(), {}
    for block in blocks:
        if block["kind"] in ("heading", "slide_title"):
            seen.add("headings", block["text"])
        elif block["kind"] == "list_item":
            seen.add("list items", block["text"])
        elif block["kind"] == "table_cell" and block["kind"] not in BESIDE:
            cell = block["cell"]
            number = f"{block['number']} " if block["number"] else ""
            cells.setdefault((cell["table"], cell["row"], cell["column"]), []).append(number + block["text"])
    for texts in cells.values():
        seen.add("table cells", " ".join(texts))
    return seen


class Pandoc:
    """Walks pandoc's JSON."""

    def __init__(self, document):
        self.seen = Seen()
        self.walk(document["blocks"])

    def text(self, node):
        if isinstance(node, list):
            return "".join(self.text(part) for part in node)
        kind, content = node.get("t"), node.get("c")
        if kind == "Str":
            return content
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return " "
        if kind in ("Code", "Math"):
            return content[1]
        if kind == "Note":
            return ""
        if kind in ("Quoted", "Cite", "Link", "Span", "Image"):
            return self.text(content[1])
        if kind in ("Para", "Plain"):
            return self.text(content) + " "
        return self.text(content) if isinstance(content, list) and kind not in ("RawInline", "Table") else ""

    def walk(self, blocks, item=False):
        for block in blocks:
            kind, content = block["t"], block.get("c")
            if kind == "Header":
                self.seen.add("headings", self.text(content[2]))
            elif kind in ("Para", "Plain") and item:
                self.seen.add("list items", self.text(content), item == "first")
                item = "more"
            elif kind in ("BulletList", "OrderedList"):
                for entry in content if kind == "BulletList" else content[1]:
                    self.walk(entry, "first")
            elif kind in ("BlockQuote", "Div"):
                self.walk(content if kind == "BlockQuote" else content[1], item)
            elif kind == "Table":
                self.table(content)

    def table(self, content):
        rows = content[3][1] + [row for body in content[4] for row in body[2] + body[3]] + content[5][1]
        for cell in (cell for row in rows for cell in row[1]):
            self.seen.add("table cells", "".join(self.cell_text(cell[4])))

    def cell_text(self, blocks):
        for block in blocks:
            kind, content = block["t"], block.get("c")
            if kind in ("Para", "Plain", "Header"):
                yield self.text(content[2] if kind == "Header" else content) + " "
            elif kind in ("BulletList", "OrderedList"):
                for entry in content if kind == "BulletList" else content[1]:
                    yield from self.cell_text(entry)
            elif kind in ("BlockQuote", "Div"):
                yield from self.cell_text(content if kind == "BlockQuote" else content[1])
            elif kind == "Table":
                self.table(content)


class LibreOffice(html.parser.HTMLParser):
    """Walks the HTML that LibreOffice writes, where items of lists are not closed. A thing's text is that of its own paragraphs:
    nested things have theirs."""
    HEADINGS = tuple(f"h{level}" for level in range(1, 7))
    CELLS = ("td", "th")
    LISTS = ("ul", "ol")

    def __init__(self, text):
        super().__init__()
        self.seen, self.open, self.silent = Seen(), [], 0  # open: [tag, text, paragraphs told]
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag in ("style", "script", "title"):
            self.silent += 1
        elif tag == "li" and self.open and self.open[-1][0] == "li":
            self.close_one()
        if tag in ("li", *self.HEADINGS, *self.CELLS, *self.LISTS):
            self.open.append([tag, "", 0])
        elif tag == "p" and self.open and self.open[-1][0] == "li":
            self.tell_item()
        elif tag in ("p", "br") and self.open:
            self.open[-1][1] += " "

    def handle_endtag(self, tag):
        if tag in ("style", "script", "title"):
            self.silent -= 1
        elif tag in ("li", *self.HEADINGS, *self.CELLS, *self.LISTS) and any(entry[0] == tag for entry in self.open):
            while self.open[-1][0] != tag:
                self.close_one()
            self.close_one()

    def cell_above(self):
        return next((entry for entry in reversed(self.open[:-1]) if entry[0] in self.CELLS), None)

    def tell_item(self):
        """A paragraph of an item ends."""
        entry, cell = self.open[-1], self.cell_above()
        if cell:
            cell[1] += f" {entry[1]} "
        elif entry[1].strip():
            self.seen.add("list items", entry[1], entry[2] == 0)
            entry[2] += 1
        entry[1] = ""

    def close_one(self):
        tag, text, _ = self.open[-1]
        cell = self.cell_above()
        if tag == "li":
            self.tell_item()
        elif tag in self.CELLS:
            self.seen.add("table cells", text)
        elif tag in self.HEADINGS and cell:
            cell[1] += f" {text} "
        elif tag in self.HEADINGS:
            self.seen.add("headings", text)
        self.open.pop()

    def handle_data(self, data):
        if self.open and not self.silent:
            self.open[-1][1] += data


def ask_pandoc(file, kind):
    if kind not in ("docx", "odt", "html") or not shutil.which("pandoc"):
        return None
    run = subprocess.run(["pandoc", "-f", kind, "-t", "json", file], capture_output=True, check=False)
    return Pandoc(json.loads(run.stdout)).seen if run.returncode == 0 else None


def ask_libreoffice(files):
    """By file. One run for all: it takes two seconds to start."""
    if not files or not shutil.which("soffice"):
        return {}
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        names = {}
        for number, (file, kind) in enumerate(files):
            names[file] = place / f"{number}.{kind}"
            shutil.copyfile(file, names[file])
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "html:HTML (StarWriter)",
                   "--outdir", place / "out", *names.values()]
        subprocess.run([str(word) for word in command], capture_output=True, check=False, timeout=900)
        pages = {file: place / "out" / f"{name.stem}.html" for file, name in names.items()}
        return {file: LibreOffice(page.read_text(encoding="utf-8", errors="replace")).seen for file, page in pages.items() if page.is_file()}


class Tally:
    def __init__(self, right=0, said=0, true=0):
        self.right, self.said, self.true = right, said, true
        self.found, self.missed, self.wrong = right, [], []

    def add(self, other):
        self.right, self.said, self.true = self.right + other.right, self.said + other.said, self.true + other.true
        self.found += other.found

    def figures(self):
        """Precision, recall, F1. `found` of those true are said; `right` of those said are right."""
        precision = self.right / self.said if self.said else None
        recall = self.found / self.true if self.true else None
        together = None if precision is None or recall is None else 2 * precision * recall / (precision + recall or 1)
        return precision, recall, together


def errors(tally):
    return len(tally.missed) + len(tally.wrong)


def tally_of(said, must, may):
    """`must` is missed when not said, `may` is right to say; `must` is part of `may`."""
    tally = Tally(sum((said & may).values()), sum(said.values()), sum(must.values()))
    tally.found = sum((said & must).values())
    tally.missed, tally.wrong = list((must - said).elements()), list((said - may).elements())
    return tally


def judge(said, witnesses):
    """(kind, witness) -> Tally. Headings of a paper in which a witness sees none are a kind of their own: boardcheck takes them from
    direct formatting, which the witnesses do not look at."""
    out = {}
    styled = any(seen.things["headings"] for seen in witnesses.values())
    for kind in KINDS:
        told = {name: seen for name, seen in witnesses.items() if name != "own XML" or kind != "list items"}
        for name, seen in told.items():
            out[kind, name] = tally_of(said.things[kind], seen.things[kind], seen.things[kind] + (seen.also[kind] & said.things[kind]))
        if kind == "headings" and not styled:
            out["headings without styles", "nobody"] = Tally(0, sum(said.things[kind].values()), 0)
            out = {name: tally for name, tally in out.items() if name[0] != "headings"}
        elif len(told) > 1:
            one, other = told.values()
            also = (one.also[kind] | other.also[kind]) & said.things[kind]
            out[kind, "either"] = tally_of(said.things[kind], one.things[kind] & other.things[kind], (one.things[kind] | other.things[kind]) + also)
    return out
