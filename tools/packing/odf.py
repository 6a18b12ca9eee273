"""Flat OpenDocument text, written by hand: parts with page styles of their own, headings, lists, tables with merged cells.

A part is one run of pages with its own header and footer. Its first paragraph is the only thing at outline level 1, so that
the bookmarks of the PDF made from it tell where each part begins."""
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}"' for name, urn in (
    ("office", "office:1.0"), ("style", "style:1.0"), ("text", "text:1.0"), ("table", "table:1.0"),
    ("fo", "xsl-fo-compatible:1.0"), ("svg", "svg-compatible:1.0")))


@dataclass
class Part:
    """`blocks`: tuples, see `Writer`. `header` and `footer` are text; "{page}" in them is the number of the page."""
    blocks: list
    header: str = ""
    footer: str = ""
    landscape: bool = False
    restart: bool = True
    title: str = ""


@dataclass
class Look:
    """What one producer's papers look like."""
    font: str = "DejaVu Sans"
    size: float = 11
    heading_sizes: tuple = (16, 13, 12, 11)
    justify: bool = False
    spacing: int = 150  # per cent


def paragraph_style(name, look, size=None, bold=False, before=0, after=6, indent=0, hang=0, level=0):
    properties = f'fo:margin-top="{before}pt" fo:margin-bottom="{after}pt" fo:margin-left="{indent}cm" fo:text-indent="{-hang}cm"'
    align = "justify" if look.justify and not level and "Cell" not in name else "start"
    outline = f' style:default-outline-level="{level}"' if level else ""
    keep = ' fo:keep-with-next="always"' if level else ""
    stop = f'<style:tab-stops><style:tab-stop style:position="{hang}cm"/></style:tab-stops>' if hang and not indent else ""
    weight = ' fo:font-weight="bold"' if bold else ""
    return (f'<style:style style:name="{name}" style:family="paragraph"{outline}>'
            f'<style:paragraph-properties {properties} fo:text-align="{align}" fo:line-height="{100 if "Cell" in name or level else look.spacing}%" fo:widows="2" fo:orphans="2"{keep}>{stop}</style:paragraph-properties>'
            f'<style:text-properties style:font-name="F" fo:font-size="{size or look.size}pt" fo:language="en" fo:country="GB"{weight}/></style:style>')


def text_of(text):
    """Escaped, with **bold** and tabs."""
    pieces = escape(text).replace("\t", "<text:tab/>").split("**")
    return "".join(f'<text:span text:style-name="Bold">{piece}</text:span>' if at % 2 else piece for at, piece in enumerate(pieces))


def running(text, style):
    number = "<text:page-number text:select-page=\"current\"/>"
    return f'<text:p text:style-name="{style}">{escape(text).replace("{page}", number)}</text:p>'


class Writer:
    """Blocks: ("h", level, text), ("p", text), ("b", text) bold, ("n", number, text) numbered paragraph, ("li", level, text),
    ("title", text) large, ("small", text), ("table", rows, heading_rows, widths), ("break",). A cell of a table is text, (text,
    columns) where it spans several, or None where another one covers it."""

    def __init__(self, look):
        self.look, self.automatic, self.masters, self.body, self.tables = look, [], [], [], 0

    def document(self, parts):
        for number, part in enumerate(parts, 1):
            self.part(number, part)
        sizes = self.look.heading_sizes
        look = self.look
        named = [paragraph_style(f"H{level}", look, sizes[level - 1], True, 12, 5, level=level + 1) for level in range(1, 5)]
        named += [paragraph_style("Body", look), paragraph_style("Strong", look, bold=True),
                  paragraph_style("Numbered", look, indent=0, hang=1.2).replace('fo:margin-left="0cm"', 'fo:margin-left="1.2cm"'),
                  paragraph_style("Title", look, sizes[0] + 6, True, 30, 14), paragraph_style("Small", look, 8, after=3),
                  paragraph_style("Cell", look, look.size - 1.5, after=1), paragraph_style("HeadCell", look, look.size - 1.5, True, after=1),
                  paragraph_style("Running", look, 8, after=0), paragraph_style("Item", look, after=3)]
        return (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMES} office:version="1.3" '
                'office:mimetype="application/vnd.oasis.opendocument.text">'
                f'<office:font-face-decls><style:font-face style:name="F" svg:font-family={quoteattr(repr(look.font))}/></office:font-face-decls>'
                f'<office:styles>{"".join(named)}<style:style style:name="Bold" style:family="text">'
                f'<style:text-properties fo:font-weight="bold"/></style:style>{self.bullets()}</office:styles>'
                f'<office:automatic-styles>{"".join(self.automatic)}</office:automatic-styles>'
                f'<office:master-styles>{"".join(self.masters)}</office:master-styles>'
                f'<office:body><office:text>{"".join(self.body)}</office:text></office:body></office:document>')

    @staticmethod
    def bullets():
        levels = "".join(
            f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{"•–•"[level - 1]}"><style:list-level-properties '
            'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" '
            f'fo:text-indent="-0.6cm" fo:margin-left="{1.2 * level}cm"/></style:list-level-properties>'
            '<style:text-properties style:font-name="F"/></text:list-level-style-bullet>' for level in (1, 2, 3))
        return f'<text:list-style style:name="Bullets">{levels}</text:list-style>'

    def part(self, number, part):
        width, height = ("29.7cm", "21cm") if part.landscape else ("21cm", "29.7cm")
        orientation = "landscape" if part.landscape else "portrait"
        around = "".join(f'<style:{name}-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-{side}="0.4cm"/></style:{name}-style>'
                         for name, side in (("header", "bottom"), ("footer", "top")))
        self.automatic.append(
            f'<style:page-layout style:name="L{number}"><style:page-layout-properties fo:page-width="{width}" fo:page-height="{height}" '
            f'style:print-orientation="{orientation}" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.4cm" '
            f'fo:margin-right="2.4cm"/>{around}</style:page-layout>')
        self.masters.append(
            f'<style:master-page style:name="M{number}" style:page-layout-name="L{number}">'
            f'<style:header>{running(part.header, "Running")}</style:header><style:footer>{running(part.footer, "Running")}</style:footer></style:master-page>')
        restart = ' style:page-number="1"' if part.restart else ""
        kind, *rest = part.blocks[0]
        parent = {"title": "Title", "b": "Strong", "p": "Body", "small": "Small"}.get(kind, "H1")
        self.automatic.append(
            f'<style:style style:name="First{number}" style:family="paragraph" style:parent-style-name="{parent}" '
            f'style:master-page-name="M{number}"><style:paragraph-properties{restart}/></style:style>')
        self.body.append(f'<text:h text:style-name="First{number}" text:outline-level="1">{text_of(rest[-1])}</text:h>')
        for block in part.blocks[1:]:
            getattr(self, f"write_{block[0]}")(*block[1:])

    def write(self, style, text):
        self.body.append(f'<text:p text:style-name="{style}">{text_of(text)}</text:p>')

    def write_h(self, level, text):
        self.body.append(f'<text:h text:style-name="H{level}" text:outline-level="{level + 1}">{text_of(text)}</text:h>')

    def write_p(self, text):
        self.write("Body", text)

    def write_b(self, text):
        self.write("Strong", text)

    def write_title(self, text):
        self.write("Title", text)

    def write_small(self, text):
        self.write("Small", text)

    def write_n(self, number, text):
        self.write("Numbered", f"{number}\t{text}")

    def write_break(self):
        name = f"Break{len(self.automatic)}"
        self.automatic.append(f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Body">'
                              '<style:paragraph-properties fo:break-before="page"/></style:style>')
        self.body.append(f'<text:p text:style-name="{name}"/>')

    def write_li(self, level, text):
        opening, closing = "<text:list text:style-name=\"Bullets\"><text:list-item>" , "</text:list-item></text:list>"
        inner = opening + "<text:list><text:list-item>" * (level - 1)
        self.body.append(f'{inner}<text:p text:style-name="Item">{text_of(text)}</text:p>{closing * level}')

    def write_table(self, rows, heading_rows=1, widths=None):
        self.tables += 1
        name, columns = f"T{self.tables}", max(map(len, rows))
        widths = widths or [1] * columns
        self.automatic.append(f'<style:style style:name="{name}" style:family="table"><style:table-properties style:rel-width="100%" '
                              'fo:margin-bottom="8pt" table:border-model="collapsing"/></style:style>')
        for at, width in enumerate(widths):
            self.automatic.append(f'<style:style style:name="{name}.{at}" style:family="table-column"><style:table-column-properties '
                                  f'style:rel-column-width="{round(100 * width)}*"/></style:style>')
        self.automatic.append(f'<style:style style:name="{name}.c" style:family="table-cell"><style:table-cell-properties '
                              'fo:border="0.5pt solid #666666" fo:padding="0.08cm"/></style:style>')
        out = [f'<table:table table:name="{name}" table:style-name="{name}">']
        out += [f'<table:table-column table:style-name="{name}.{at}"/>' for at in range(columns)]
        for at, row in enumerate(rows):
            line = f'<table:table-row>{"".join(self.cell(name, cell, at < heading_rows) for cell in row)}</table:table-row>'
            out.append("<table:table-header-rows>" * (heading_rows > 0 and at == 0) + line +
                       "</table:table-header-rows>" * (heading_rows > 0 and at == heading_rows - 1))
        self.body.append("".join(out) + "</table:table>")

    @staticmethod
    def cell(name, cell, heading):
        if cell is None:
            return "<table:covered-table-cell/>"
        text, columns = cell if isinstance(cell, tuple) else (cell, 1)
        span = f' table:number-columns-spanned="{columns}"' if columns > 1 else ""
        style = "HeadCell" if heading else "Cell"
        paragraphs = "".join(f'<text:p text:style-name="{style}">{text_of(line)}</text:p>' for line in text.split("\n"))
        return f'<table:table-cell table:style-name="{name}.c" office:value-type="string"{span}>{paragraphs}</table:table-cell>'
