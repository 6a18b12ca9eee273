"""tools/check_rules_overlap on a small set of rules and one paper."""
import pathlib
import subprocess
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_rules_overlap"

PAPER = """Councils and the NHS body jointly choose a chair of the partnership.
See *Joining hands: a guide to working together* (Office for Things of Wide and General Use).
It rests on section 75 of the Tea and Scone Act 2012, which in part 3 of the tea and scone trade is disliked."""
SOURCES = '<sources><source id="G"><title>Joining hands: a guide to working together</title></source></sources>'


def check(element, paper=PAPER):
    with tempfile.TemporaryDirectory() as folder:
        rules, papers = pathlib.Path(folder, "rules"), pathlib.Path(folder, "papers")
        rules.mkdir(), papers.mkdir()
        (rules / "sources.xml").write_text(SOURCES, encoding="utf-8")
        (rules / "part.xml").write_text(f"<rules>{element}</rules>", encoding="utf-8")
        if paper:
            (papers / "paper.md").write_text(paper, encoding="utf-8")
        return subprocess.run([TOOL, "--rules", rules, papers], capture_output=True, text=True, check=False)


class Overlap(unittest.TestCase):
    def test_quoted_phrase_is_a_repeat_whatever_its_case_and_articles(self):
        result = check("<pattern>'the NHS Body jointly choose chair of partnership'</pattern>")
        self.assertEqual(result.returncode, 1)
        self.assertIn('part.xml: "body jointly choose chair of partnership" in paper.md: ', result.stdout)

    def test_words_joined_by_operators_are_a_repeat(self):
        result = check("<pattern>nhs ~2 body >1 jointly choose 'chair of'</pattern>")
        self.assertEqual(result.returncode, 1)

    def test_variant_is_checked(self):
        self.assertEqual(check("<variant>and NHS body jointly choose a chair</variant>").returncode, 1)

    def test_five_words_terms_between_titles_and_names_pass(self):
        for element in ("<pattern>'nhs body jointly choose chair'</pattern>",
                        "<pattern>nhs body {jointly} choose 'chair of'</pattern>",
                        "<pattern>('NHS body' | jointly | 'choose a chair')</pattern>",
                        "<variant>Joining hands: a guide to working together</variant>",
                        "<variant>office for things of wide and general use</variant>",
                        "<variant>section 75 of tea and scone act</variant>",
                        "<match>Councils and the NHS body jointly choose a chair of the partnership.</match>"):
            with self.subTest(element=element):
                result = check(element)
                self.assertEqual((result.stdout, result.returncode),
                                 ("No pattern or variant repeats 6 words in a row of a paper.\n", 0))

    def test_a_part_of_something_without_a_title_is_a_repeat(self):
        self.assertEqual(check("<variant>part 3 of tea and scone</variant>").returncode, 1)

    def test_no_papers_is_a_skip_with_a_message(self):
        result = check("<variant>board</variant>", paper="")
        self.assertEqual(result.returncode, 77)
        self.assertRegex(result.stdout, "^skipped: there is nothing to compare: ")


if __name__ == "__main__":
    unittest.main()
