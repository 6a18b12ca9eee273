"""Scores as text, for people."""

KINDS = ("keyword search", "requirements", "contradictions", "structures", "commitments", "recommendations", "findings", "grave findings",
         "citations", "acronyms", "references")

UNCOUNTED = ("contradictions", "grave findings", "citations", "acronyms", "references")  # in the average of all kinds


def figure(value):
    return "   - " if value is None else f"{value:5.2f}"


def tally_row(name, tally):
    precision, recall, f1 = tally.figures()
    return f"{name:<34}{tally.true:>6}{tally.said:>6}{tally.right:>6}   {figure(precision)}     {figure(recall)}  {figure(f1)}"


def share_row(name, share):
    value = share.right / share.of if share.of else None
    return f"{name:<34}{share.right:>6} of {share.of:<6}      {figure(value)}"


def in_order(names, kind):
    return sorted(name for name in names if name.startswith(f"{kind}: "))


def scores_table(title, scores):
    yield title
    yield f"{'':<34}{'true':>6}{'said':>6}{'right':>6}   precision  recall     F1"
    for kind in KINDS:
        if kind not in scores.tallies:
            continue
        yield tally_row(kind, scores.tallies[kind])
        for name in in_order(scores.tallies, kind):
            yield tally_row("  " + name.split(": ")[1], scores.tallies[name])
    counted = [kind for kind in KINDS[1:] if kind in scores.tallies and kind not in UNCOUNTED]
    yield tally_row("all kinds (micro average)", micro(scores, counted))
    yield f"{'of those found':<34}{'right':>6}"
    for kind in KINDS:
        for name in in_order(scores.shares, kind):
            yield share_row("  " + name.replace(": ", ", "), scores.shares[name])
    for name in in_order(scores.shares, "meta"):
        yield share_row("  " + name.replace(": ", ", "), scores.shares[name])
    yield ""


def micro(scores, kinds):
    total = type(scores.tally("requirements"))()
    for kind in kinds:
        total.add(scores.tallies[kind])
    return total


def papers_table(scores_of):
    """One row for each paper: presence of requirements, and how many standings are right."""
    yield f"{'requirements by paper':<46}precision  recall     F1  standing  evidence"
    for name, scores in scores_of.items():
        shares = [scores.share(f"requirements: {respect}") for respect in ("standing", "evidence")]
        values = [share.right / share.of if share.of else None for share in shares]
        figures = [*scores.tally("requirements").figures(), *values]
        yield f"{name[:44]:<46}    {figure(figures[0])}   {figure(figures[1])}  {figure(figures[2])}     {figure(figures[3])}     {figure(figures[4])}"
    yield ""


def explanation(scores_of):
    for paper, scores in scores_of.items():
        heading = None
        for kind, what, text in sorted(scores.remarks, key=lambda remark: (KINDS + ("meta", "places")).index(remark[0])):
            if (kind, what) != heading:
                heading = (kind, what)
                yield f"{paper}: {kind}, {what}"
            yield f"    {' '.join(text.split())}"
        yield ""


def plain(scores):
    """The same as plain values, for JSON."""
    tallies = {name: dict(vars(tally), **dict(zip(("precision", "recall", "f1"), tally.figures())))
               for name, tally in scores.tallies.items()}
    shares = {name: dict(vars(share), share=share.right / share.of if share.of else None) for name, share in scores.shares.items()}
    return {"tallies": tallies, "shares": shares, "rules": scores.rules}
