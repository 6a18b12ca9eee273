"""What people do in Word and pandoc does not: automatic numbers, running heads with page numbers, a text box, merged cells."""
import re

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

LEVELS = (("%1.", 0), ("%1.%2", 1))
BOX = """<w:r {names} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="45720" distB="45720" distL="0"
 distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="5400000" cy="500000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="901" name="Box"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>
<a:off x="0" y="0"/><a:ext cx="5400000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>
</a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>
</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def cut_start(paragraph, length):
    for run in paragraph.runs:
        taken = min(length, len(run.text))
        if taken:
            run.text = run.text[taken:]
        length -= taken
        if not length:
            return


def add_numbering(document, start):
    """A list of two levels, as Word's own: "1." for headings, "1.1" for paragraphs."""
    root = document.part.numbering_part.element
    taken = [int(each.get(qn("w:abstractNumId"))) for each in root.findall(qn("w:abstractNum"))]
    abstract, number = max(taken, default=0) + 1, max((int(each.get(qn("w:numId"))) for each in root.findall(qn("w:num"))), default=0) + 1
    levels = "".join(f'<w:lvl w:ilvl="{level}"><w:start w:val="{start if level == 0 else 1}"/><w:numFmt w:val="decimal"/><w:suff w:val="tab"/>'
                     f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl>' for text, level in LEVELS)
    made = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>')
    first = root.find(qn("w:num"))
    first.addprevious(made) if first is not None else root.append(made)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
    return number


def number_of(paragraph):
    """(section, paragraph or 0, length of the typed number), or None."""
    heading = paragraph.style.name.startswith("Heading")
    found = re.match(r"(\d+)\.? " if heading else r"(\d+)\.(\d+) ", paragraph.text)
    return (int(found[1]), 0 if heading else int(found[2]), found.end()) if found else None


def number_automatically(document):
    """Typed numbers go, and come back computed; all of them or none, so that no number changes."""
    numbered = [(paragraph, number_of(paragraph)) for paragraph in document.paragraphs]
    numbered = [entry for entry in numbered if entry[1]]
    if not numbered:
        return
    section, inner = numbered[0][1][0] - 1, 0
    for _, (chapter, at, _) in numbered:
        section, inner = (section + 1, 0) if at == 0 else (section, inner + 1)
        if (chapter, at) != (section, inner):
            return
    number = add_numbering(document, numbered[0][1][0])
    for paragraph, (_, at, length) in numbered:
        cut_start(paragraph, length)
        properties = paragraph._p.get_or_add_pPr()
        chosen = properties._add_numPr()
        chosen._add_ilvl().val = 1 if at else 0
        chosen._add_numId().val = number


def field(paragraph, code):
    for kind, text in (("begin", None), (None, code), ("separate", None), ("text", "1"), ("end", None)):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind in ("begin", "separate", "end"):
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
            run._r.append(part)
        elif kind is None:
            part = OxmlElement("w:instrText")
            part.text = text
            run._r.append(part)


def add_running_lines(document):
    title = next((paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")), "Paper")
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{title} - papers"
    foot = section.footer.paragraphs[0]
    foot.add_run("Page ")
    field(foot, " PAGE ")
    foot.add_run(" of ")
    field(foot, " NUMPAGES ")


def box_a_paragraph(document):
    """The last short paragraph with a bold label before the first section goes into a text box, anchored where it stood."""
    labelled = [at for at, paragraph in enumerate(document.paragraphs[:25]) if re.match(r"[A-Z][\w ]+: ", paragraph.text) and
                len(paragraph.text) < 120 and not paragraph.style.name.startswith("Heading")]
    if len(labelled) < 2:
        return
    paragraph = document.paragraphs[labelled[-1]]
    copies = [paragraph._p.__deepcopy__({}) for _ in range(2)]
    for run in paragraph._p.findall(qn("w:r")):
        paragraph._p.remove(run)
    box = parse_xml(BOX.format(names=nsdecls("w")))
    for content, copy in zip(box.iter(qn("w:txbxContent")), copies):
        content.append(copy)
    paragraph._p.append(box)


def merge_cells(document):
    """Empty cells at the end of a row become part of the cell before them; a cell with the same words as the one above, part of that."""
    for table in document.tables:
        for row in table.rows[1:]:
            filled = [at for at, cell in enumerate(row.cells) if cell.text.strip()]
            if filled and filled[-1] == 0 and len(row.cells) > 1:
                row.cells[0].merge(row.cells[-1])


def apply(path):
    document = docx.Document(str(path))
    number_automatically(document)
    add_running_lines(document)
    box_a_paragraph(document)
    merge_cells(document)
    document.core_properties.author = "Democratic Services"
    document.save(str(path))
