"""The words that boardcheck reads of a file, against the words that an independent reading finds (the oracle)."""
import collections
import json
import re
import subprocess
import time
from dataclasses import dataclass, field

WORD = re.compile(r"[^\W_]+")
BESIDE = ("header", "footer", "footnote", "speaker_note", "comment")
# Notes stand inside of the text in OpenDocument and on the page in PDF: an oracle that takes all text has them there.
WITH_BODY = {"odt": ("footnote",), "odp": ("footnote", "speaker_note"), "pdf": ("footnote",)}


def words_of(text):
    return WORD.findall(text)


@dataclass
class Reading:
    papers: list = field(default_factory=list)
    seconds: float = 0
    fault: str = ""

    def blocks(self):
        return [block for paper in self.papers for block in paper["blocks"]]


def read(binary, file):
    """What `boardcheck convert FILE --format json` says. Papers that could not be read have no blocks."""
    began = time.perf_counter()
    run = subprocess.run([binary, "convert", "--format", "json", file], capture_output=True, check=False)
    seconds = time.perf_counter() - began
    fault = " ".join(run.stderr.decode(errors="replace").split())
    try:
        papers = [paper for paper in json.loads(run.stdout)["papers"] if "blocks" in paper]
    except (ValueError, KeyError):
        return Reading([], seconds, fault or f"ended with status {run.returncode}")
    return Reading(papers, seconds, fault if run.returncode != 0 else "")


def is_body(block, kind):
    return block["kind"] not in BESIDE or block["kind"] in WITH_BODY.get(kind, ())


def grams(words, length):
    return {tuple(words[at:at + length]) for at in range(len(words) - length + 1)}


def body_words(blocks, oracle, kind, numbers):
    """The words of body blocks. `numbers`: "all" counts the numbers of blocks, "none" leaves them out, "typed" counts those
    that the oracle has right before the block's words: others were computed, and are no text of the file."""
    out, known = [], {length: grams(oracle, length) for length in range(1, 8)} if numbers == "typed" else {}
    for block in blocks:
        if not is_body(block, kind):
            continue
        text, number = words_of(block["text"]), words_of(block["number"] or "")
        start = tuple(number + text[:2])
        if numbers == "all" or (numbers == "typed" and number and start in known.get(len(start), ())):
            out += number
        out += text
    return out


def line_form(line):
    return re.sub(r"\d+", "#", " ".join(line.split()))


def without_running_lines(text, near=2, window=2):
    """A PDF's text without its running heads and page numbers: lines among the first or last `near` of a page that stand there,
    digits aside, on one of the `window` pages before or after as well; and lone numbers there."""
    pages = [page.splitlines() for page in text.split("\f")]
    edges = []
    for lines in pages:
        filled = [at for at, line in enumerate(lines) if line.strip()]
        edges.append(sorted(set(filled[:near] + filled[-near:])))
    forms = [{line_form(lines[at]) for at in edge} for lines, edge in zip(pages, edges)]
    for at, lines in enumerate(pages):
        around = set().union(*(forms[other] for other in range(max(0, at - window), min(len(pages), at + window + 1)) if other != at))
        for place in edges[at]:
            form = line_form(lines[place])
            if form in around or re.fullmatch(r"(page )?#( of #)?", form, re.IGNORECASE):
                lines[place] = ""
    return "\f".join("\n".join(lines) for lines in pages)


def common_length(one, other):
    """Length of the longest common subsequence: one bit of a whole number for each word of `one` (Crochemore and others, 2001)."""
    places = collections.defaultdict(list)
    for at, word in enumerate(one):
        places[word].append(at)
    masks = {}
    everything = (1 << len(one)) - 1
    row = everything
    for word in other:
        if word not in places:
            continue
        if word not in masks:
            bits = bytearray(len(one) // 8 + 1)
            for at in places[word]:
                bits[at >> 3] |= 1 << (at & 7)
            masks[word] = int.from_bytes(bits, "little")
        met = row & masks[word]
        row = ((row + met) | (row - met)) & everything
    return len(one) - row.bit_count()


@dataclass
class WordScore:
    true: int = 0    # words of the oracle
    said: int = 0    # words read
    right: int = 0   # words in both, as often as in both
    in_order: int = 0
    seconds: float = 0
    files: int = 0

    def add(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def figures(self):
        """Recall, precision, order."""
        return tuple(part / whole if whole else None for part, whole in
                     ((self.right, self.true), (self.right, self.said), (self.in_order, self.true)))


@dataclass
class WordResult:
    score: WordScore
    missed: collections.Counter
    invented: collections.Counter


def compare(oracle, said, seconds=0.0):
    true, read_words = collections.Counter(oracle), collections.Counter(said)
    right = sum((true & read_words).values())
    return WordResult(WordScore(len(oracle), len(said), right, common_length(oracle, said), seconds, 1), true - read_words, read_words - true)


def score_words(reading, kind, text, numbers):
    """Results by what is counted: "" is the main figure."""
    if kind != "pdf":
        oracle = words_of(text)
        return {"": compare(oracle, body_words(reading.blocks(), oracle, kind, numbers), reading.seconds)}
    counted = "none" if numbers == "none" else "all"
    plain = words_of(without_running_lines(text))
    whole = words_of(text)
    everything = [dict(block, kind="paragraph") for block in reading.blocks()]
    return {"": compare(plain, body_words(reading.blocks(), plain, kind, counted), reading.seconds),
            ", running lines in": compare(whole, body_words(everything, whole, kind, counted), reading.seconds)}
