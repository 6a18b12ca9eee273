#include "ingest/pdf/poppler.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "ingest/pdf/page_xml.hpp"

namespace boardcheck::ingest::pdf {

namespace {

using Clock = std::chrono::steady_clock;

struct Source {
    const std::string& file;
    const SharedInput& input;
    const Limits& limits;
    ProcessLimits process;
};

/// The first line that says what is wrong; the tools warn of much that does no harm.
std::string first_line(std::string_view complaints) {
    std::string line(complaints.substr(0, complaints.find('\n')));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

bool wants_password(std::string_view complaints) { return complaints.find("ncorrect password") != std::string::npos; }

// --- What the file says of itself ------------------------------------------------------------------------------

std::string_view trimmed(std::string_view text) {
    const auto begin = std::min(text.find_first_not_of(" \t\r"), text.size());
    const auto end = text.find_last_not_of(" \t\r");
    return end == std::string_view::npos ? std::string_view() : text.substr(begin, end + 1 - begin);
}

std::optional<Date> day_of(std::string_view iso_time) {
    constexpr std::size_t day = 10;
    return iso_time.size() < day ? std::nullopt : parse_date(iso_time.substr(0, day));
}

struct Facts {
    Properties properties;
    std::size_t pages = 0;
};

Facts facts_of(std::string_view listing) {
    Facts facts;
    while (!listing.empty()) {
        const auto stop = std::min(listing.find('\n'), listing.size());
        const std::string_view line = listing.substr(0, stop);
        listing.remove_prefix(std::min(stop + 1, listing.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const auto name = line.substr(0, colon);
        const auto value = trimmed(line.substr(colon + 1));
        if (name == "Title") facts.properties.title = value;
        if (name == "Author") facts.properties.author = value;
        if (name == "CreationDate") facts.properties.created = day_of(value);
        if (name == "ModDate") facts.properties.modified = day_of(value);
        if (name == "Pages") std::from_chars(value.data(), value.data() + value.size(), facts.pages);
    }
    return facts;
}

Result<Facts> inspect(const Source& source) {
    std::string listing;
    const Outcome outcome = run({"pdfinfo", "-isodates", "-enc", "UTF-8", shared_input_path}, source.input,
                                source.process, [&](std::string_view piece) {
                                    listing += piece;
                                    return true;
                                });
    const bool read = outcome.ending == Ending::exited && outcome.code == 0;
    if (!read) return tl::unexpected(failure(source.file, "pdfinfo", outcome, source.limits));
    Facts facts = facts_of(listing);
    if (facts.pages == 0) {
        return tl::unexpected(Error{source.file, 0, "the PDF has no pages", "give a paper with text in it"});
    }
    if (facts.pages > source.limits.pages) {
        return tl::unexpected(
            Error{source.file, 0,
                  fmt::format("the PDF has {} pages, more than the limit of {}", facts.pages, source.limits.pages),
                  "split it, or raise the limit on pages"});
    }
    return facts;
}

// --- Its pages -------------------------------------------------------------------------------------------------

struct Range {
    std::size_t first = 0, last = 0;
    PageRun run = {};
    std::optional<Error> fault = {};
};

/// Enough ranges that no processor waits long for another, and none so short that starting the tool is most of it.
std::vector<Range> ranges_of(std::size_t pages, std::size_t workers) {
    constexpr std::size_t shortest = 12;
    constexpr std::size_t longest = 80;
    const std::size_t even = (pages + workers - 1) / workers;
    const std::size_t length = std::clamp((even + 2) / 3, shortest, longest);
    std::vector<Range> ranges;
    for (std::size_t first = 1; first <= pages; first += length) {
        ranges.push_back({first, std::min(first + length - 1, pages)});
    }
    return ranges;
}

void read_range(const Source& source, Range& range) {
    PageParser parser;
    // The whole of the text, also where it lies invisible under a picture of the page; permissions are about editing.
    const Outcome outcome =
        run({"pdftohtml", "-q", "-xml", "-i", "-stdout", "-zoom", "1", "-fontfullname", "-noroundcoord", "-hidden",
             "-nodrm", "-f", std::to_string(range.first), "-l", std::to_string(range.last), shared_input_path},
            source.input, source.process, [&](std::string_view piece) { return parser.take(piece); });
    range.run = std::move(parser).finish();
    const bool read = outcome.ending == Ending::exited && outcome.code == 0;
    if (!read) range.fault = failure(source.file, "pdftohtml", outcome, source.limits);
}

void read_ranges(const Source& source, std::vector<Range>& ranges, std::size_t workers) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < ranges.size(); i = next++) read_range(source, ranges[i]);
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(workers, ranges.size()); ++i) threads.emplace_back(work);
    work();
}

Result<PdfPages> together(std::vector<Range>& ranges) {
    PdfPages pages;
    const Error* fault = nullptr;
    for (Range& range : ranges) {
        if (range.fault) {
            fault = &*range.fault;
            const auto read = static_cast<std::uint32_t>(range.run.pages.size());
            pages.notices.push_back(
                {fault->file, 0,
                 fmt::format("pages {} to {} could not be read: {}", range.first + read, range.last, fault->message)});
        }
        std::move(range.run.pages.begin(), range.run.pages.end(), std::back_inserter(pages.pages));
        if (pages.outline.empty()) pages.outline = std::move(range.run.outline);
        range.run = {};
    }
    if (fault != nullptr && pages.pages.empty()) return tl::unexpected(*fault);
    return pages;
}

}  // namespace

Error failure(const std::string& file, const std::string& program, const Outcome& outcome, const Limits& limits) {
    const auto error = [&](std::string message, std::string mend) { return Error{file, 0, message, mend}; };
    switch (outcome.ending) {
        case Ending::not_installed:
            return error(fmt::format("PDFs are read by {}, which is not installed", program),
                         "install poppler-utils (apt-get install poppler-utils)");
        case Ending::not_started:
            return error(fmt::format("{} could not be started", program), "try again when the machine has less to do");
        case Ending::timed_out:
            return error(fmt::format("{} took more than {:g} seconds", program, limits.seconds),
                         "save the PDF anew, or raise the limit on seconds");
        case Ending::out_of_memory:
            return error(fmt::format("{} needed more than {} MB of memory", program, limits.memory >> 20),
                         "save the PDF anew, or raise the limit on memory");
        case Ending::signalled:
            return error(fmt::format("{} crashed on the PDF (signal {})", program, outcome.code), "save the PDF anew");
        case Ending::too_much_output:
        case Ending::stopped:
            return error("the PDF has more text than any paper has", "check that it is a paper");
        case Ending::exited:
            break;
    }
    if (wants_password(outcome.complaints)) {
        return error("the PDF is protected with a password", "save it without a password, and give that");
    }
    const std::string reason = first_line(outcome.complaints);
    return error(reason.empty() ? "the PDF is damaged" : fmt::format("the PDF is damaged ({})", reason),
                 "save or download it again");
}

Result<PdfPages> read_pages(const std::string& file, std::string_view bytes, const Limits& limits) {
    const SharedInput input(bytes);
    const auto time = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(limits.seconds));
    const Source source{file, input, limits, {limits.memory, limits.unpacked, Clock::now() + time}};
    const auto facts = inspect(source);
    if (!facts) return tl::unexpected(facts.error());
    constexpr std::size_t most_workers = 8;
    const std::size_t workers = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_workers);
    std::vector<Range> ranges = ranges_of(facts->pages, workers);
    read_ranges(source, ranges, workers);
    auto pages = together(ranges);
    if (pages) pages->properties = facts->properties;
    return pages;
}

}  // namespace boardcheck::ingest::pdf
