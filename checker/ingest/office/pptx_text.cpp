#include "ingest/office/pptx_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/characters.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

struct SlideRun {
    pugi::xml_node node;  // an a:t, or an a:br
    std::optional<bool> bold;
    bool counted = false;  // the number of the slide
};

/// The runs of a paragraph in order, fields and formulas too. Keeps its own stack: markup may nest as it likes.
std::vector<SlideRun> runs_of(const pugi::xml_node& paragraph) {
    std::vector<SlideRun> open{{paragraph, {}, false}};
    std::vector<SlideRun> runs;
    while (!open.empty()) {
        SlideRun next = open.back();
        open.pop_back();
        const std::string_view name = local_name(next.node);
        if (name == "t" || name == "br") {
            runs.push_back(next);
            continue;
        }
        if (name == "pPr" || name == "rPr" || name == "endParaRPr") continue;
        if (name == "AlternateContent") next.node = seen_alternative(next.node);
        const std::string_view bold = attribute(child(next.node, "rPr"), "b");
        if (!bold.empty()) next.bold = bold == "1" || bold == "true";
        next.counted = next.counted || (name == "fld" && attribute(next.node, "type") == "slidenum");
        for (auto each = next.node.last_child(); each; each = each.previous_sibling()) {
            if (each.type() == pugi::node_element) open.push_back({each, next.bold, next.counted});
        }
    }
    return runs;
}

/// More than white space and the number of the slide.
bool has_text(const std::vector<SlideRun>& runs) {
    return std::any_of(runs.begin(), runs.end(),
                       [](const SlideRun& run) { return !run.counted && !is_blank(run.node.text().get()); });
}

void write_runs(DraftWriter& writer, const std::vector<SlideRun>& runs, bool bold_by_default) {
    bool bold = false;
    bool plain = false;
    for (const SlideRun& run : runs) {
        if (local_name(run.node) == "br") {
            writer.line_break();
            continue;
        }
        const std::string_view words = run.node.text().get();
        if (has_words(words)) (run.bold.value_or(bold_by_default) ? bold : plain) = true;
        writer.text(words);
    }
    writer.block().block.emphasised = bold && !plain;
}

/// Counts the numbered lines of one text body, level by level.
class SlideCounters {
public:
    /// The number of a line, or empty; every line is to be counted, in order.
    std::string count(int level, const SlideLook& look) {
        const auto at = static_cast<std::size_t>(level);
        std::fill(counters_.begin() + level + 1, counters_.end(), Counter{});
        Counter& counter = counters_[at];
        if (look.bullet != SlideLook::Bullet::number) {
            counter = {};
            return {};
        }
        const bool goes_on = counter.number > 0 && counter.scheme == look.scheme && counter.start == look.start;
        counter = {look.scheme, look.start, goes_on ? counter.number + 1 : look.start};
        return slide_number(counter.number, look.scheme);
    }

private:
    struct Counter {
        std::string_view scheme;
        int start = 0;
        int number = 0;
    };
    std::array<Counter, 9> counters_{};
};

void take_bullet(Block& block, const SlideLook& look, int level) {
    const bool item = look.bullet == SlideLook::Bullet::sign || look.bullet == SlideLook::Bullet::number;
    if (!item || block.kind != BlockKind::paragraph) return;
    block.kind = BlockKind::list_item;
    block.level = static_cast<std::uint8_t>(level + 1);
}

}  // namespace

pugi::xml_node seen_alternative(const pugi::xml_node& node) {
    const auto choice = child(node, "Choice");
    return choice ? choice : child(node, "Fallback");
}

void write_slide_text(DraftWriter& writer, const pugi::xml_node& body, const std::vector<pugi::xml_node>& sources,
                      const Block& like) {
    SlideCounters counters;
    for (const pugi::xml_node paragraph : body.children()) {
        if (local_name(paragraph) != "p") continue;
        const auto runs = runs_of(paragraph);
        if (!has_text(runs)) continue;
        const int level = level_of(paragraph);
        const SlideLook look = look_of(paragraph, level, sources);
        DraftBlock draft;
        draft.block = like;
        draft.block.number = counters.count(level, look);
        take_bullet(draft.block, look, level);
        if (like.kind == BlockKind::slide_title && writer.open()) {
            writer.line_break();
        } else {
            writer.begin(draft);
        }
        write_runs(writer, runs, look.bold.value_or(false));
    }
    writer.end();
}

void write_slide_line(DraftWriter& writer, std::string_view words, const Block& like) {
    DraftBlock draft;
    draft.block = like;
    writer.begin(draft);
    writer.text(words);
    writer.end();
}

std::string slide_words(const pugi::xml_node& node) {
    std::string words;
    for (const pugi::xml_node paragraph : node.children()) {
        if (local_name(paragraph) != "p") continue;
        if (!words.empty()) words += ' ';
        for (const SlideRun& run : runs_of(paragraph)) words += run.node.text().get();
    }
    return words;
}

}  // namespace boardcheck::ingest
