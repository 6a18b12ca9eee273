#include <fmt/format.h>

#include "report/passage.hpp"
#include "report/report.hpp"

namespace boardcheck::report {

namespace {

/// A number further back than this no longer helps to find a place; it also keeps long papers without numbers quick.
constexpr std::uint32_t look_back = 200;

bool in_brackets(const std::string& number) { return number.starts_with('('); }

/// The nearest number printed before `sentence` in its section that is not a mere "(a)".
std::string number_before(const Paper& paper, std::uint32_t sentence) {
    const auto& sentences = paper.text.sentences;
    const std::uint32_t stop = sentence > look_back ? sentence - look_back : 0;
    for (std::uint32_t at = sentence; at-- > stop;) {
        if (sentences[at].section != sentences[sentence].section) break;
        const std::string& number = paper.document.blocks[sentences[at].block].number;
        if (!number.empty() && !in_brackets(number)) return number;
    }
    return {};
}

std::string paragraph_of(const Paper& paper, std::uint32_t sentence, const ingest::Block& block) {
    if (block.number.empty() || in_brackets(block.number)) return number_before(paper, sentence) + block.number;
    return block.number;
}

std::vector<std::string> section_of(const Paper& paper, std::uint32_t sentence) {
    std::vector<std::string> path;
    for (const std::uint32_t heading : text::headings_of(paper.text, sentence)) {
        const text::Sentence& words = paper.text.sentences[heading];
        const std::string& number = paper.document.blocks[words.block].number;
        path.push_back((number.empty() ? "" : number + " ") + words_at(paper, words.span));
    }
    return path;
}

}  // namespace

Place place_of(const Paper& paper, const extract::Evidence& evidence) {
    const Span span = paper.text.document.to_source(evidence.span);
    Place place;
    place.source = paper.document.source.to_source(span);
    place.section = section_of(paper, evidence.sentence);
    if (const ingest::Block* block = block_at(paper.document, span.begin)) {
        place.line = block->line;
        place.slide = block->slide;
        place.doubtful = block->doubtful;
        place.paragraph = paragraph_of(paper, evidence.sentence, *block);
    }
    if (const ingest::PageStart* page = ingest::page_at(paper.document, span.begin)) {
        place.page = page->page;
        if (page->label != std::to_string(page->page)) place.page_label = page->label;
    }
    return place;
}

std::string name_of_file(const ingest::Document& document) {
    if (!document.pack) return document.file;
    const ingest::PackPlace& pack = *document.pack;
    std::string name = document.file;
    if (!pack.item.empty()) name += ", item " + pack.item;
    if (pack.first_page == pack.last_page) return name + fmt::format(", p. {}", pack.first_page);
    return name + fmt::format(", pp. {}-{}", pack.first_page, pack.last_page);
}

std::string quote_of(const Paper& paper, const extract::Evidence& evidence) { return words_at(paper, evidence.span); }

}  // namespace boardcheck::report
