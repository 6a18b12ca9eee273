"""Time and memory on large files, which are made for it from those at hand."""
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import threading
import time


def timed(command, runs):
    """Wall times of several runs, the best first."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"speed: {command[0]} ended with status {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
        times.append(time.perf_counter() - began)
    return sorted(times)


def tree_memory(root):
    """Resident memory of a process and all below it, in MB, shared pages counted in proportion."""
    children = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    total, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        waiting += children.get(process, [])
        try:
            lines = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines.splitlines() if line.startswith("Pss:"))
    return total / 1024


def peak_memory(command):
    """(seconds, ru_maxrss of the largest process in MB, most memory of all processes together in MB)."""
    began, most, done = time.perf_counter(), [0.0], threading.Event()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def watch():
        while not done.wait(0.05):
            most[0] = max(most[0], tree_memory(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    done.set()
    watcher.join()
    if process.returncode not in (0, 1):
        raise RuntimeError(f"speed: {command[0]} ended with status {process.returncode} after {time.perf_counter() - began:.1f} s")
    return time.perf_counter() - began, usage.ru_maxrss / 1024, most[0]


def page_count(pdf):
    run = subprocess.run(["qpdf", "--show-npages", pdf], capture_output=True, text=True, check=False)
    return int(run.stdout) if run.stdout.strip().isdigit() else 0


def pdf_of(pages, sources, target):
    """The pages of several files, again and again, until there are enough."""
    ranges, count, counts = [], 0, {source: page_count(source) for source in sources}
    while count < pages:
        for source in sources:
            wanted = min(counts[source], pages - count)
            if wanted > 0:
                ranges += [source, f"1-{wanted}"]
                count += wanted
    subprocess.run(["qpdf", "--empty", "--pages", *ranges, "--", target], capture_output=True, check=False)
    return target if target.is_file() else None


def docx_of(corpus, target):
    """Some 20 pages: 9,000 words of the corpus."""
    text, words = "", 0
    for paper in sorted(corpus.glob("*.md")):
        if paper.stem != "README" and words < 9000:
            text += paper.read_text(encoding="utf-8") + "\n\n"
            words = len(text.split())
    subprocess.run(["pandoc", "-f", "markdown", "-t", "docx", "-o", target], input=text.encode(), capture_output=True, check=False)
    return target if target.is_file() else None


def report(files, binary, corpus):
    missing = [program for program in ("qpdf", "pandoc", "pdftotext") if not shutil.which(program)]
    if missing:
        yield f"speed: {', '.join(missing)} not installed"
        return
    pdfs = sorted((file for file, kind, text in files if kind == "pdf" and text and text.strip()), key=lambda file: -file.stat().st_size)
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        yield f"speed, on {len(os.sched_getaffinity(0))} cores, load {os.getloadavg()[0]:.1f} before"
        for lines in (docx_lines(corpus, binary, place), pdf_lines(pdfs, binary, place) if pdfs else ()):
            try:
                yield from lines
            except RuntimeError as error:
                yield str(error)


def docx_lines(corpus, binary, place):
    docx = docx_of(corpus, place / "20.docx")
    for command in ("convert", "check") if docx else ():
        times = timed([binary, command, docx], 15)
        yield f"20-page .docx, {command}: median {1000 * statistics.median(times):.0f} ms, best {1000 * times[0]:.0f} ms"


def pdf_lines(pdfs, binary, place):
    middle = pdf_of(450, pdfs, place / "450.pdf")
    if middle:
        alone = timed(["pdftotext", "-q", middle, "/dev/null"], 3)[0]
        ours = timed([binary, "convert", middle], 3)[0]
        checked = timed([binary, "check", middle], 2)[0]
        yield (f"450-page PDF: pdftotext {alone:.2f} s, convert {ours:.2f} s ({ours / alone:.2f} times), "
               f"check {checked:.2f} s ({checked / alone:.2f} times)")
    large = pdf_of(1400, pdfs, place / "1400.pdf")
    if large:
        seconds, largest, together = peak_memory([binary, "convert", large])
        yield f"1,400-page PDF: {seconds:.2f} s, largest process {largest:.0f} MB, all processes together {together:.0f} MB"
