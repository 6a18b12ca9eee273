#!/usr/bin/python3
"""Every quote in the report of a pack stands on the page that it names: its first word is on that page, and words that follow each
other in it do so there (or on the next one, where the quote goes on), by pdftotext, which reads the cells of tables in another order.
Usage: test_places.py BOARDCHECK"""
import json
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACK = ROOT / "tests/ingest/pack/data/joint-board/plain.pdf"
WORDS = 3
# A row that a page break cuts: each of its narrow cells has a word on the one page and a word on the other.
CUT = {"p. 32: Amber Keith 10 January", "p. 33: January Umpleby 2022"}
BOARDCHECK = ""


def letters(text):
    return re.sub(r"[^a-z0-9]", "", text.lower())


def pages():
    text = subprocess.run(["pdftotext", PACK, "-"], capture_output=True, check=True, text=True).stdout
    return [letters(page) for page in text.split("\f")]


def quotes(report):
    for paper in report["papers"]:
        evidence = [e for r in paper["requirements"] for e in r["evidence"]]
        evidence += [each["evidence"] for kind in ("structures", "commitments", "recommendations") for each in paper[kind]]
        for each in evidence:
            yield paper, each["quote"], each["location"]["page"]


class Places(unittest.TestCase):
    def test_every_quote_stands_on_the_page_it_names(self):
        run = subprocess.run([BOARDCHECK, "check", PACK, "--format", "json", "--fail-on", "never", "--rules", ROOT / "rules"],
                             capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        found, texts, wrong = 0, pages(), []
        for paper, quote, page in quotes(json.loads(run.stdout)):
            found += 1
            self.assertTrue(paper["pack"]["first_page"] <= page <= paper["pack"]["last_page"], (quote, page))
            words = [word for word in map(letters, quote.split()) if word]
            runs = ["".join(words[i:i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))]
            around = "".join(texts[page - 1:page + 1])
            if words[0] not in texts[page - 1] or not any(run in around for run in runs):
                wrong.append(f"p. {page}: {quote}")
        self.assertGreater(found, 300)
        self.assertEqual(set(wrong), CUT)


if __name__ == "__main__":
    BOARDCHECK = sys.argv.pop(1)
    unittest.main()
