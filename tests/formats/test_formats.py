"""The same paper in several formats gets the same standings, findings and facts as in the original. data/NAME/ holds what tools/make_formats
made of corpus/NAME, by pandoc and LibreOffice; data/known.json names the differences that are accepted, each with its reason.
Usage: test_formats.py BOARDCHECK"""
import json
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(__file__).resolve().parent / "data"
sys.path.insert(0, str(ROOT / "tools"))

from evaluation import formats  # noqa: E402

BINARY = sys.argv.pop() if len(sys.argv) > 1 else str(ROOT / "build/dev/boardcheck")
KNOWN = json.loads((DATA / "known.json").read_text(encoding="utf-8"))


class Formats(unittest.TestCase):
    pass


def case(original, file):
    def test(self):
        found = formats.differences(formats.picture(BINARY, original), formats.picture(BINARY, file))
        accepted = [line for known in KNOWN.get(file.relative_to(DATA).as_posix(), []) for line in known["lines"]]
        gone = sorted(set(accepted) - set(found))
        if gone:
            print(f"{file.name}: no longer differs, take it off data/known.json: {'; '.join(gone)}")
        self.assertEqual([line for line in found if line not in accepted], [])
    return test


FOLDERS = sorted(folder for folder in DATA.iterdir() if folder.is_dir())
for folder in FOLDERS:
    for file in sorted(folder.iterdir()):
        setattr(Formats, f"test_{folder.name}_{file.suffix[1:]}", case(ROOT / "corpus" / folder.name, file))


class Fixtures(unittest.TestCase):
    def test_there_are_some_and_each_known_difference_has_a_file_and_a_reason(self):
        self.assertTrue(FOLDERS)
        for name, entries in KNOWN.items():
            self.assertTrue((DATA / name).is_file(), name)
            for entry in entries:
                self.assertTrue(entry["why"] and entry["lines"], name)

    def test_they_are_small(self):
        self.assertEqual([file.name for folder in FOLDERS for file in folder.iterdir() if file.stat().st_size >= 60_000], [])


if __name__ == "__main__":
    unittest.main()
