"""tools/evaluate on one small paper whose figures were worked out by hand: data/papers/harbour.md, its gold, and the report below."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(__file__).resolve().parent / "data"
PAPER = (DATA / "papers" / "harbour.md").read_bytes()
sys.path.insert(0, str(ROOT / "tools"))

from evaluation.places import Paper, close, overlap  # noqa: E402


def evidence(quote):
    begin = PAPER.index(quote.encode())
    return {"quote": " ".join(quote.split()), "location": {"begin": begin, "end": begin + len(quote.encode())}}


def requirement(name, standing, quote=None):
    return {"id": name, "standing": standing, "evidence": [evidence(quote)] if quote else [], "why": ""}


REPORT = {"papers": [{
    "file": "harbour.md",
    "meta": {"title": "Harbour board: update", "date": "2022-03-05", "body": "Harbour Board", "authors": ["Ann Quay"], "purpose": None},
    "requirements": [
        requirement("QUAY-01", "restated", "The harbour will have"),    # found, standing wrong, right place
        requirement("QUAY-02", "in-place", "paint the crane"),          # found, standing right, wrong place
        requirement("QUAY-03", "planned", "light the pier\n\n12\n\nat night"),  # found, the other reader's standing, across a page
        requirement("QUAY-04", "silent"),                               # missed, and a contradiction missed
        requirement("QUAY-05", "contradicted", "as the law asks"),      # optional: costs nothing
        requirement("QUAY-06", "in-place", "every** ship"),             # near-twin in the same place: costs nothing
        requirement("QUAY-07", "contradicted", "agree the lamp"),       # near-twin far away: wrongly said, and contradicted
        requirement("SHIP-01", "planned", "We will paint the crane"),   # of a theme that is not in the rules
    ],
    "structures": [
        {"kind": "board", "name": "HB", "count": None, "standing": "planned", "evidence": evidence("The Board is asked")},
        {"kind": "board", "name": "a board of pilots", "count": 2, "standing": "planned", "evidence": evidence("pilot board")},
        {"kind": "group", "name": "Pilot Board", "count": None, "standing": "planned", "evidence": evidence("pilot board")},
    ],
    "commitments": [
        {"owner": "Quay", "action": "buy", "by": "2022-06", "evidence": evidence("will buy a lamp by May")},
        {"owner": None, "action": "light", "by": None, "evidence": evidence("must light the pier")},
    ],
    "recommendations": [
        {"ask": "note", "body": "Board", "evidence": evidence("note this update")},
        {"ask": "approve", "body": "Board", "evidence": evidence("agree the lamp")},
    ],
    "citations": [
        {"title": "the law", "source": "REF-01", "evidence": evidence("light the pier")},  # where its full title stands
        {"title": "The log of ships", "source": "WP", "evidence": evidence("paint the crane")},  # by its title; the second answer
        {"title": "lamp", "source": "ACT-1", "evidence": evidence("agree the lamp")},
    ],
    "acronyms": [
        {"acronym": "HB", "expansions": ["harbour board"], "evidence": evidence("Harbour Board")},  # the second answer, in the singular
        {"acronym": "QQ", "expansions": [], "evidence": evidence("Each quay")},
    ],
    "cross_references": [
        {"kind": "section", "number": "2", "target": None, "evidence": evidence("agree the lamp")},
        {"kind": "section", "number": "2", "target": evidence("Ann Quay will buy a lamp"), "evidence": evidence("note this update")},
        {"kind": "annex", "number": "A", "target": evidence("The council"), "evidence": evidence("one pilot board")},
    ],
    "findings": [
        {"family": "commitment", "rule": "commitment.no-date", "message": "no date", "evidence": evidence("paint the crane")},
        {"family": "commitment", "rule": "commitment.no-owner", "message": "no owner", "evidence": evidence("paint the")},  # the same defect
        {"family": "form", "rule": "form.no-purpose", "message": "The paper does not say its purpose.", "evidence": None},
        {"family": "reference", "rule": "reference.title", "message": "wrong title", "evidence": evidence("as the law asks")},
        {"family": "requirement", "rule": "QUAY-04", "message": "gap", "evidence": None},  # counted with the requirements
    ],
}]}


def evaluate(report, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(report, file)
        file.flush()
        command = [ROOT / "tools" / "evaluate", "--rules", DATA / "rules", "--report", file.name, *options, DATA / "papers"]
        return subprocess.run(command, capture_output=True, text=True, check=False)


class Figures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        result = evaluate(REPORT, "--json", "--baseline")
        cls.whole = json.loads(result.stdout)
        cls.all = cls.whole["groups"]["all"]

    def assert_tally(self, name, right, said, true):
        tally = self.all["tallies"][name]
        self.assertEqual((tally["right"], tally["said"], tally["true"]), (right, said, true))
        self.assertEqual(tally["precision"], right / said if said else None)
        self.assertEqual(tally["recall"], right / true if true else None)
        self.assertAlmostEqual(tally["f1"] or 0, 2 * right / (said + true))

    def assert_share(self, name, right, of):
        share = self.all["shares"][name]
        self.assertEqual((share["right"], share["of"]), (right, of))

    def test_presence_counts_the_themes_of_the_rules_and_spares_near_twins_and_optional_items(self):
        self.assertEqual(self.whole["themes"], ["QUAY"])
        self.assert_tally("requirements", 3, 4, 4)
        self.assert_tally("requirements: QUAY", 3, 4, 4)
        self.assertEqual(self.all["rules"], {
            "QUAY-01": {"right": 1, "standing": 1}, "QUAY-02": {"right": 1, "evidence": 1}, "QUAY-03": {"right": 1},
            "QUAY-04": {"missed": 1}, "QUAY-07": {"false": 1}})

    def test_standing_and_place_are_judged_among_those_found(self):
        self.assert_share("requirements: standing", 2, 3)
        self.assert_share("requirements: evidence", 2, 3)

    def test_contradictions(self):
        self.assert_tally("contradictions", 0, 1, 1)

    def test_structures_are_paired_by_kind_and_by_name_or_place(self):
        self.assert_tally("structures", 2, 3, 2)
        self.assert_share("structures: standing", 1, 2)
        self.assert_share("structures: count", 0, 1)

    def test_commitments_are_paired_by_place(self):
        self.assert_tally("commitments", 1, 2, 2)
        self.assert_share("commitments: deadline", 0, 1)
        self.assert_share("commitments: owner", 1, 1)

    def test_recommendations(self):
        self.assert_tally("recommendations", 2, 2, 2)
        self.assert_share("recommendations: ask", 1, 2)

    def test_findings_are_paired_by_family_and_place_or_by_what_they_are_about(self):
        self.assert_tally("findings", 2, 3, 2)
        self.assert_tally("findings: form", 1, 1, 1)

    def test_citations_are_paired_by_place_or_title(self):
        self.assert_tally("citations", 2, 3, 2)
        self.assert_share("citations: source", 2, 2)

    def test_acronyms_are_paired_by_their_letters(self):
        self.assert_tally("acronyms", 2, 2, 2)
        self.assert_share("acronyms: expansion", 1, 2)

    def test_references_are_paired_by_number_and_place(self):
        self.assert_tally("references", 3, 3, 3)
        self.assert_share("references: target", 2, 3)

    def test_meta(self):
        for name, right in (("title", 1), ("date", 0), ("body", 1), ("authors", 1), ("purpose", 1)):
            self.assert_share(f"meta: {name}", right, 1)

    def test_keyword_search_finds_titles_whose_words_are_in_one_sentence(self):
        # QUAY-01 (pilot, board, harbour) is; QUAY-02 has "ships"; QUAY-05 (law, pier) is optional; the rest are not.
        self.assert_tally("keyword search", 1, 1, 4)

    def test_keyword_search_takes_a_list_of_phrases(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump([{"id": "QUAY-02", "variants": "wharf/dock; log of every ship (old)"}], file)
            file.flush()
            found = json.loads(evaluate(REPORT, "--json", "--baseline", "--phrases", file.name).stdout)
        tally = found["groups"]["all"]["tallies"]["keyword search"]
        self.assertEqual((tally["right"], tally["said"], tally["true"]), (2, 2, 4))


class Output(unittest.TestCase):
    def test_tables(self):
        result = evaluate(REPORT, "--group", "one=har", "--group", "none=x", "--per-rule")
        self.assertEqual((result.stderr, result.returncode), ("", 0))
        self.assertIn("requirements                           4     4     3    0.75      0.75   0.75\n", result.stdout)
        self.assertIn("one: 1 papers, themes QUAY\n", result.stdout)
        self.assertIn("none: 0 papers, themes QUAY\n", result.stdout)
        self.assertIn("  requirements, standing               2 of 3            0.67\n", result.stdout)

    def test_rules_stand_in_a_table_with_the_weakest_first(self):
        table = evaluate(REPORT, "--per-rule").stdout
        begin = table.index("by requirement")
        self.assertEqual(table[begin:table.index("\n\n", begin)], "\n".join([
            "by requirement  there  found  wrong  precision  recall      F1  standing  evidence   (right, of those found)",
            "QUAY-04             1      0      0         -     0.00      -          0         0",
            "QUAY-07             0      0      1       0.00      -       -          0         0",
            "QUAY-01             1      1      0       1.00    1.00    1.00         0         1",
            "QUAY-02             1      1      0       1.00    1.00    1.00         1         0",
            "QUAY-03             1      1      0       1.00    1.00    1.00         1         1"]))

    def test_figures_of_rules_are_written_as_a_rule_file(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "measured.xml"
            result = evaluate(REPORT, "--per-rule", "--write", file)
            self.assertEqual((result.stderr, result.returncode), ("", 0))
            written = file.read_text(encoding="utf-8")
            schema = ["xmllint", "--nonet", "--noout", "--schema", ROOT / "rules" / "rules.xsd", file]
            self.assertEqual(subprocess.run(schema, capture_output=True, check=False).returncode, 0)
        self.assertEqual(written, """<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by tools/evaluate, with the options per-rule and write; not to be changed by hand. -->
<measured papers="1">
  <rule ref="QUAY-01" there="1" found="1" wrong="0" standing="0"/>
  <rule ref="QUAY-02" there="1" found="1" wrong="0" standing="1"/>
  <rule ref="QUAY-03" there="1" found="1" wrong="0" standing="1"/>
  <rule ref="QUAY-04" there="1" found="0" wrong="0" standing="0"/>
  <rule ref="QUAY-05" there="0" found="0" wrong="0" standing="0"/>
  <rule ref="QUAY-06" there="0" found="0" wrong="0" standing="0"/>
  <rule ref="QUAY-07" there="0" found="0" wrong="1" standing="0"/>
</measured>
""")

    def test_writing_goes_with_figures_of_rules(self):
        result = evaluate(REPORT, "--write", "measured.xml")
        self.assertEqual((result.stderr.splitlines()[-1], result.returncode), ("evaluate: error: --write goes with --per-rule", 2))

    def test_explanation_names_what_went_wrong(self):
        lines = evaluate(REPORT, "--explain").stdout
        for line in ("harbour.md: requirements, missed\n    QUAY-04 (contradicted): “one pilot board”\n",
                     "harbour.md: requirements, wrongly said\n    QUAY-07 (contradicted): “agree the lamp”\n",
                     "    QUAY-01: said restated, expected planned: said of “The harbour will have”; true of “The harbour will have "
                     "one pilot board”\n",
                     "harbour.md: commitments, wrong deadline\n    said 2022-06, expected 2022-05: “Ann Quay will ... by May 2022”\n"):
            self.assertIn(line, lines)

    def test_no_gold_is_an_error(self):
        with tempfile.TemporaryDirectory() as folder:
            result = subprocess.run([ROOT / "tools" / "evaluate", folder], capture_output=True, text=True, check=False)
        self.assertEqual((result.stderr, result.returncode), (f"evaluate: no *.gold.json in {folder}\n", 2))

    def test_a_paper_that_the_report_leaves_out_is_an_error(self):
        result = evaluate({"papers": []})
        self.assertEqual((result.stderr, result.returncode),
                         (f"evaluate: the report says nothing of {DATA}/papers/harbour.md\n", 2))


class Places(unittest.TestCase):
    def setUp(self):
        self.paper = Paper("One • two — “three”.\n\n- Four<sup>5</sup>\n\f six; café two, three eight nine ten.".encode())

    def test_marks_and_space_make_no_difference(self):
        self.assertEqual(self.paper.find("**Two** three four"), [(1, 4)])
        self.assertEqual(self.paper.find("TWO\nTHREE"), [(1, 3), (7, 9)])

    def test_dots_stand_for_words_left_out(self):
        self.assertEqual(self.paper.find("one ... four ... café"), [(0, 1), (3, 4), (6, 7)])
        self.assertEqual(self.paper.find("six ... one"), [])

    def test_a_quotation_with_a_word_more_or_less_is_found(self):
        self.assertEqual(self.paper.find("two three four six café two"), [(1, 8)])

    def test_bytes_lead_to_words(self):
        text = "café – zwei".encode()
        self.assertEqual(Paper(text).between(text.index(b"zwei"), len(text)), [(1, 2)])
        self.assertEqual(Paper("caf\xe9 \x96 zwei".encode("latin-1")).between(7, 11), [(1, 2)])

    def test_overlap_and_closeness(self):
        self.assertTrue(overlap([(0, 3), (9, 10)], [(2, 4)]))
        self.assertFalse(overlap([(0, 3)], [(3, 4)]))
        self.assertTrue(close([(0, 3)], [(20, 24)]))
        self.assertFalse(close([(0, 3)], [(40, 41)]))


if __name__ == "__main__":
    unittest.main()
