"""tools/evaluate_readers: its parts on small texts, and the whole on files that a stand-in for boardcheck has read."""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from evaluation import locations, reading, reference  # noqa: E402


def block(text, kind="paragraph", number=None, page=None, cell=None):
    return {"kind": kind, "text": text, "number": number, "page": page, "slide": None, "cell": cell}


class Words(unittest.TestCase):
    def test_common_length(self):
        for one, other, length in (("a b c d", "a c d", 3), ("a b c d", "d c b a", 1), ("", "a", 0), ("a", "", 0), ("a a b a", "b a a", 2),
                                   ("x " * 300 + "y", "y " + "x " * 299, 299)):
            self.assertEqual(reading.common_length(one.split(), other.split()), length)

    def test_common_length_is_that_of_the_plain_method(self):
        one, other = ([str(at * at % 7) for at in range(90)], [str(at * 5 % 7 + at % 2) for at in range(80)])
        row = [0] * (len(other) + 1)
        for a in one:
            above = row
            row = [0]
            for at, b in enumerate(other):
                row.append(above[at] + 1 if a == b else max(above[at + 1], row[at]))
        self.assertEqual(reading.common_length(one, other), row[-1])

    def test_body_words_leave_out_what_stands_beside_the_text(self):
        blocks = [block("One two."), block("Head", "header"), block("note", "footnote"), block("spoken", "speaker_note")]
        self.assertEqual(reading.body_words(blocks, [], "docx", "none"), ["One", "two"])
        self.assertEqual(reading.body_words(blocks, [], "odp", "none"), ["One", "two", "note", "spoken"])

    def test_numbers_count_where_the_oracle_has_them(self):
        blocks = [block("The quay", "heading", "5.2"), block("The pier", "heading", "6")]
        oracle = "5 2 The quay The pier".split()
        self.assertEqual(reading.body_words(blocks, oracle, "docx", "typed"), oracle)
        self.assertEqual(reading.body_words(blocks, oracle, "docx", "all"), "5 2 The quay 6 The pier".split())

    def test_scores(self):
        result = reading.compare("a b c d".split(), "a c b e e".split())
        self.assertEqual(result.score.figures(), (0.75, 0.6, 0.5))
        self.assertEqual((result.missed, result.invented), (collections.Counter("d"), collections.Counter("ee")))

    def test_running_lines_are_repeated_lines_at_the_edge_of_pages(self):
        pages = [f"Harbour Board\nWords {word} here\nmore\nlast\nand {word}\nPage {at}" for at, word in enumerate(("one", "two", "three"), 1)]
        self.assertEqual(reading.words_of(reading.without_running_lines("\f".join(pages)))[:6], ["Words", "one", "here", "more", "last", "and"])


class Structure(unittest.TestCase):
    def things(self, seen):
        return {kind: sorted(counter.elements()) for kind, counter in seen.things.items()}

    def test_keys_have_no_number_and_no_case(self):
        for text in ("5.2 The Quay", "(a) the quay", "• The  quay", "1) The quay", "iv. the quay"):
            self.assertEqual(reference.key(text), "thequay")
        self.assertEqual(reference.key("7"), "7")

    def test_boardcheck_cells_are_whole(self):
        cell = {"table": 1, "row": 1, "column": 2}
        seen = reference.as_boardcheck([block("Title", "slide_title"), block("item", "list_item"), block("one", "table_cell", cell=cell),
                                        block("two", "table_cell", cell=cell)])
        self.assertEqual(self.things(seen), {"headings": ["title"], "list items": ["item"], "table cells": ["onetwo"]})

    def test_libreoffice_does_not_close_items(self):
        seen = reference.LibreOffice("<h1>1. Quay</h1><ul><li><p>one</p><p>more</p><li><p>two</p><ul><li><p>in</p></ul></ul><p>out</p>"
                                     "<table><tr><td><p>a</p><ul><li><p>b</p></ul></td><th>c</th></tr></table>").seen
        self.assertEqual(self.things(seen), {"headings": ["quay"], "list items": ["in", "one", "two"], "table cells": ["ab", "c"]})
        self.assertEqual(list(seen.also["list items"]), ["more"])

    def test_pandoc(self):
        def text(word):
            return {"t": "Para", "c": [{"t": "Str", "c": word}]}
        cell = [["", [], []], {"t": "AlignDefault"}, 1, 1, [text("x")]]
        table = {"t": "Table", "c": [None, None, None, [None, [[None, [cell]]]], [[None, 0, [], [[None, [cell]]]]], [None, []]]}
        items = {"t": "BulletList", "c": [[text("one"), text("more"), {"t": "BulletList", "c": [[text("in")]]}]]}
        heading = {"t": "Header", "c": [1, None, [{"t": "Str", "c": "Quay"}]]}
        seen = reference.Pandoc({"blocks": [heading, items, table]}).seen
        self.assertEqual(self.things(seen), {"headings": ["quay"], "list items": ["in", "one"], "table cells": ["x", "x"]})

    def test_only_what_both_witnesses_say_is_missed(self):
        def seen(*headings):
            out = reference.Seen()
            for heading in headings:
                out.add("headings", heading)
            return out
        tally = reference.judge(seen("a1", "b1", "d1"), {"pandoc": seen("a1", "b1", "c1"), "LibreOffice": seen("a1", "c1")})["headings", "either"]
        self.assertEqual((tally.right, tally.said, tally.found, tally.true, tally.missed, tally.wrong), (2, 3, 1, 2, ["c1"], ["d1"]))

    def test_headings_that_no_witness_looks_for_are_told_apart(self):
        said = reference.as_boardcheck([block("Bold", "heading")])
        self.assertEqual([kind for kind, _ in reference.judge(said, {"pandoc": reference.Seen(), "LibreOffice": reference.Seen()}) if "head" in kind],
                         ["headings without styles"])


class Places(unittest.TestCase):
    def test_a_block_may_go_on_on_the_next_page(self):
        pages = [collections.Counter("one two three four five six".split()), collections.Counter("seven eight nine".split())]
        whole = pages[0] + pages[1]
        words = "one two three four five six seven eight".split()
        self.assertTrue(locations.good(words, pages[0], whole))
        self.assertFalse(locations.good(words, pages[1], whole))
        self.assertFalse(locations.good(words, pages[0], pages[0]))


STAND_IN = """#!/usr/bin/python3
import json, sys
block = {"kind": "paragraph", "text": "A b c.", "number": None, "page": None, "slide": None, "cell": None}
if sys.argv[-1].endswith("bad.docx"):
    print("boardcheck: bad.docx: is damaged", file=sys.stderr)
    sys.exit(2)
print(json.dumps({"papers": [{"file": "x", "blocks": [block]}]}))
"""


class Whole(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        place = pathlib.Path(self.folder.name)
        (place / "oracle").mkdir()
        (place / "damaged").mkdir()
        for name, words in (("good.docx", "A b d"), ("bad.docx", "A"), ("damaged/no.docx", "A")):
            (place / name).write_text("")
            (place / "oracle" / f"{pathlib.Path(name).name}.txt").write_text(words)
        self.binary = place / "boardcheck"
        self.binary.write_text(STAND_IN)
        self.binary.chmod(0o755)

    def tearDown(self):
        self.folder.cleanup()

    def run_tool(self, *options):
        return subprocess.run([ROOT / "tools" / "evaluate_readers", "--boardcheck", self.binary, *options], capture_output=True, text=True, check=False)

    def test_table_and_worst(self):
        out = self.run_tool("--worst", "2", self.folder.name).stdout
        for line in ("    boardcheck: bad.docx: is damaged\n", "  missed 1: d 1\n  invented 1: c 1\n",
                     f"{'docx: 2 files':<72}{4:>8}{3:>8}   0.5000  0.6667  0.5000"):
            self.assertIn(line, out)

    def test_json(self):
        whole = json.loads(self.run_tool("--json", self.folder.name).stdout)
        self.assertEqual((whole["files"]["good.docx"]["words"]["right"], whole["sums"]["all"]["true"]), (2, 4))

    def test_no_files_is_a_reason_to_skip(self):
        result = self.run_tool(f"{self.folder.name}/oracle")
        self.assertEqual((result.returncode, result.stderr), (77, f"evaluate_readers: there are no files to read in {self.folder.name}/oracle\n"))


if __name__ == "__main__":
    unittest.main()
