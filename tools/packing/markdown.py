"""Papers of the corpus as blocks for odf.Writer, read by pandoc."""
import json
import re
import subprocess


def inline(nodes):
    out = []
    for node in nodes:
        kind, content = node["t"], node.get("c")
        if kind == "Str":
            out.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            out.append(" ")
        elif kind == "Strong":
            out.append(f"**{inline(content)}**")
        elif kind == "Quoted":
            out.append(f"“{inline(content[1])}”")
        elif kind in ("Emph", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Underline"):
            out.append(inline(content))
        elif kind in ("Link", "Span"):
            out.append(inline(content[1]))
        elif kind == "Code":
            out.append(content[1])
    return "".join(out).replace("****", "")


def paragraphs(blocks):
    return "\n".join(inline(block["c"]) for block in blocks if block["t"] in ("Para", "Plain"))


def table(content):
    heads, bodies = content[3][1], [row for body in content[4] for row in body[3]]
    cells = [[paragraphs(cell[4]) for cell in row[1]] for row in [*heads, *bodies]]
    cells = [row for row in cells if any(row)]
    if not cells:
        return
    headed = 1 if any(paragraphs(cell[4]) for row in heads for cell in row[1]) else 0
    yield ("table", cells, headed, [min(5, max(1, max(len(row[at]) for row in cells) / 12)) for at in range(len(cells[0]))])


def listed(items, level, label):
    for at, item in enumerate(items):
        for block in item:
            if block["t"] in ("Para", "Plain"):
                text = inline(block["c"])
                yield ("n", label(at), text) if label and level == 1 else ("li", level, text)
            else:
                yield from blocks_of([block], level + 1)


def label_of(attributes):
    start, style, delimiter = attributes[0], attributes[1]["t"], attributes[2]["t"]
    def label(at):
        number = start + at
        text = chr(96 + number) if style == "LowerAlpha" and number <= 26 else str(number)
        return f"({text})" if delimiter == "TwoParens" else f"{text})" if delimiter == "OneParen" else f"{text}."
    return label


def blocks_of(nodes, level=1):
    for node in nodes:
        kind, content = node["t"], node.get("c")
        if kind == "Header":
            yield ("h", min(content[0], 4), inline(content[2]))
        elif kind in ("Para", "Plain"):
            text = inline(content)
            numbered = re.match(r"(\d+\.\d+|\d+|\([a-z0-9]+\)) (.+)", text, re.DOTALL)
            yield ("n", *numbered.groups()) if numbered else ("p", text)
        elif kind == "BulletList":
            yield from listed(content, level, None)
        elif kind == "OrderedList":
            yield from listed(content[1], level, label_of(content[0]))
        elif kind == "Table":
            yield from table(content)
        elif kind in ("BlockQuote",):
            yield from blocks_of(content, level)
        elif kind == "LineBlock":
            yield ("p", " ".join(inline(line) for line in content))


def plain_text(text):
    """A paper in plain text: paragraphs, with bullets and typed numbers; short lines in capitals are headings."""
    for chunk in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in chunk.splitlines() if line.strip()]
        joined = " ".join(lines)
        if not lines:
            continue
        if re.match(r"#+ ", joined):
            yield ("h", 2, joined.lstrip("# "))
        elif all(re.match(r"[-•o] ", line) for line in lines):
            yield from (("li", 1 + (raw[:1] == " "), raw.strip()[2:]) for raw in chunk.splitlines() if raw.strip())
        elif len(joined) < 70 and (joined.isupper() or re.match(r"\d+\.? +[A-Z][^.]*$", joined)):
            yield ("h", 1, joined)
        elif re.match(r"\d+\.\d+ ", joined):
            yield ("n", *joined.split(" ", 1))
        elif len(lines) > 2 and max(map(len, lines)) < 60:
            yield from (("p", line) for line in lines)
        else:
            yield ("p", joined)


def paper(path):
    if path.suffix == ".txt":
        return list(plain_text(path.read_text(encoding="utf-8")))
    run = subprocess.run(["pandoc", "-f", "markdown-smart", "-t", "json", path], capture_output=True, check=True)
    return list(blocks_of(json.loads(run.stdout)["blocks"]))
