"""What boardcheck says of a paper, without places: the same in all formats, it should be."""
import collections
import json
import subprocess

from .reading import words_of


def picture(binary, file):
    """(standings by requirement, findings, meta)."""
    run = subprocess.run([binary, "check", "--profile", "default", "--format", "json", file], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        raise ValueError(" ".join(run.stderr.decode(errors="replace").split()))
    papers = json.loads(run.stdout)["papers"]
    if len(papers) != 1:
        raise ValueError(f"{file}: read as {len(papers)} papers")
    return picture_of(papers[0])


def picture_of(paper):
    standings = {each["id"]: (each["standing"], *sorted(each["missing"])) for each in paper["requirements"]}
    findings = collections.Counter((each["rule"], str(each.get("about") or "")) for each in paper["findings"])
    meta = {name: value for name, value in paper["meta"].items() if name != "format"}
    return standings, findings, meta


def spelled(standing):
    return standing[0] + (f" (missing: {', '.join(standing[1:])})" if standing[1:] else "")


def differences(true, said):
    """Lines; empty: the same."""
    lines = [f"{name}: {spelled(said[0][name])}, in the original {spelled(standing)}" for name, standing in true[0].items()
             if name in said[0] and said[0][name] != standing]
    lines += [f"{name}: not judged" for name in true[0] if name not in said[0]]
    lines += [f"finding missed: {' '.join(name)}" + (f", {count} times" if count > 1 else "") for name, count in (true[1] - said[1]).items()]
    lines += [f"finding too many: {' '.join(name)}" + (f", {count} times" if count > 1 else "") for name, count in (said[1] - true[1]).items()]
    lines += [f"{name}: {said[2][name]!r}, in the original {true[2][name]!r}" for name in true[2] if said[2].get(name) != true[2][name]]
    return sorted(lines)


def words_apart(true, said):
    one, other = (collections.Counter(words_of(" ".join(f"{block['number'] or ''} {block['text']}" for block in each.blocks()))) for each in (true, said))
    yield "    words missed: " + ", ".join(f"{word} {count}" for word, count in (one - other).most_common(30))
    yield "    words more: " + ", ".join(f"{word} {count}" for word, count in (other - one).most_common(30))
