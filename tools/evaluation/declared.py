"""Comparing what a first page says of itself, and whose promises are, with what boardcheck reads. What counts as right stands in
tests/extract/data/fronts/README.md and at the top of tests/extract/data/owners.tsv."""
from .places import words_of

FIELDS = ("title", "date", "body", "authors", "posts", "agenda_item", "classification", "purpose", "contacts")
COLUMNS = ("body", "author", "post", "text", "owner", "action", "by")
HELD_OUT = "# held out from here"


def front(meta):
    """The fields as the gold has them."""
    found = {field: meta.get(field) for field in FIELDS}
    people = meta["author_posts"]
    found["authors"], found["posts"] = [each["name"] for each in people], [each["post"] or "" for each in people]
    return found


def same_post(gold, said):
    """An organisation after the post may be there or not."""
    a, b = words_of(gold), words_of(said)
    shorter = min(len(a), len(b))
    return a == b or shorter > 0 and a[:shorter] == b[:shorter] and "," in max(gold, said, key=len)


def is_title(gold, said):
    """Of minutes, the day and place may follow."""
    a, b = words_of(gold["title"] or ""), words_of(said["title"] or "")
    return a == b or "minutes" in a[:3] and b[:len(a)] == a


def is_right(field, gold, said):
    if field == "title":
        return is_title(gold, said)
    if field == "body":
        return sorted(words_of(gold["body"] or "")) == sorted(words_of(said["body"] or ""))
    if field == "authors":
        return {tuple(words_of(name)) for name in gold["authors"]} == {tuple(words_of(name)) for name in said["authors"]}
    if field == "posts":
        return len(gold["posts"]) == len(said["posts"]) and all(map(same_post, gold["posts"], said["posts"]))
    if field == "contacts":
        return len(gold["contacts"]) == len(said["contacts"]) and all(
            any(words_of(each)[:len(words_of(name))] == words_of(name) for each in said["contacts"]) for name in gold["contacts"])
    return words_of(gold[field] or "") == words_of(said[field] or "")


def rows(text, held_out):
    """The promises of owners.tsv, of one half."""
    first, _, second = text.partition(HELD_OUT)
    lines = (second if held_out else first).splitlines()[1 if held_out else 0:]
    fields = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [dict(zip(COLUMNS, line)) for line in fields if line[0] != "body"]


def paper_of(row):
    """A paper of this body and author in which the promise stands, as tests/extract/declared_test.cpp has it."""
    front_of = f"# {row['body']}\n\n" if row["body"] else ""
    if row["author"]:
        front_of += f"Author: {row['author']}" + (f", {row['post']}" if row["post"] else "") + "\n\n"
    text = row["text"].replace("\\n", "\n")
    return f"{front_of}Date: 1 September 2021\n\n## 1. Report\n\n{text}\n"


def promise_of(row, commitments):
    """The one of the commitments whose words are those of the row."""
    wanted = words_of(row["action"])
    for each in commitments:
        for words in (words_of(each["action"]), words_of(each["evidence"]["quote"])):
            if any(words[at:at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1)):
                return each
    return None


def is_owner(row, promise):
    said = words_of(promise["owner"] or "")
    return any(plain(words_of(name)) == plain(said) for name in row["owner"].split("|"))


def plain(words):
    """Without an article at its beginning."""
    return words[1:] if words[:1] and words[0] in ("the", "a", "an") else words
