"""Comparing what boardcheck says of a paper with what is true of it. See README.md of this folder for the rules of the game."""
import difflib
from dataclasses import dataclass, field

from .places import close, overlap, shared_words, words_of

GRAVE = ("warning", "error")
NOT_SAID = ("silent", "not-applicable")


@dataclass
class Tally:
    """Of things that are there or not. Optional ones are not counted."""
    right: int = 0
    said: int = 0
    true: int = 0

    def add(self, other):
        self.right, self.said, self.true = self.right + other.right, self.said + other.said, self.true + other.true

    def figures(self):
        precision = self.right / self.said if self.said else None
        recall = self.right / self.true if self.true else None
        f1 = None if precision is None or recall is None else 2 * self.right / (self.said + self.true)
        return precision, recall, f1


@dataclass
class Share:
    """Of things that were found: how many are right in one respect."""
    right: int = 0
    of: int = 0

    def add(self, other):
        self.right, self.of = self.right + other.right, self.of + other.of

    def note(self, good):
        self.right, self.of = self.right + bool(good), self.of + 1
        return good


@dataclass
class Scores:
    tallies: dict = field(default_factory=dict)
    shares: dict = field(default_factory=dict)
    rules: dict = field(default_factory=dict)  # requirement id -> counts by what happened
    remarks: list = field(default_factory=list)  # (kind, what, text)

    def tally(self, name):
        return self.tallies.setdefault(name, Tally())

    def share(self, name):
        return self.shares.setdefault(name, Share())

    def rule(self, name, what):
        counts = self.rules.setdefault(name, {})
        counts[what] = counts.get(what, 0) + 1

    def remark(self, kind, what, text):
        self.remarks.append((kind, what, text))

    def add(self, other):
        for name, tally in other.tallies.items():
            self.tally(name).add(tally)
        for name, share in other.shares.items():
            self.share(name).add(share)
        for name, counts in other.rules.items():
            mine = self.rules.setdefault(name, {})
            for what, count in counts.items():
                mine[what] = mine.get(what, 0) + count
        self.remarks += other.remarks


def as_list(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def place_gold(paper, item):
    """Adds to an item of gold the places of its evidence."""
    quotations = [quotation for quotation in as_list(item.get("evidence")) if quotation]
    found = {quotation: paper.find(quotation) for quotation in quotations}
    item["places"] = [place for places in found.values() for place in places]
    item["elsewhere"] = [place for quotation in as_list(item.get("other_evidence")) for place in paper.find(quotation)]
    item["titled_places"] = paper.find(item["titled"]) if item.get("titled") else []
    item["quote"] = " / ".join(quotations)
    item["lost"] = [quotation for quotation, places in found.items() if not places]
    return item


def place_said(paper, item):
    """The same for an item of a report, whose evidence says at which bytes it stands."""
    item["places"], item["lost"] = [], []
    for evidence in as_list(item.get("evidence")):
        where = evidence.get("location") or {}
        places = paper.between(where.get("begin", 0), where.get("end", 0))
        quoted = paper.find(evidence["quote"])
        item["places"] += places or quoted
        if not overlap(places or quoted, quoted):
            item["lost"].append(evidence["quote"])
    item["elsewhere"] = [place for other in item.get("elsewhere", []) for place in paper.find(other["evidence"]["quote"])]
    item["quote"] = " / ".join(evidence["quote"] for evidence in as_list(item.get("evidence")))
    return item


def allowed(item, name="standing", other="or"):
    return [item.get(name), *as_list(item.get(other))]


def is_free(item):
    return bool(item.get("optional")) or "silent" in allowed(item)


def shown(item):
    return f"“{item['quote']}”" if item["quote"] else "(no evidence)"


class Requirements:
    """Presence, standing, place of the evidence and contradictions. Near-twins of what is true cost nothing."""

    def __init__(self, scores, gold, said, themes, twins, label="requirements"):
        self.scores, self.twins, self.label = scores, twins, label
        self.all_gold = {item["id"]: item for item in gold}
        in_themes = [item for item in said if item["standing"] not in NOT_SAID and theme_of(item["id"]) in themes]
        self.said = {item["id"]: item for item in in_themes}
        self.gold = {name: item for name, item in self.all_gold.items() if theme_of(name) in themes}

    def count(self, name, **counts):
        for label in (self.label, f"{self.label}: {theme_of(name)}"):
            self.scores.tally(label).add(Tally(**counts))

    def twin_is_true(self, name, standing=None):
        true = [self.all_gold[twin] for twin in self.twins.get(name, ()) if twin in self.all_gold]
        places = self.said[name]["places"]
        return any(close(twin["places"], places) for twin in true if standing is None or standing in allowed(twin))

    def presence(self):
        for name in sorted(self.gold.keys() | self.said.keys()):
            if name not in self.said:
                if not is_free(self.gold[name]):
                    self.count(name, true=1)
                    self.scores.rule(name, "missed")
                    gold = self.gold[name]
                    self.scores.remark(self.label, "missed", f"{name} ({gold['standing']}): {shown(gold)}")
            elif name in self.gold:
                if not is_free(self.gold[name]):
                    self.count(name, right=1, said=1, true=1)
                    self.scores.rule(name, "right")
            elif not self.twin_is_true(name):
                self.count(name, said=1)
                self.scores.rule(name, "false")
                self.scores.remark(self.label, "wrongly said", f"{name} ({self.said[name]['standing']}): {shown(self.said[name])}")

    def quality(self):
        for name in sorted(self.gold.keys() & self.said.keys()):
            gold, said = self.gold[name], self.said[name]
            if is_free(gold):
                continue
            if not self.scores.share(f"{self.label}: standing").note(said["standing"] in allowed(gold)):
                self.scores.rule(name, "standing")
                why = f" [{said['why']}]" if said.get("why") else ""
                expected = " or ".join(allowed(gold))
                self.scores.remark(self.label, "wrong standing",
                                   f"{name}: said {said['standing']}{why}, expected {expected}: said of {shown(said)}; true of {shown(gold)}")
            if not self.scores.share(f"{self.label}: evidence").note(overlap(gold["places"], said["places"])):
                self.scores.rule(name, "evidence")
                self.scores.remark(self.label, "evidence elsewhere", f"{name}: said of {shown(said)}; true of {shown(gold)}")

    def contradictions(self):
        tally = self.scores.tally("contradictions")
        for name in sorted(self.gold.keys() | self.said.keys()):
            gold = self.gold.get(name, {"standing": "silent"})
            said = self.said.get(name, {"standing": "silent"})["standing"] == "contradicted"
            if gold.get("optional") or ("contradicted" in allowed(gold) and len(set(allowed(gold))) > 1):
                continue
            true = gold["standing"] == "contradicted"
            if said and not true and self.twin_is_true(name, "contradicted"):
                continue
            tally.add(Tally(right=said and true, said=said, true=true))
            if said != true:
                item = self.said[name] if said else gold
                self.scores.remark("contradictions", "wrongly said" if said else "missed", f"{name}: {shown(item)}")


def theme_of(name):
    return name.rsplit("-", 1)[0]


def pair(gold, said, likeness):
    """Pairs the items that are most alike, each once; `likeness` is 0 for those that are not the same thing."""
    candidates = [(likeness(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(said)]
    pairs, used_gold, used_said = [], set(), set()
    for value, i, j in sorted(candidates, key=lambda candidate: (-candidate[0], candidate[1:])):
        if value > 0 and i not in used_gold and j not in used_said:
            pairs.append((gold[i], said[j]))
            used_gold.add(i)
            used_said.add(j)
    return pairs, [g for i, g in enumerate(gold) if i not in used_gold], [s for j, s in enumerate(said) if j not in used_said]


def score_items(scores, kind, gold, said, likeness, describe, sub=None, once=True):
    """Counts items of one kind; gives back the pairs that count. `sub` names a part of the kind that is counted on its own. Without
    `once`, saying the same thing twice is no false alarm."""
    pairs, missed, wrong = pair(gold, said, likeness)
    if not once:
        wrong = [s for s in wrong if not any(likeness(g, s) > 0 for g in gold)]
    counted = [(g, s) for g, s in pairs if not is_free(g)]
    outcomes = [(g, Tally(1, 1, 1)) for g, _ in counted]
    outcomes += [(g, Tally(true=1)) for g in missed if not is_free(g)] + [(s, Tally(said=1)) for s in wrong]
    scores.tally(kind)
    for item, tally in outcomes:
        scores.tally(kind).add(tally)
        if sub:
            scores.tally(f"{kind}: {sub(item)}").add(tally)
    for item in missed:
        if not is_free(item):
            scores.remark(kind, "missed", f"{describe(item)}: {shown(item)}")
    for item in wrong:
        scores.remark(kind, "wrongly said", f"{describe(item)}: {shown(item)}")
    return counted


def compare(scores, kind, respect, pairs, good, value):
    for gold, said in pairs:
        if not scores.share(f"{kind}: {respect}").note(good(gold, said)):
            scores.remark(kind, f"wrong {respect}", f"said {value(said)}, expected {value(gold)}: {shown(gold)}")


def name_words(name):
    return {word[:-1] if len(word) > 3 and word.endswith("s") else word
            for word in words_of(name or "") if word not in ("the", "and", "of", "for", "a")}


def same_name(one, other):
    """How alike two names are: 0 where they are not; one may be a part of the other ("ICB" of "Integrated Care Board (ICB)")."""
    a, b = name_words(one), name_words(other)
    if not a or not b:
        return 0.0
    common = len(a & b)
    dice = 2 * common / (len(a) + len(b))
    part = common == min(len(a), len(b)) and (common > 1 or any(part.isupper() for part in ((one, other)[len(b) < len(a)]).split()))
    return max(dice, 0.5) if dice >= 0.5 or part else 0.0


def score_structures(scores, gold, said):
    def likeness(g, s):
        return 0 if g["kind"] != s["kind"] else same_name(g["name"], s["name"]) + (1 if overlap(g["places"], s["places"]) else 0)

    pairs = score_items(scores, "structures", gold, said, likeness, lambda item: f"{item['kind']} “{item['name']}”")
    compare(scores, "structures", "standing", pairs, lambda g, s: s["standing"] in allowed(g), lambda item: item["standing"])
    numbered = [(g, s) for g, s in pairs if g.get("count") is not None]
    compare(scores, "structures", "count", numbered, lambda g, s: g["count"] == s.get("count"), lambda item: item.get("count"))


def same_owner(gold, said):
    one, other = gold.get("owner"), said.get("owner")
    return not one and not other or bool(one and other and name_words(one) & name_words(other)) and same_name(one, other) > 0


def score_commitments(scores, gold, said):
    def likeness(g, s):
        return shared_words(g["places"], s["places"])

    pairs = score_items(scores, "commitments", gold, said, likeness, lambda item: f"{item['action']}")
    compare(scores, "commitments", "deadline", pairs, lambda g, s: (s.get("by") or None) in allowed(g, "by", "by_or"),
            lambda item: item.get("by") or "no date")
    compare(scores, "commitments", "owner", pairs, same_owner, lambda item: item.get("owner") or "no one")


def score_recommendations(scores, gold, said):
    def likeness(g, s):
        shared = shared_words(g["places"], s["places"])
        return shared + (0.5 if shared and g["ask"] == s["ask"] else 0)

    pairs = score_items(scores, "recommendations", gold, said, likeness, lambda item: item["ask"])
    compare(scores, "recommendations", "ask", pairs, lambda g, s: s["ask"] in allowed(g, "ask"), lambda item: item["ask"])


def score_findings(scores, gold, said):
    """Requirements that are silent are gaps, counted with the requirements: they have no evidence and are not counted again. One
    defect of gold ("no owner and no date") may be several findings."""
    def likeness(g, s):
        if g["family"] != s["family"]:
            return 0
        about = name_words(g.get("about")) & name_words(f"{s.get('rule', '').replace('-', ' ')} {s.get('message', '')}")
        if not s["places"]:
            return 0.5 if about else 0
        # Where two places differ, either may be called the wrong one.
        crossed = shared_words(g["places"], s["elsewhere"]) + shared_words(g["elsewhere"], s["places"])
        return shared_words(g["places"], s["places"]) + 0.5 * crossed

    def describe(item):
        severity = f"{item['severity']}, " if "severity" in item else ""
        return f"{severity}{item['family']}, {item.get('rule') or item.get('about')}"

    counted = [item for item in said if item["family"] != "requirement" or item["places"]]
    score_items(scores, "findings", gold, counted, likeness, describe, lambda item: item["family"], once=False)
    # What is merely worth a look may be wrong more often: those at warning or above are counted once more.
    grave = [item for item in counted if item.get("severity") in GRAVE]
    score_items(scores, "grave findings", gold, grave, likeness, describe, lambda item: item["family"], once=False)


def alike(one, other):
    a, b = words_of(one or ""), words_of(other or "")
    if not a or not b:
        return a == b
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.8


def score_meta(scores, gold, said):
    people = [[tuple(words_of(name.split(",")[0])) for name in as_list(meta.get("authors"))] for meta in (gold, said)]
    right = {
        "title": alike(gold.get("title"), said.get("title")),
        "date": (gold.get("date") or None) == (said.get("date") or None),
        "body": alike(gold.get("body"), said.get("body")) or same_name(gold.get("body"), said.get("body")) >= 0.6,
        "authors": sorted(people[0]) == sorted(people[1]),
        "purpose": (gold.get("purpose") or None) == (said.get("purpose") or None),
    }
    for name, good in right.items():
        if not scores.share(f"meta: {name}").note(good):
            scores.remark("meta", f"wrong {name}", f"said {said.get(name)!r}, expected {gold.get(name)!r}")
