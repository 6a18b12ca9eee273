"""How each requirement did, as a table and as the rule file that `boardcheck rules show` reads."""
from dataclasses import dataclass

from .printing import figure
from .scores import Tally


@dataclass
class RuleFigures:
    name: str
    there: int = 0     # papers that say something on it
    found: int = 0     # of these
    wrong: int = 0     # papers that say nothing on it and were taken to
    standing: int = 0  # of those found, with the right standing
    evidence: int = 0  # of those found, with evidence in the right place

    def figures(self):
        return Tally(self.found, self.found + self.wrong, self.there).figures()


def of_rule(name, counts):
    found = counts.get("right", 0)
    return RuleFigures(name, found + counts.get("missed", 0), found, counts.get("false", 0),
                       found - counts.get("standing", 0), found - counts.get("evidence", 0))


def weakness(rule):
    """The weakest first: by F1 (none is as weak as can be: only wrongly said, or never found), then by how often it failed."""
    return rule.figures()[2] or 0, rule.found - rule.there - rule.wrong, rule.name


def table(scores):
    """The requirements that gold or boardcheck speaks of."""
    yield (f"{'by requirement':<14}{'there':>7}{'found':>7}{'wrong':>7}{'precision':>11}{'recall':>8}{'F1':>8}"
           f"{'standing':>10}{'evidence':>10}   (right, of those found)")
    for rule in sorted((of_rule(*item) for item in scores.rules.items()), key=weakness):
        precision, recall, f1 = map(figure, rule.figures())
        yield (f"{rule.name:<14}{rule.there:>7}{rule.found:>7}{rule.wrong:>7}{precision:>11}{recall:>8}{f1:>8}"
               f"{rule.standing:>10}{rule.evidence:>10}")
    yield ""


def rule_file(scores, names, papers):
    """The figures of all these requirements as XML."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield "<!-- Written by tools/evaluate, with the options per-rule and write; not to be changed by hand. -->"
    yield f'<measured papers="{papers}">'
    for name in sorted(names):
        rule = of_rule(name, scores.rules.get(name, {}))
        yield f'  <rule ref="{name}" there="{rule.there}" found="{rule.found}" wrong="{rule.wrong}" standing="{rule.standing}"/>'
    yield "</measured>"
