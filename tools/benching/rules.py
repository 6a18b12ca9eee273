"""Rule folders of any size, to see what more rules cost. The first requirements are ours; each further set has the shape of ours but
another subject, which the papers touch on in passing: its own terms, whose variants are single words of the rarer half of those that
the papers have, or common words side by side; in its patterns every plain word is changed for another one about as frequent in the
papers. General verbs and notions (`SHARED`) stay: other subjects use them too."""
import collections
import copy
import random
import re
import shutil
import xml.etree.ElementTree as xml

SHARED = {"words.xml", "forms.xml", "standing.xml"}
PART = re.compile(r"\{[^}]*\}|'(?:[^']|'')*'|[~>]\d*|\[[^\]]*\]|[A-Za-z][A-Za-z-]*|.", re.DOTALL)


class Words:
    """The words of the papers, by how often they occur."""

    def __init__(self, papers, seed):
        self.random = random.Random(seed)
        counts = collections.Counter(word.lower() for paper in papers
                                     for word in re.findall(r"[A-Za-z]+", paper.read_text(encoding="utf-8")))
        self.ranked = sorted(counts, key=lambda word: (-counts[word], word))
        self.rank = {word: rank for rank, word in enumerate(self.ranked)}

    def like(self, word):
        """Another word, about as frequent; a rare one for a word that the papers do not have."""
        rank = self.rank.get(word.lower(), len(self.ranked) // 2)
        return self.ranked[self.random.randint(rank * 2 // 3, min(rank * 3 // 2 + 1, len(self.ranked) - 1))]

    def phrase(self, length):
        ranks = (len(self.ranked) // 2, len(self.ranked) - 1) if length == 1 else (0, len(self.ranked) // 5)
        return " ".join(self.ranked[self.random.randint(*ranks)] for _ in range(length))


def swapped(pattern, names, words):
    """A pattern of the same shape."""
    def of(part):
        if part.startswith("{"):
            return "{" + names.get(part[1:-1], part[1:-1]) + "}"
        if part.startswith("'"):
            return "'" + " ".join(words.like(word) for word in re.findall(r"[A-Za-z]+", part) or ["x"]) + "'"
        return words.like(part) if part[0].isalpha() else part
    return "".join(of(part) for part in PART.findall(pattern.replace("=", "")))


def terms_of(lexicon):
    return {term.get("id"): term for path in sorted(lexicon.glob("*.xml")) if path.name not in SHARED
            for term in xml.parse(path).getroot().findall("term")}


def other_terms(terms, names, words):
    root = xml.Element("lexicon")
    for term_id, term in terms.items():
        kept = {name: value for name, value in term.attrib.items() if name in ("structure", "kind", "topic", "when")}
        made = xml.SubElement(root, "term", {"id": names[term_id], **kept})
        if term.get("broader"):
            made.set("broader", " ".join(names.get(broader, broader) for broader in term.get("broader").split()))
        variants = {words.phrase(len((variant.text or "").split()) or 1) for variant in term.findall("variant")}
        for variant in sorted(variants):
            xml.SubElement(made, "variant").text = variant
    return root


def other_requirements(root, number, names, words):
    root = copy.deepcopy(root)
    theme = root.get("theme")
    root.set("theme", f"{theme}X{number}")
    for requirement in root.findall("requirement"):
        requirement.set("id", requirement.get("id").replace(theme + "-", f"{theme}X{number}-", 1))
        for overlap in requirement.findall("overlap"):
            requirement.remove(overlap)
        for pattern in requirement.iter("pattern"):
            pattern.text = swapped(pattern.text, names, words)
    return root


def write(root, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    xml.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def make(ours, folder, count, papers):
    """A copy of the rules `ours` with `count` requirements; returns how many patterns its requirements have."""
    shutil.copytree(ours, folder)
    words = Words(papers, seed=count)
    terms = terms_of(ours / "lexicon")
    originals = [xml.parse(path).getroot() for path in sorted((ours / "requirements").glob("*.xml"))]
    sets = [originals]
    total = size = sum(len(root.findall("requirement")) for root in originals)
    while total < count:
        number = len(sets)
        names = {term: f"{term}-x{number}" for term in terms}
        write(other_terms(terms, names, words), folder / "lexicon" / f"other-{number}.xml")
        sets.append([other_requirements(root, number, names, words) for root in originals])
        total += size
    for root in sets[-1] if len(sets) > 1 else ():  # the last set is cut to what is wanted
        for requirement in root.findall("requirement")[:max(0, total - count)]:
            root.remove(requirement)
            total -= 1
    for roots in sets[1:]:
        for root in filter(len, roots):
            write(root, folder / "requirements" / f"{root.get('theme').lower()}.xml")
    return sum(len(list(root.iter("pattern"))) for roots in sets for root in roots)
