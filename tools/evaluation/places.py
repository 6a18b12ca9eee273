"""Where words stand in a paper. Positions are counted in words (runs of letters and digits, whatever their case), so that white
space, bullets, bold marks, quotation marks and page breaks make no difference."""
import bisect
import difflib
import re
import unicodedata

NEAR = 25  # words: about a sentence
PART_GAP = 200  # words that "..." may stand for
ALIKE = 0.7  # share of the words of a quotation that must be found together where it is not there word for word

TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>|&nbsp;")
WORD = re.compile(r"[^\W_]+")
DROPPED = re.compile(r"\.{3,}|…|\[…\]")


def words_of(text):
    text = TAG.sub(lambda tag: " " * len(tag[0]), text)
    return [unicodedata.normalize("NFKC", word).casefold() for word in WORD.findall(text)]


class Paper:
    """The words of one paper, with their places in the bytes of its file."""

    def __init__(self, data):
        try:
            self.text = data.decode("utf-8")
            self.encoding = "utf-8"
        except UnicodeDecodeError:
            self.text = data.decode("cp1252", errors="replace")
            self.encoding = "cp1252"
        blanked = TAG.sub(lambda tag: " " * len(tag[0]), self.text)
        self.words, self.starts, self.places_of = [], [], {}
        at, offset = 0, 0
        for match in WORD.finditer(blanked):
            offset += len(self.text[at:match.start()].encode(self.encoding, "replace"))
            at = match.start()
            word = unicodedata.normalize("NFKC", match[0]).casefold()
            self.places_of.setdefault(word, []).append(len(self.words))
            self.words.append(word)
            self.starts.append(offset)

    def between(self, begin, end):
        """The words that begin in these bytes of the file, as ranges."""
        first, last = bisect.bisect_left(self.starts, begin), bisect.bisect_left(self.starts, end)
        return [(first, last)] if first < last else []

    def find(self, quotation):
        """Every place of a quotation, as ranges of words; "..." in it stands for words left out."""
        parts = [part for part in map(words_of, DROPPED.split(quotation)) if part]
        return parts and (self._chains(parts) or self._alike(words_of(quotation)))

    def exact(self, part, after=0, before=None):
        """Where these words stand one after the other."""
        return [(at, at + len(part)) for at in self.places_of.get(part[0], [])
                if at >= after and (before is None or at < before) and self.words[at:at + len(part)] == part]

    def _chains(self, parts):
        """The first part wherever it stands, with the others after it; the tightest chains come first."""
        chains = []
        for first in self.exact(parts[0]):
            chain = [first]
            for part in parts[1:]:
                following = self.exact(part, chain[-1][1], chain[-1][1] + PART_GAP)
                if not following:
                    break
                chain.append(following[0])
            if len(chain) == len(parts):
                chains.append(chain)
        if len(parts) > 1 and chains:
            chains = [min(chains, key=lambda chain: chain[-1][1] - chain[0][0])]
        return [place for chain in chains for place in chain]

    def _alike(self, wanted):
        """The stretch that shares most words, in order, with what is wanted: for quotations that skip a page number or a note."""
        if len(wanted) < 4:
            return []
        rare = min((word for word in wanted if word in self.places_of), key=lambda word: len(self.places_of[word]), default=None)
        best, best_share = [], ALIKE
        for at in self.places_of.get(rare, [])[:50]:
            begin = max(0, at - 2 * len(wanted))
            window = self.words[begin:at + 2 * len(wanted)]
            blocks = difflib.SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()
            blocks = [block for block in blocks if block.size]
            share = sum(block.size for block in blocks) / len(wanted)
            if share >= best_share:
                best, best_share = [(begin + blocks[0].b, begin + blocks[-1].b + blocks[-1].size)], share
        return best


def shared_words(these, those):
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in these for b in those)


def overlap(these, those):
    return shared_words(these, those) > 0


def close(these, those):
    return any(max(a[0], b[0]) - min(a[1], b[1]) <= NEAR for a in these for b in those)
