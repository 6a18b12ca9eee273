"""What evaluation needs to know of the rules: their themes, which requirements are near-twins, and phrases for a keyword search."""
import json
import re
import xml.etree.ElementTree as ElementTree

from .places import words_of

COMMON = set("""a about after all also an and are as at be been but by can each every for from given had has have in into is it its
made may more must no not of on once one only or other over own set should so such than that the their them there these they this
those to up was well were what when where which who will with within would""".split())


class Rules:
    def __init__(self, folder):
        self.themes, self.titles, self.twins = [], {}, {}
        for path in sorted((folder / "requirements").glob("*.xml")):
            top = ElementTree.parse(path).getroot()
            if top.get("theme") not in self.themes:
                self.themes.append(top.get("theme"))
            for requirement in top.iter("requirement"):
                name = requirement.get("id")
                self.titles[name] = requirement.findtext("title", "")
                for twin in requirement.iter("overlap"):
                    self.twins.setdefault(name, set()).add(twin.get("ref"))
                    self.twins.setdefault(twin.get("ref"), set()).add(name)


def keyword_phrases(file):
    """For each requirement the wordings that a keyword search would look for: `variants` of a list such as requirements.json."""
    entries = json.loads(file.read_text(encoding="utf-8"))
    phrases = {}
    for entry in entries:
        parts = re.split(r"[;/]", re.sub(r"\([^)]*\)", " ", entry.get("variants") or ""))
        phrases[entry["id"]] = [part.strip() for part in parts if part.strip()]
    return phrases


def keyword_search(paper, ids, titles, phrases):
    """The baseline: a requirement is there when one of its phrases is; without phrases, when one sentence has all the words of
    its title that are not common ones."""
    sentences = None
    for name in ids:
        found = []
        if phrases.get(name):
            for words in map(words_of, phrases[name]):
                found += paper.exact(words) if words else []
        else:
            wanted = {word for word in words_of(titles.get(name, "")) if word not in COMMON}
            sentences = sentences or list(sentences_of(paper))
            found = [place for place, words in sentences if wanted and wanted <= words]
        if found:
            yield {"id": name, "standing": "restated", "places": found}


def sentences_of(paper):
    at = 0
    for sentence in re.split(r"(?<=[.;:?!])\s|\n\s*\n", paper.text):
        words = words_of(sentence)
        if words:
            yield (at, at + len(words)), set(words)
        at += len(words)
