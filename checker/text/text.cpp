#include "text/text.hpp"

#include <algorithm>

#include "text/clauses.hpp"
#include "text/layout.hpp"
#include "text/lead_ins.hpp"
#include "text/normalise.hpp"
#include "text/sections.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"
#include "text/words.hpp"

namespace boardcheck::text {

namespace {

/// Normalises block by block, so that borders stay where they are.
std::vector<Span> normalise_blocks(const ingest::Document& document, Text& text) {
    std::vector<Span> spans;
    spans.reserve(document.blocks.size());
    text.text.reserve(document.text.size() + document.text.size() / 64);
    std::uint32_t source = 0;
    for (const ingest::Block& block : document.blocks) {
        if (!spans.empty()) {
            text.text += '\n';
            const Span gap{source, block.span.begin};
            if (slice(document.text, gap) == "\n") {
                text.document.copy(gap.begin, 1);
            } else {
                text.document.replace(gap, 1);
            }
        }
        const auto begin = static_cast<std::uint32_t>(text.text.size());
        normalise(slice(document.text, block.span), block.span.begin, text.text, text.document);
        spans.push_back({begin, static_cast<std::uint32_t>(text.text.size())});
        source = block.span.end;
    }
    return spans;
}

}  // namespace

Text segment(const ingest::Document& document) {
    Text text;
    Layout layout;
    layout.spans = normalise_blocks(document, text);
    WordTable words;
    text.tokens.reserve(text.text.size() / 5);
    for (std::size_t block = 0; block < layout.spans.size(); ++block) {
        const auto first = static_cast<std::uint32_t>(text.tokens.size());
        if (is_read(document.blocks[block])) tokenise(text.text, layout.spans[block], words, text.tokens);
        layout.tokens.push_back({first, static_cast<std::uint32_t>(text.tokens.size())});
    }
    text.words = std::move(words).take();
    std::vector<Sentence> sentences = split_sentences(document, text, layout);
    text.sections = build_sections(document, text, layout, sentences);
    find_lead_ins(document, text, layout, sentences);
    find_clauses(document, text, sentences);
    text.sentences = std::move(sentences);
    return text;
}

std::vector<Word> words_of(std::string_view text) {
    std::string normal;
    OffsetMap map;
    normalise(text, 0, normal, map);
    WordTable table;
    std::vector<Token> tokens;
    tokenise(normal, {0, static_cast<std::uint32_t>(normal.size())}, table, tokens);
    const std::vector<Word> distinct = std::move(table).take();
    std::vector<Word> words;
    words.reserve(tokens.size());
    for (const Token& token : tokens) words.push_back(distinct[token.word]);
    return words;
}

std::vector<std::uint32_t> headings_of(const Text& text, std::uint32_t sentence) {
    std::vector<std::uint32_t> headings;
    for (std::uint32_t at = text.sentences[sentence].section; at != 0; at = text.sections[at].parent) {
        const std::uint32_t heading = text.sections[at].heading;
        if (heading != Section::no_heading && heading != sentence) headings.push_back(heading);
    }
    std::reverse(headings.begin(), headings.end());
    return headings;
}

}  // namespace boardcheck::text
