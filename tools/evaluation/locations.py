"""Whether the words of a block stand on the page or slide that it names."""
import collections
import subprocess

from . import slides
from .reading import words_of

NEAR = 0.8  # of a block's words: the rest may be written in another way (ligatures, hyphens)


def pages_of(file):
    """A Counter of words for each page, by pdftotext."""
    run = subprocess.run(["pdftotext", "-q", file, "-"], capture_output=True, check=False)
    return [collections.Counter(words_of(page)) for page in run.stdout.decode(errors="replace").split("\f")]


def held(words, counter):
    return sum((collections.Counter(words) & counter).values())


def good(words, first, whole):
    """First words on the first page, all of them on all pages; two in ten may differ."""
    start = words[:6]
    return held(start, first) >= NEAR * len(start) and held(words, whole) >= NEAR * len(words)


def judge(file, kind, blocks):
    """(right, block) for each block that has words and should have a place."""
    where = "page" if kind == "pdf" else "slide"
    places = pages_of(file) if kind == "pdf" else slides.words_of_slides(file, kind)
    following = following_places(blocks, where)
    for block, until in zip(blocks, following):
        words, at = words_of(block["text"]), block[where] or 0
        if not words or (kind != "pdf" and block["kind"] in ("speaker_note", "comment", "header", "footer")):
            continue
        if not 1 <= at <= len(places):
            yield False, block
            continue
        last = min(max(at, until if kind == "pdf" else at), at + 3)
        whole = sum(places[at:last], places[at - 1])
        yield good(words, places[at - 1], whole), block


def following_places(blocks, where):
    """For each block the place of the next one in the text."""
    out, following = [], 0
    for block in reversed(blocks):
        out.append(following)
        following = block[where] or following
    return reversed(out)
