"""tools/evaluate_extraction: what counts as right, and that what is held out stays so."""
import pathlib
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from evaluation import declared  # noqa: E402

OWNERS = """# A remark.
body\tauthor\tpost\ttext\towner\taction\tby
Quay Board\tAnn Quay\tPilot\tWe will\\npaint the crane.\tQuay Board|Board\tpaint the crane\t
# held out from here
\t\t\tThe clerk will write.\tclerk\twrite\t
"""


def gold(**fields):
    empty = dict(title=None, date=None, body=None, authors=[], posts=[], agenda_item=None, classification=None, purpose=None, contacts=[])
    return empty | fields


class Fronts(unittest.TestCase):
    def right(self, field, wanted, said):
        return declared.is_right(field, gold(**{field: wanted}), gold(**{field: said}))

    def test_case_and_order_of_a_body_do_not_count(self):
        self.assertTrue(self.right("body", "Quay Council Cabinet", "CABINET, Quay Council"))
        self.assertFalse(self.right("body", "Quay Council Cabinet", "Cabinet"))

    def test_the_day_may_follow_the_title_of_minutes_only(self):
        self.assertTrue(self.right("title", "Minutes of the Board", "Minutes of the Board held on 3 May"))
        self.assertFalse(self.right("title", "The lamp", "The lamp held on 3 May"))

    def test_names_are_sets_and_posts_may_lack_their_organisation(self):
        self.assertTrue(self.right("authors", ["Ann Quay", "Bo Pier"], ["Bo Pier", "Ann Quay"]))
        self.assertFalse(self.right("authors", ["Dr Ann Quay"], ["Ann Quay"]))
        self.assertTrue(self.right("posts", ["Pilot, Quay Council"], ["Pilot"]))
        self.assertFalse(self.right("posts", ["Pilot"], [""]))

    def test_contacts_begin_with_their_names(self):
        self.assertTrue(self.right("contacts", ["Ann Quay"], ["Ann Quay, Pilot, 01632 960001"]))
        self.assertFalse(self.right("contacts", [], ["Ann Quay"]))


class Owners(unittest.TestCase):
    def test_rows_have_two_halves(self):
        self.assertEqual([row["action"] for row in declared.rows(OWNERS, False)], ["paint the crane"])
        self.assertEqual([row["action"] for row in declared.rows(OWNERS, True)], ["write"])

    def test_a_row_becomes_a_paper_and_its_promise_is_found_by_its_words(self):
        row = declared.rows(OWNERS, False)[0]
        self.assertIn("# Quay Board\n\nAuthor: Ann Quay, Pilot\n", declared.paper_of(row))
        self.assertIn("We will\npaint the crane.", declared.paper_of(row))
        other = {"action": "write", "evidence": {"quote": "write"}, "owner": None}
        promise = {"action": "will paint the crane", "evidence": {"quote": ""}, "owner": "the Board"}
        self.assertIs(declared.promise_of(row, [other, promise]), promise)
        self.assertIsNone(declared.promise_of(row, [other]))
        self.assertTrue(declared.is_owner(row, promise))
        self.assertFalse(declared.is_owner(row, other))


class HeldOut(unittest.TestCase):
    def test_what_is_held_out_is_not_explained(self):
        command = [ROOT / "tools" / "evaluate_extraction", "--half", "even", "--explain"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual((result.stdout, result.returncode), ("", 2))
        self.assertIn("the even half is held out: it is not explained", result.stderr)


if __name__ == "__main__":
    unittest.main()
