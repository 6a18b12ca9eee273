"""tools/check_layers must say what is wrong with each of these includes, and nothing about the sound ones."""
import pathlib
import subprocess
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_layers"

SOUND = {
    "text/text.hpp": '#include "base/base.hpp"\n#include "ingest/ingest.hpp"',
    "text/token.cpp": '#include <unicode/brkiter.h>\n#include "text/token.hpp"',
    "match/match.hpp": '#include "catalogue/pattern.hpp"',
    "catalogue/xml.cpp": "#include <pugixml.hpp>\n#include <vector>",
}

WRONG = [
    ("ingest/ingest.hpp", '#include "text/text.hpp"', '"text/text.hpp" is of a later room'),
    ("base/base.cpp", '#  include "cli/cli.hpp"', '"cli/cli.hpp" is of a later room'),
    ("check/check.cpp", '#include "match/automaton.hpp"', '"match/automaton.hpp" is private to match'),
    ("text/text.hpp", '#include "text/token.hpp"', '"text/token.hpp" is private to text'),
    ("check/check.cpp", '#include "../match/match.hpp"', '"../match/match.hpp" is not of the form "room/file.hpp"'),
    ("match/match.cpp", "#include <unicode/unistr.h>", "<unicode/unistr.h> belongs to: text ingest"),
    ("report/html.cpp", "#include <pugixml.hpp>", "<pugixml.hpp> belongs to: catalogue ingest"),
]


def check(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text("#pragma once\n" + text + "\n", encoding="utf-8")
        return subprocess.run([TOOL, folder], capture_output=True, text=True, check=False)


class Layers(unittest.TestCase):
    def test_sound_tree_passes(self):
        result = check(SOUND)
        self.assertEqual((result.stdout, result.returncode), ("Every room includes only what it may.\n", 0))

    def test_each_wrong_include_is_named(self):
        for file, include, message in WRONG:
            with self.subTest(file=file, include=include):
                result = check({**SOUND, file: include})
                self.assertEqual((result.stdout, result.returncode), (f"{file}:2: {message}\n", 1))

    def test_unknown_room_is_named(self):
        result = check({"web/web.cpp": "#include <vector>"})
        self.assertRegex(result.stdout, "^web/web.cpp: web is not one of the rooms: base ingest ")

    def test_all_faults_are_told_at_once(self):
        result = check({"base/base.cpp": WRONG[1][1], "check/check.cpp": WRONG[2][1]})
        self.assertEqual(len(result.stdout.splitlines()), 2)


if __name__ == "__main__":
    unittest.main()
