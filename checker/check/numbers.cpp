#include "check/numbers.hpp"

#include <algorithm>

namespace boardcheck::check {

namespace {

constexpr std::size_t most_numbers = 100000;
constexpr std::size_t longest_front = 8;  // sentences that may say what the paper is

}  // namespace

std::size_t part_of(const Attachments& attachments, std::uint32_t sentence) {
    const auto& all = attachments.all;
    const auto after = std::upper_bound(all.begin(), all.end(), sentence,
                                        [](std::uint32_t at, const Attachment& each) { return at < each.sentence; });
    for (auto each = after; each != all.begin() && after - each < 4;) {
        --each;
        if (each->stands && sentence < each->last_sentence) return static_cast<std::size_t>(each - all.begin()) + 1;
    }
    return 0;
}

std::vector<Numbered> numbers_of(const Case& paper, const Attachments& attachments) {
    std::vector<Numbered> numbers;
    const text::Text& text = paper.text;
    std::uint32_t block = 0xffffffff;
    for (std::uint32_t i = 0; i < text.sentences.size() && numbers.size() < most_numbers; ++i) {
        if (text.sentences[i].block == block) continue;
        block = text.sentences[i].block;
        const ingest::Block& here = paper.document.blocks[block];
        if (here.number.empty() || here.table != 0 || !ingest::is_body(here.kind)) continue;
        const std::size_t space = here.number.rfind(' ');
        const bool heading = here.kind == ingest::BlockKind::heading;
        std::string kind = heading ? "section" : "paragraph";
        if (space != std::string::npos) kind = label_of(std::string_view(here.number).substr(0, space));
        const std::string number = space == std::string::npos ? here.number : here.number.substr(space + 1);
        numbers.push_back({kind, number, label_of(number), i, part_of(attachments, i)});
    }
    return numbers;
}

bool is_extract(const Case& paper, const Attachments& attachments, std::size_t part) {
    if (part != 0) return mentions_role(paper, attachments.all[part - 1].sentence, "part-only");
    const std::size_t last = std::min(paper.text.sentences.size(), longest_front);
    for (std::uint32_t i = 0; i < last; ++i) {
        if (mentions_role(paper, i, "part-only")) return true;
    }
    return false;
}

std::string chapter_of(const std::string& label) {
    const std::size_t stop = label.rfind('.');
    return stop == std::string::npos ? std::string() : label.substr(0, stop);
}

std::uint32_t last_value(const std::string& label) {
    std::string last = label.substr(label.rfind('.') == std::string::npos ? 0 : label.rfind('.') + 1);
    std::erase_if(last, [](char c) { return c == '(' || c == ')'; });
    if (last.empty() || last.size() > 5) return 0;
    if (std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return static_cast<std::uint32_t>(std::stoul(last));
    if (last.size() == 1 && last[0] >= 'a' && last[0] <= 'z') return static_cast<std::uint32_t>(last[0] - 'a' + 1);
    return 0;
}

}  // namespace boardcheck::check
