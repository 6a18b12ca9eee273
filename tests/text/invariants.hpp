// What holds for every Text, whatever the document.
#pragma once

#include <string>

#include "text/text.hpp"

namespace boardcheck::test {

/// The first invariant that is broken, in words; empty where all hold.
inline std::string broken_invariant(const ingest::Document& document, const text::Text& text) {
    if (text.document.size() != text.text.size()) return "the map covers the text";
    std::uint32_t at = 0;
    for (const text::Token& token : text.tokens) {
        if (token.span.begin < at || token.span.end <= token.span.begin) return "tokens are in order";
        if (token.span.end > text.text.size() || token.word >= text.words.size()) return "tokens are in bounds";
        at = token.span.end;
        if (text.document.to_source(token.span).end > document.text.size()) return "tokens lead into the source";
    }
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        const text::Sentence& sentence = text.sentences[i];
        if (sentence.tokens.first != next || sentence.tokens.last <= next) return "sentences cover the tokens in order";
        next = sentence.tokens.last;
        if (next > text.tokens.size()) return "sentences are in bounds";
        if (sentence.span.begin != text.tokens[sentence.tokens.first].span.begin ||
            sentence.span.end != text.tokens[next - 1].span.end) {
            return "a sentence spans its tokens";
        }
        if (sentence.block >= document.blocks.size() || sentence.section >= text.sections.size()) return "indices hold";
        for (const std::uint32_t lead_in : sentence.lead_ins) {
            if (lead_in >= i) return "lead-ins come before";
        }
        std::uint32_t clause_at = sentence.tokens.first;
        for (const text::Clause& clause : sentence.clauses) {
            if (clause.tokens.first != clause_at || clause.tokens.last <= clause_at) return "clauses cover a sentence";
            clause_at = clause.tokens.last;
        }
        if (clause_at != sentence.tokens.last) return "clauses cover a sentence to its end";
        for (const std::uint32_t heading : text::headings_of(text, i)) {
            if (heading >= i) return "headings come before";
        }
    }
    if (next != text.tokens.size()) return "every token is in a sentence";
    return "";
}

}  // namespace boardcheck::test
