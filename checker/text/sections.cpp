#include "text/sections.hpp"

#include <algorithm>

#include "text/lead_ins.hpp"

namespace boardcheck::text {

namespace {

using ingest::BlockKind;

// An emphasised paragraph with more words than this says something of its own.
constexpr std::uint32_t longest_heading = 20;

class Sections {
public:
    Sections(const ingest::Document& document, const Text& text, const Layout& layout, std::vector<Sentence>& sentences)
        : document_(document), text_(text), layout_(layout), sentences_(sentences), sections_(1) {}

    std::vector<Section> run() {
        for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
            const SentenceRange range = layout_.sentences[block];
            if (range.first == range.last) continue;
            const BlockKind kind = document_.blocks[block].kind;
            if (kind == BlockKind::heading) open(block, std::max<std::uint8_t>(document_.blocks[block].level, 1));
            if (kind == BlockKind::slide_title) open(block, 1);
            if (kind == BlockKind::paragraph && is_emphasised_heading(block)) open_below(block);
            for (std::uint32_t i = range.first; i < range.last; ++i) sentences_[i].section = current_;
        }
        return std::move(sections_);
    }

private:
    void open(std::uint32_t block, std::uint8_t level) {
        while (current_ != 0 && sections_[current_].level >= level) current_ = sections_[current_].parent;
        add(block, level);
        below_ = 0;
    }

    /// One level below the innermost true heading, next to other emphasised paragraphs.
    void open_below(std::uint32_t block) {
        if (below_ != 0) current_ = sections_[below_].parent;
        add(block, static_cast<std::uint8_t>(std::min(sections_[current_].level + 1, 255)));
        below_ = current_;
    }

    void add(std::uint32_t block, std::uint8_t level) {
        Section section;
        section.parent = current_;
        section.heading = layout_.sentences[block].first;
        section.level = level;
        section.number = document_.blocks[block].number;
        current_ = static_cast<std::uint32_t>(sections_.size());
        sections_.push_back(std::move(section));
    }

    bool is_emphasised_heading(std::uint32_t block) const {
        const SentenceRange range = layout_.sentences[block];
        if (!document_.blocks[block].emphasised || range.last - range.first != 1) return false;
        const TokenRange tokens = layout_.tokens[block];
        const auto words = std::count_if(text_.tokens.begin() + tokens.first, text_.tokens.begin() + tokens.last,
                                         [](const Token& token) { return token.kind != TokenKind::punctuation; });
        if (words == 0 || words > longest_heading) return false;
        const Ending ending = ending_of(text_, tokens);
        if (ending == Ending::stop) return false;
        return ending != Ending::colon || !introduces_list(document_.blocks, block);
    }

    const ingest::Document& document_;
    const Text& text_;
    const Layout& layout_;
    std::vector<Sentence>& sentences_;
    std::vector<Section> sections_;
    std::uint32_t current_ = 0;
    std::uint32_t below_ = 0;  // the section of the last emphasised paragraph, 0 where none is open
};

}  // namespace

std::vector<Section> build_sections(const ingest::Document& document, const Text& text, const Layout& layout,
                                    std::vector<Sentence>& sentences) {
    return Sections(document, text, layout, sentences).run();
}

}  // namespace boardcheck::text
