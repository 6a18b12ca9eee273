#include "ingest/pack/paper_starts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "ingest/pack/agenda.hpp"
#include "ingest/pack/agenda_places.hpp"
#include "ingest/pack/bookmarks.hpp"
#include "ingest/pack/cover_sheet.hpp"
#include "ingest/pack/plain_words.hpp"
#include "ingest/pack/signs.hpp"

namespace boardcheck::ingest::pack {

namespace {

constexpr double enough = 4;
/// Where the agenda's page numbers or the bookmarks lead to the papers, another page must have more to show.
constexpr double enough_beside_a_list = 6.5;

/// Says of a page that a paper of its own begins there, without regard to how the pages before look.
bool is_firm(const Signs& signs) { return signs.cover || signs.new_marker || signs.known != KnownPaper::none; }

double weigh(const Signs& signs, bool numbers_restart) {
    double weight = 0;
    if (signs.cover) weight += 4;
    if (signs.part_cover) weight += 2;
    if (signs.new_marker) weight += 3;
    if (signs.known != KnownPaper::none) weight += 3;
    if (signs.restart) weight += 3;
    if (signs.maybe_restart) weight += numbers_restart ? 3 : 1.5;
    if (signs.new_head) weight += 1.5;
    if (signs.title) weight += 1.5;
    if (signs.sections_restart) weight += 1;
    if (signs.after_short_page) weight += 0.5;
    if (signs.runs_on) weight -= 5;
    if (signs.table_goes_on) weight -= 3;
    if (signs.list_goes_on) weight -= 2;
    if (signs.counts_on && numbers_restart) weight -= 3.5;
    if (signs.same_head) weight -= 2;
    if (signs.same_marker) weight -= 3;
    if (signs.sections_go_on) weight -= 1.5;
    if (signs.appendix) weight -= 4;
    return weight;
}

class Splitter {
public:
    Splitter(const Document& document, const std::vector<Page>& pages) : document_(document), pages_(pages) {
        covers_.reserve(pages.size());
        for (const Page& page : pages) covers_.push_back(read_cover_sheet(document, page));
        signs_ = read_signs(document, pages, covers_);
        agenda_ = read_agenda(document, pages);
        places_.entries.assign(pages.size(), AgendaPlaces::none);
        if (agenda_) places_ = place_agenda(document, pages, covers_, *agenda_);
        bookmarks_.assign(pages.size(), nullptr);
        forget_what_is_common();
        weigh_pages();
        read_outline();
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (bookmarks_[i] != nullptr || (places_.by_page && placed(i))) last_listed_ = i;
        }
    }
    std::vector<PaperStart> split() {
        std::vector<PaperStart> starts{start_at(0)};
        for (std::size_t i = 1; i < pages_.size(); ++i) {
            if (!begins_paper(i)) continue;
            starts.push_back(start_at(i));
            current_ = i;
            pages_of_papers_.push_back(i);
        }
        if (!is_pack()) return {};
        return starts;
    }

private:
    bool in_agenda(std::size_t i) const {
        return agenda_ && i + 1 > agenda_->first_page && i + 1 <= agenda_->last_page;
    }
    /// Where page numbers begin again several times, pages without any stand between them.
    bool restarts(std::size_t i) const { return signs_[i].restart || (numbers_restart_ && signs_[i].maybe_restart); }
    bool placed(std::size_t i) const { return places_.entries[i] != AgendaPlaces::none; }

    void weigh_pages() {
        const auto all = std::count_if(signs_.begin(), signs_.end(), [](const Signs& each) { return each.restart; });
        constexpr std::ptrdiff_t several = 2;
        numbers_restart_ = all >= several && !is_stamped();
        weights_.reserve(pages_.size());
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            double weight = weigh(signs_[i], numbers_restart_);
            if (placed(i)) weight += 3;
            if (in_agenda(i)) weight -= 6;
            weights_.push_back(weight);
        }
    }
    /// Most pages have numbers that run through the whole file: where one does not, it was read wrongly.
    bool is_stamped() const {
        std::map<std::int64_t, std::size_t> offsets;
        std::size_t numbered = 0;
        for (const Page& page : pages_) {
            if (page.printed == 0) continue;
            ++numbered;
            ++offsets[static_cast<std::int64_t>(page.number) - static_cast<std::int64_t>(page.printed)];
        }
        return std::any_of(offsets.begin(), offsets.end(),
                           [numbered](const auto& offset) { return 5 * offset.second > 3 * numbered; });
    }
    /// Minutes have item numbers in the middle of their pages, and registers a form on each: those begin no papers.
    void forget_what_is_common() {
        std::size_t markers = 0, inside = 0, covers = 0;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            markers += signs_[i].new_marker ? 1 : 0;
            covers += signs_[i].cover ? 1 : 0;
            if (!in_agenda(i)) inside += markers_inside(pages_[i]);
        }
        constexpr std::size_t few_pages = 4;
        const bool forms = pages_.size() > few_pages && 5 * covers > 3 * pages_.size() && !agenda_;
        const bool of_minutes = inside > 0 && 2 * inside >= markers;
        for (Signs& signs : signs_) {
            if (forms) signs.cover = false;
            if (of_minutes && !signs.cover) signs.new_marker = false;
        }
    }
    /// Item numbers behind the first lines of a page.
    std::size_t markers_inside(const Page& page) const {
        std::size_t inside = 0;
        for (std::size_t i = 2; i < page.top.size(); ++i) {
            if (document_.blocks[page.top[i]].kind != BlockKind::heading) continue;
            const auto marker = item_marker(text_of(document_, page.top[i]));
            if (marker && marker->kind == MarkerKind::agenda_item) ++inside;
        }
        return inside;
    }
    void read_outline() {
        for (const Bookmark* bookmark : paper_bookmarks(document_, weights_, enough)) {
            bookmarks_[bookmark->page - 1] = bookmark;
            by_outline_ = true;
        }
    }

    /// Whether a line at the top of a page is the title of the paper before.
    bool repeats_title(std::size_t i) const {
        const TitleWords words = title_words(title_of(current_));
        if (likeness(words, title_words(covers_[i].title)) >= alike) return true;
        const auto lines = title_lines(document_, pages_[i]);
        return std::any_of(lines.begin(), lines.end(), [&](std::size_t line) {
            return likeness(words, title_words(text_of(document_, line))) >= alike;
        });
    }
    /// The sheet in front of a report, and what is attached to it, are one paper.
    bool belongs_to_cover(std::size_t i) const {
        if (!signs_[current_].cover && !signs_[current_].new_marker) return false;
        if (repeats_title(i)) return true;
        if (signs_[i].cover || signs_[i].new_marker) return false;
        return signs_[i].known == KnownPaper::none || signs_[i].known == known_paper(title_of(current_));
    }
    bool begins_paper(std::size_t i) const {
        if (bookmarks_[i] != nullptr) return true;
        if (placed(i) && places_.by_page) return true;
        if (in_agenda(i) || signs_[i].appendix) return false;
        // A list of all papers is believed: what is not in it can only come after them.
        if (i < last_listed_ || weights_[i] < (last_listed_ > 0 ? enough_beside_a_list : enough)) return false;
        if (placed(i)) return true;
        const bool loose = !is_firm(signs_[i]);
        if (loose && (last_listed_ > 0 || !(restarts(i) && signs_[i].title))) return false;
        return !belongs_to_cover(i);
    }

    /// Papers of one meeting show it more than once; a report with chapters does not.
    bool is_pack() const {
        if (pages_of_papers_.empty()) return false;
        if (by_outline_) return true;
        std::size_t firm = 0, strong = 0, restarted = 0;
        std::set<std::string> items;
        if (covers_[0].marker && (signs_[0].cover || signs_[0].new_marker)) items.insert(covers_[0].marker->item);
        for (const std::size_t i : pages_of_papers_) {
            const bool shown = placed(i) || is_firm(signs_[i]);
            firm += shown ? 1 : 0;
            strong += placed(i) && weights_[i] >= enough_beside_a_list ? 1 : 0;
            restarted += restarts(i) ? 1 : 0;
            if (covers_[i].marker && signs_[i].new_marker) items.insert(covers_[i].marker->item);
        }
        constexpr std::size_t several = 3;
        if (agenda_ && (strong > 0 || firm >= 2)) return true;
        return items.size() >= 2 || firm >= several || restarted >= several;
    }

    std::string title_of(std::size_t i) const {
        if (placed(i) && agenda_) return agenda_->entries[places_.entries[i]].title;
        if (bookmarks_[i] != nullptr) return paper_title(bookmarks_[i]->title);
        if (!covers_[i].title.empty()) return covers_[i].title;
        return page_title(document_, pages_[i]);
    }
    PaperStart start_at(std::size_t i) const {
        PaperStart start{pages_[i].number, {}, title_of(i)};
        const bool first_agenda = i == 0 && agenda_;
        if (first_agenda || signs_[i].known == KnownPaper::agenda) {
            start.title = "Agenda";
            return start;
        }
        if (placed(i) && agenda_) {
            start.item = agenda_->entries[places_.entries[i]].item;
        } else if (bookmarks_[i] != nullptr) {
            start.item = paper_item(bookmarks_[i]->title);
        }
        if (start.item.empty() && covers_[i].marker) start.item = covers_[i].marker->item;
        return start;
    }

    const Document& document_;
    const std::vector<Page>& pages_;
    std::vector<CoverSheet> covers_;
    std::vector<Signs> signs_;
    std::optional<Agenda> agenda_;
    AgendaPlaces places_;
    std::vector<const Bookmark*> bookmarks_;  // for each page, of the outline's papers
    bool by_outline_ = false;
    bool numbers_restart_ = false;
    std::vector<double> weights_;
    std::size_t last_listed_ = 0;  // page of the last paper that bookmarks or the agenda's page numbers lead to
    std::size_t current_ = 0;      // page on which the paper before begins
    std::vector<std::size_t> pages_of_papers_;
};

}  // namespace

std::vector<PaperStart> paper_starts(const Document& document, const std::vector<Page>& pages) {
    return Splitter(document, pages).split();
}

}  // namespace boardcheck::ingest::pack
