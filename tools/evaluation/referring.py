"""Comparing what boardcheck says that a paper refers to with what is true: citations, acronyms, references to its own parts. What
the gold of each holds stands in corpus/README.md."""
import re

from .places import overlap, words_of
from .scores import alike, as_list, compare, score_items

FACT = re.compile(r"WP|DF|BILL|ACT|REF-\d+")  # documents that gold has ids for; the rules know some Acts besides
FIRST_WORDS = 3  # of a target, that may be its number


def singular(text):
    return [word.removesuffix("s") for word in words_of(text or "")]


def answers(item, name):
    """The value of gold and, where it has one, the second that is right too; either may be null."""
    return [item.get(name), *([item["or"]] if "or" in item else [])]


def source_of(item):
    source = item.get("source")
    return source if source and FACT.fullmatch(source) else None


def score_citations(scores, gold, said):
    """The same where one stands in the other's place, or the titles are alike."""
    for item in gold:
        item["places"] = item["places"] + item.get("titled_places", [])

    def likeness(g, s):
        return (2 if overlap(g["places"], s["places"]) else 0) + (1 if alike(g["title"], s["title"]) else 0)

    pairs = score_items(scores, "citations", gold, said, likeness, lambda item: item["title"])
    compare(scores, "citations", "source", pairs, lambda g, s: source_of(s) in answers(g, "source"),
            lambda item: item.get("source") or "none")


def score_acronyms(scores, gold, said):
    """The same where the letters are; of letters with two senses, the one with the right words."""
    def right(g, s):
        expansions = [singular(words) for words in as_list(s.get("expansions"))]
        return any(singular(words) in expansions if words else not expansions for words in answers(g, "expansion"))

    def likeness(g, s):
        same = g["acronym"].removesuffix("s") == s["acronym"].removesuffix("s")
        return (1 if same else 0) + (1 if same and right(g, s) else 0)

    pairs = score_items(scores, "acronyms", gold, said, likeness, lambda item: item["acronym"])
    compare(scores, "acronyms", "expansion", pairs, right,
            lambda item: item.get("expansion") or ", ".join(as_list(item.get("expansions"))) or "none")


def leads_to(gold, said):
    """Whether the words to which a reference leads begin as gold says, after their number."""
    target = said.get("target")
    if gold["leads_to"] is None or target is None:
        return gold["leads_to"] is None and target is None
    wanted, words = words_of(gold["leads_to"]), words_of(target["quote"])
    return any(words[at:at + len(wanted)] == wanted or (len(words) - at >= FIRST_WORDS and wanted[:len(words) - at] == words[at:])
               for at in range(min(FIRST_WORDS, len(words))))


def score_references(scores, gold, said):
    """The same where kind and number are; of several, those in the same place."""
    def likeness(g, s):
        same = g["kind"] == s["kind"] and words_of(g["number"]) == words_of(s.get("number") or "")
        return (1 if same else 0) + (1 if same and overlap(g["places"], s["places"]) else 0)

    pairs = score_items(scores, "references", gold, said, likeness, lambda item: f"{item['kind']} {item.get('number')}")
    compare(scores, "references", "target", pairs, leads_to,
            lambda item: item.get("leads_to") or (item.get("target") or {}).get("quote") or "nowhere")
