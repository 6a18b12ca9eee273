#include "ingest/pack/signs.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

#include "ingest/pack/plain_words.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pack {

namespace {

/// The first part of a printed number: "4.12" is 4; 0 for letters and for numbers too large for a section.
std::uint32_t section_of(const Block& block) {
    if (block.kind == BlockKind::table_cell || block.number.empty()) return 0;
    std::uint32_t number = 0;
    std::from_chars(block.number.data(), block.number.data() + block.number.size(), number);
    constexpr std::uint32_t most_sections = 60;
    return number <= most_sections ? number : 0;
}

struct Sections {
    std::uint32_t first = 0, last = 0;
};

std::vector<Sections> sections_of(const Document& document, std::size_t pages) {
    std::vector<Sections> sections(pages);
    for (const Block& block : document.blocks) {
        const std::uint32_t number = is_body(block.kind) ? section_of(block) : 0;
        if (number == 0 || block.page == 0 || block.page > pages) continue;
        Sections& page = sections[block.page - 1];
        if (page.first == 0) page.first = number;
        page.last = number;
    }
    return sections;
}

/// Reads page after page; what it has seen of earlier ones it keeps.
class SignReader {
public:
    SignReader(const Document& document, const std::vector<Page>& pages, const std::vector<CoverSheet>& covers)
        : document_(document),
          pages_(pages),
          covers_(covers),
          sections_(sections_of(document, pages.size())),
          middle_(middle_size(pages)) {
        for (const Page& page : pages) ++heads_[page.running_head];
    }
    std::vector<Signs> read() {
        std::vector<Signs> signs(pages_.size());
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            read_front(i, signs[i]);
            read_marker(i, signs[i]);
            read_sections(i, signs[i]);
            if (i == 0) continue;
            read_printed(i, signs[i]);
            read_heads(i, signs[i]);
            read_joint(i, signs[i]);
        }
        return signs;
    }

private:
    void read_front(std::size_t i, Signs& signs) {
        constexpr unsigned several = 3;
        const CoverSheet& cover = covers_[i];
        constexpr unsigned many = 5;
        signs.cover = (cover.names_paper && cover.labels >= several) || (cover.names_title && cover.labels >= many);
        const bool some = cover.names_paper || (cover.names_title && cover.labels >= several);
        signs.part_cover = !signs.cover && some && cover.labels + 1 >= several;
        constexpr std::size_t most_lines = 4;
        const auto lines = title_lines(document_, pages_[i]);
        for (std::size_t line = 0; line < std::min(most_lines, lines.size()); ++line) {
            const auto text = text_of(document_, lines[line]);
            const bool numbered = line == 0 && without_marker(text).size() < text.size() && covers_[i].marker;
            if (line + 1 < most_lines && (numbered || stands_out(document_, lines[line]))) signs.title = true;
            if (line == 0 && (begins_appendix(text) || begins_appendix(document_.blocks[lines[line]].number) ||
                              begins_appendix(without_marker(text)))) {
                signs.appendix = true;
            }
            const bool numbered_heading =
                !document_.blocks[lines[line]].number.empty();  // "3. Minutes of the last meeting"
            if (signs.known == KnownPaper::none && !numbered_heading) signs.known = known_paper(text);
        }
        // An agenda says of which meeting it is; a slide with that title does not.
        if (signs.known == KnownPaper::none && is_agenda_of_meeting(i)) signs.known = KnownPaper::agenda;
        if (signs.known == KnownPaper::agenda && !is_agenda_of_meeting(i)) signs.known = KnownPaper::none;
    }
    bool is_agenda_of_meeting(std::size_t i) const {
        constexpr std::size_t most_blocks = 14;
        bool agenda = false;
        bool meeting = false;
        const auto& top = pages_[i].top;
        for (std::size_t place = 0; place < std::min(most_blocks, top.size()); ++place) {
            const auto text = text_of(document_, top[place]);
            agenda = agenda || known_paper(text) == KnownPaper::agenda;
            const std::string words = plain(text);
            meeting = meeting || is_date(text) || words.starts_with("venue") || words.starts_with("date") ||
                      words.find("meeting") != std::string::npos || words.find("apologies") != std::string::npos;
        }
        return agenda && meeting;
    }
    void read_marker(std::size_t i, Signs& signs) {
        if (!covers_[i].marker) return;
        signs.same_marker = marker_ == covers_[i].marker;
        signs.new_marker = !signs.same_marker;
        marker_ = covers_[i].marker;
        const auto& top = pages_[i].top;
        const bool first = !top.empty() && item_marker(text_of(document_, top.front())) == marker_;
        signs.title = signs.title || (signs.new_marker && first);
    }
    void read_sections(std::size_t i, Signs& signs) {
        const std::uint32_t first = sections_[i].first;
        if (first == 0) return;
        signs.sections_restart = first == 1 && section_ > 1;
        signs.sections_go_on = section_ > 0 && first > 1 && (first == section_ || first == section_ + 1);
        section_ = sections_[i].last;
    }
    void read_printed(std::size_t i, Signs& signs) const {
        const std::uint32_t before = pages_[i - 1].printed;
        const std::uint32_t here = pages_[i].printed;
        const std::uint32_t after = i + 1 < pages_.size() ? pages_[i + 1].printed : 0;
        const bool first = here == 1 || (here == 0 && after == 2 && before != 1);
        signs.restart = first && before > 0;
        signs.maybe_restart = first && before == 0;
        signs.counts_on = before > 0 && here == before + 1;
    }
    void read_heads(std::size_t i, Signs& signs) {
        const std::string& here = pages_[i].running_head;
        const std::string& before = pages_[i - 1].running_head;
        signs.same_head = !here.empty() && here == before && 2 * heads_[here] < pages_.size();
        signs.new_head = !here.empty() && here != before;
        for (const std::size_t block : pages_[i].furniture) {
            if (is_body(document_.blocks[block].kind)) continue;
            const std::string letters = plain_letters(text_of(document_, block));
            if (has_several_letters(letters) && seen_heads_.insert(letters).second) signs.new_head = true;
        }
    }
    /// What stands on both sides of the break.
    void read_joint(std::size_t i, Signs& signs) const {
        const Page& page = pages_[i];
        const Page& before = pages_[i - 1];
        signs.runs_on = page.runs_on;
        signs.after_short_page = 2 * before.size < middle_;
        if (page.empty() || before.empty()) return;
        const Block& first = document_.blocks[page.top.front()];
        const Block& last = document_.blocks[before.last];
        const auto text = text_of(document_, before.last);
        const auto next = text_of(document_, page.top.front());
        const bool sentences = last.kind == BlockKind::paragraph && first.kind == BlockKind::paragraph;
        signs.runs_on = signs.runs_on || (sentences && ends_open(text) && begins_lower(next));
        signs.table_goes_on = first.table > 0 && first.table == last.table;
        signs.list_goes_on = first.kind == BlockKind::list_item && last.kind == BlockKind::list_item &&
                             (first.number.empty() || first.number != "1");
    }

    const Document& document_;
    const std::vector<Page>& pages_;
    const std::vector<CoverSheet>& covers_;
    std::vector<Sections> sections_;
    std::size_t middle_ = 0;
    std::unordered_map<std::string, std::size_t> heads_;  // on how many pages each stands
    std::unordered_set<std::string> seen_heads_;
    std::optional<ItemMarker> marker_;
    std::uint32_t section_ = 0;
};

}  // namespace

std::vector<Signs> read_signs(const Document& document, const std::vector<Page>& pages,
                              const std::vector<CoverSheet>& covers) {
    return SignReader(document, pages, covers).read();
}

}  // namespace boardcheck::ingest::pack
