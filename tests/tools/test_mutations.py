"""tools/check_mutations on what a command says that stands for boardcheck."""
import pathlib
import subprocess
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_mutations"
SAID = """survives rules/tea.xml:9: TEA-01 pattern: without the alternative 7 survive, of (a | 7 survive)
         add a match that nothing else in the rule finds
CAKE        20 mutants,     20 killed,     0 survive
TEA         13 mutants,      4 killed,     9 survive
all         33 mutants,     24 killed,     9 survive
"""


class Mutations(unittest.TestCase):
    def check(self, allowed, *options, said=SAID, status=1):
        with tempfile.TemporaryDirectory() as folder:
            command, baseline = pathlib.Path(folder, "boardcheck"), pathlib.Path(folder, "survivors.txt")
            command.write_text(f"#!/bin/sh\ncat <<'END'\n{said}END\necho oh dear >&2\nexit {status}\n", encoding="utf-8")
            command.chmod(0o755)
            baseline.write_text(allowed, encoding="utf-8")
            result = subprocess.run([TOOL, "--allowed", baseline, *options, command], capture_output=True, text=True, check=False)
            return result.returncode, result.stdout + result.stderr, baseline.read_text(encoding="utf-8")

    def test_as_many_as_are_allowed_pass(self):
        self.assertEqual(self.check("CAKE 0\nTEA 9\n")[:2], (0, "9 mutants survive\n"))

    def test_fewer_ask_for_the_list_to_be_written(self):
        self.assertEqual(self.check("CAKE 1\nTEA 10\n")[:2],
                         (0, "9 mutants survive, 2 fewer than before: `tools/check_mutations --write` keeps it so\n"))

    def test_more_fail_whatever_other_themes_have(self):
        self.assertEqual(self.check("CAKE 5\nTEA 8\n")[:2],
                         (1, "TEA: 9 mutants survive, and 8 may: `boardcheck rules test TEA --mutations` lists them\n"))

    def test_a_new_theme_may_have_none(self):
        self.assertEqual(self.check("CAKE 5\n")[:2],
                         (1, "TEA: 9 mutants survive, and 0 may: `boardcheck rules test TEA --mutations` lists them\n"))

    def test_present_numbers_are_written(self):
        self.assertEqual(self.check("OLD 3\n", "--write"), (0, "", "CAKE 0\nTEA 9\n"))

    def test_a_command_that_fails_is_no_pass(self):
        self.assertEqual(self.check("TEA 9\n", said="", status=2),
                         (2, "check_mutations: boardcheck ended with status 2: oh dear\n", "TEA 9\n"))


if __name__ == "__main__":
    unittest.main()
