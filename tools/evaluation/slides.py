"""What the files of a presentation say themselves: the words of each slide, its titles, bullets and cells, from the XML."""
import collections
import posixpath
import zipfile
import xml.etree.ElementTree as ElementTree

from .reading import words_of
from .reference import Seen

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
ODF_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
ABSENT = ("notesSlide", "slideLayout", "slideMaster", "comments", "theme")


def relations(package, part):
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", name + ".rels")
    if path not in package.namelist():
        return {}
    return {each.get("Id"): (each.get("Type").rsplit("/", 1)[1], posixpath.normpath(posixpath.join(folder, each.get("Target"))).lstrip("/"))
            for each in ElementTree.fromstring(package.read(path)) if each.get("TargetMode") != "External"}


def parts_of_slides(package):
    """Slides in the order in which they are shown, each with the parts that hold its diagrams."""
    main = next(target for kind, target in relations(package, "").values() if kind == "officeDocument")
    known = relations(package, main)
    for entry in ElementTree.fromstring(package.read(main)).iter(P + "sldId"):
        part = known[entry.get(R + "id")][1]
        beside = [target for kind, target in relations(package, part).values() if kind.startswith("diagram") or kind == "chart"]
        yield part, [target for target in beside if target in package.namelist()]


def paragraphs(node):
    for paragraph in node.iter(A + "p"):
        yield "".join(" " if part.tag == A + "br" else part.text or "" for part in paragraph.iter() if part.tag in (A + "t", A + "br"))


def odf_text(node):
    """Spaces, tabs and line breaks are elements there."""
    if node.tag in (TEXT + "s", TEXT + "tab", TEXT + "line-break"):
        return " "
    return (node.text or "") + "".join(odf_text(child) + (child.tail or "") for child in node)


def odf_paragraphs(node):
    return [odf_text(part) for part in node.iter() if part.tag in (TEXT + "p", TEXT + "h")]


def words_of_slides(file, kind):
    """A Counter of words for each slide."""
    with zipfile.ZipFile(file) as package:
        if kind == "pptx":
            return [collections.Counter(words_of("\n".join(line for part in [slide, *beside]
                                                           for line in paragraphs(ElementTree.fromstring(package.read(part))))))
                    for slide, beside in parts_of_slides(package)]
        content = ElementTree.fromstring(package.read("content.xml"))
    return [collections.Counter(words_of("\n".join(odf_paragraphs(page)))) for page in content.iter(DRAW + "page")]


def structure(file, kind):
    """Titles and cells. Bullets: only OpenDocument says which paragraphs are items."""
    seen = Seen()
    with zipfile.ZipFile(file) as package:
        if kind == "pptx":
            for slide, _ in parts_of_slides(package):
                structure_of_pptx(ElementTree.fromstring(package.read(slide)), seen)
            return seen
        content = ElementTree.fromstring(package.read("content.xml"))
    for page in content.iter(DRAW + "page"):
        for frame in page.iter(DRAW + "frame"):
            if frame.get(PRESENTATION + "class") == "title":
                seen.add("headings", " ".join(odf_paragraphs(frame)))
        for cell in page.iter(ODF_TABLE + "table-cell"):
            seen.add("table cells", " ".join(odf_paragraphs(cell)))
    return seen


def structure_of_pptx(root, seen):
    for shape in root.iter(P + "sp"):
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if holder is not None and holder.get("type") in ("title", "ctrTitle"):
            seen.add("headings", " ".join(paragraphs(shape)))
    for cell in root.iter(A + "tc"):
        if cell.get("hMerge") is None and cell.get("vMerge") is None:
            seen.add("table cells", " ".join(paragraphs(cell)))
