#include "extract/numbered_parts.hpp"

#include <algorithm>

namespace boardcheck::extract {

namespace {

constexpr std::size_t most_attachments = 60;
constexpr std::size_t most_places = 50;     // of one number: a list may begin anew many times
constexpr std::uint32_t least_numbers = 4;  // fewer are a list of asks
constexpr std::uint32_t longest_name = 4;   // tokens: "APPENDIX 1", "Annex A:"

bool is_part_of_text(const std::string& kind) { return kind == "section" || kind == "paragraph"; }

/// A section may be a numbered paragraph, and the other way round.
std::string also(const std::string& kind) {
    return kind == "section" ? "paragraph" : kind == "paragraph" ? "section" : kind;
}

std::string depth_of(std::size_t attachment, const std::string& number) {
    return std::to_string(attachment) + ' ' + std::to_string(std::count(number.begin(), number.end(), '.'));
}

}  // namespace

std::string compared_number(std::string_view number) {
    std::string out;
    for (const char c : number) {
        if (c != ' ') out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    while (!out.empty() && out.back() == '.') out.pop_back();
    return out;
}

NumberedParts::NumberedParts(const Paper& paper) : paper_(paper) {
    add_attachments();
    for (const text::Section& section : paper.text.sections) {
        if (section.heading != text::Section::no_heading) add("section", section.number, section.heading);
    }
    std::uint32_t block = 0xffffffff;
    for (std::uint32_t i = 0; i < paper.text.sentences.size(); ++i) {
        if (paper.text.sentences[i].block == block) continue;
        block = paper.text.sentences[i].block;
        const ingest::Block& here = paper.block_of(i);
        add_numbered(here, i);
        if (here.page != 0) add("page", std::to_string(here.page), i);
        if (here.slide != 0) add("slide", std::to_string(here.slide), i);
    }
}

/// An appendix that is headed as such, or whose name stands alone on its line; not a line of a list of them.
bool NumberedParts::is_attachment(std::uint32_t sentence) const {
    const ingest::Block& block = paper_.block_of(sentence);
    const text::TokenRange tokens = paper_.text.sentences[sentence].tokens;
    if (block.table != 0 || tokens.first >= tokens.last) return false;
    if (block.kind == ingest::BlockKind::heading && block.number.find(' ') != std::string::npos) {
        const std::string name = compared_number(block.number);
        return name.starts_with("app") || name.starts_with("ann");
    }
    if (tokens.last - tokens.first > longest_name && block.kind != ingest::BlockKind::heading) return false;
    const auto role = [&]() -> std::optional<std::string> {
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            if (mention.tokens.first == tokens.first && mention.tokens.last < tokens.last)
                return paper_.property(mention, "role");
        }
        return {};
    }();
    if (role != "refers-appendix" && role != "refers-annex") return false;
    const std::string& number = paper_.word(tokens.first + 1).surface;
    return number.size() <= 2 && (number[0] <= '9' || number.size() == 1);
}

void NumberedParts::add_attachments() {
    std::uint32_t block = 0xffffffff;
    for (std::uint32_t i = 0; i < paper_.text.sentences.size() && attachments_.size() < most_attachments; ++i) {
        if (paper_.text.sentences[i].block == block) continue;
        block = paper_.text.sentences[i].block;
        if (is_attachment(i)) add_attachment(i);
    }
}

void NumberedParts::add_attachment(std::uint32_t sentence) {
    Attachment attachment{sentence, {}};
    const auto add_words = [&](std::uint32_t of) {
        const text::TokenRange tokens = paper_.text.sentences[of].tokens;
        for (std::uint32_t token = tokens.first; token < tokens.last; ++token)
            attachment.title.emplace_back(paper_.stem(token));
    };
    add_words(sentence);
    const bool bare = attachment.title.size() <= longest_name && paper_.block_of(sentence).number.empty();
    if (bare && sentence + 1 < paper_.text.sentences.size()) add_words(sentence + 1);
    attachments_.push_back(std::move(attachment));
}

std::size_t NumberedParts::attachment_of(std::uint32_t sentence) const {
    const auto after =
        std::upper_bound(attachments_.begin(), attachments_.end(), sentence,
                         [](std::uint32_t at, const Attachment& attachment) { return at < attachment.begin; });
    return static_cast<std::size_t>(after - attachments_.begin());
}

std::optional<std::uint32_t> NumberedParts::attachment_with(std::string_view stem) const {
    for (const Attachment& attachment : attachments_) {
        if (std::find(attachment.title.begin(), attachment.title.end(), stem) != attachment.title.end())
            return attachment.begin;
    }
    return {};
}

void NumberedParts::add(const std::string& kind, std::string_view number, std::uint32_t sentence) {
    if (number.empty()) return;
    const std::string wanted = compared_number(number);
    std::vector<std::uint32_t>& places = places_[kind + ' ' + wanted];
    if (places.size() < most_places) places.push_back(sentence);
    if (is_part_of_text(kind)) ++numbered_[depth_of(attachment_of(sentence), wanted)];
}

/// A block's number may have its word with it: "Table 3", "Appendix A".
void NumberedParts::add_numbered(const ingest::Block& block, std::uint32_t sentence) {
    const std::size_t space = block.number.rfind(' ');
    if (space == std::string::npos) {
        const bool heading = block.kind == ingest::BlockKind::heading;
        add(heading ? "section" : "paragraph", block.number, sentence);
        return;
    }
    std::string kind = compared_number(std::string_view(block.number).substr(0, space));
    if (kind == "annexe") kind = "annex";
    add(kind, std::string_view(block.number).substr(space + 1), sentence);
}

std::optional<std::uint32_t> NumberedParts::place(const std::string& key, const std::string& kind,
                                                  std::uint32_t from) const {
    const auto found = places_.find(key);
    if (found == places_.end()) return {};
    const std::size_t here = attachment_of(from);
    std::optional<std::uint32_t> before;
    for (const std::uint32_t sentence : found->second) {
        const std::size_t there = attachment_of(sentence);
        if (there == here) return sentence;
        if (there == 0 || !before) before = sentence;
    }
    // A report that numbers its own paragraphs does not mean those of its appendices when it gives no more than a
    // number.
    const std::string number = key.substr(kind.size() + 1);
    const auto own = here == 0 && is_part_of_text(kind) ? numbered_.find(depth_of(0, number)) : numbered_.end();
    return own != numbered_.end() && own->second >= least_numbers ? std::nullopt : before;
}

std::optional<std::uint32_t> NumberedParts::find(const std::string& kind, const std::string& number,
                                                 std::uint32_t from) const {
    std::string wanted = compared_number(number);
    for (;;) {
        for (const std::string& other : {kind, also(kind)}) {
            if (const auto sentence = place(other + ' ' + wanted, other, from)) return sentence;
        }
        const std::size_t bracket = wanted.rfind('(');  // "5.2(b)" leads to 5.2
        if (bracket == std::string::npos || bracket == 0) return {};
        wanted.erase(bracket);
    }
}

}  // namespace boardcheck::extract
