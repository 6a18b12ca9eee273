#include "ingest/pack/agenda.hpp"

#include <algorithm>
#include <charconv>

#include "ingest/pack/agenda_rows.hpp"
#include "ingest/pack/cover_sheet.hpp"
#include "ingest/pack/item_marker.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pack {

namespace {

constexpr std::size_t most_entries = 200;

/// The part of an item that counts up: "10.2" and "10" are 10; 0 where it has none ("GB/12").
std::uint32_t chief_number(std::string_view item) {
    std::uint32_t value = 0;
    std::from_chars(item.data(), item.data() + item.size(), value);
    return value;
}

/// Whether a page that comes after the agenda's first cannot be its next one.
bool begins_something_else(const Document& document, const Page& page) {
    if (page.empty()) return true;
    const CoverSheet cover = read_cover_sheet(document, page);
    constexpr unsigned labels_of_a_cover = 3;
    if (page.printed == 1 || (cover.names_paper && cover.labels >= labels_of_a_cover)) return true;
    for (const std::size_t line : title_lines(document, page)) {
        const KnownPaper known = known_paper(text_of(document, line));
        if (known != KnownPaper::none && known != KnownPaper::agenda) return true;
        if (begins_appendix(text_of(document, line))) return true;
    }
    return false;
}

/// Reads entries while their numbers count up.
class AgendaReader {
public:
    AgendaReader(const Document& document, const std::vector<Page>& pages) : document_(document), pages_(pages) {}
    std::optional<Agenda> read(std::size_t heading) {
        constexpr std::uint32_t most_pages = 10;
        agenda_.first_page = agenda_.last_page = document_.blocks[heading].page;
        const auto last =
            std::min<std::uint32_t>(agenda_.first_page + most_pages, static_cast<std::uint32_t>(pages_.size()));
        for (const AgendaRow& row : agenda_rows(document_, heading + 1, last)) {
            if (row.page != page_ && !turn_page(row)) break;
            if (!add(row)) break;
        }
        std::erase_if(agenda_.entries, [](const AgendaEntry& entry) { return entry.title.empty(); });
        constexpr std::size_t fewest = 3;
        if (agenda_.entries.size() < fewest) return std::nullopt;
        for (AgendaEntry& entry : agenda_.entries) entry.words = title_words(entry.title);
        return agenda_;
    }

private:
    bool turn_page(const AgendaRow& row) {
        page_ = row.page;
        fresh_ = page_ != agenda_.first_page;
        return !fresh_ || !begins_something_else(document_, pages_[page_ - 1]);
    }
    /// False where the row shows that the agenda is over.
    bool add(AgendaRow row) {
        if (row.heads) return true;
        if (awaits_title_ && row.item.empty() && !row.title.empty()) {
            agenda_.entries.back().title = std::move(row.title);
            awaits_title_ = false;
            return true;
        }
        const bool begins = !row.item.empty() || (!row.title.empty() && row.page_reference > 0 && !awaits_page(row));
        if (!begins) return add_rest(row);
        const std::uint32_t number = chief_number(row.item);
        const bool counts_down = number > 0 && number < last_number_;
        if (fresh_ && !agenda_.entries.empty() && counts_down) return false;
        if (counts_down && row.page_reference == 0) return true;  // a list below an item
        fresh_ = false;
        if (number > 0) last_number_ = number;
        in_table_ = row.in_table;
        awaits_title_ = row.title.empty();
        agenda_.last_page = page_;
        agenda_.entries.push_back(
            {std::move(row.item), std::move(row.title), std::move(row.paper), row.page_reference, {}});
        return agenda_.entries.size() < most_entries;
    }
    /// Whether the page in a row without a number is that of the item before.
    bool awaits_page(const AgendaRow& row) const {
        if (!row.in_table || agenda_.entries.empty()) return false;
        return agenda_.entries.back().page == 0 && !agenda_.entries.back().item.empty();
    }
    /// Whether a row without a number has the rest of the title before it.
    bool goes_on(const AgendaRow& row) const {
        if (!row.in_table || agenda_.entries.empty() || row.title.empty()) return row.title.empty();
        return begins_lower(row.title) || ends_in_mid_phrase(agenda_.entries.back().title);
    }
    bool add_rest(const AgendaRow& row) {
        const bool over = fresh_ && in_table_ && !row.in_table;  // something else than the rest of a table
        if (over || agenda_.entries.empty()) return !over;
        if (!row.in_table) return true;
        AgendaEntry& entry = agenda_.entries.back();
        if (fresh_ && !goes_on(row)) return true;
        if (!row.title.empty() && goes_on(row)) entry.title += " " + row.title;
        if (entry.page == 0) entry.page = row.page_reference;
        if (entry.paper.empty()) entry.paper = row.paper;
        agenda_.last_page = page_;
        return true;
    }
    const Document& document_;
    const std::vector<Page>& pages_;
    Agenda agenda_;
    std::uint32_t page_ = 0;
    std::uint32_t last_number_ = 0;
    bool in_table_ = false;
    bool awaits_title_ = false;  // the last entry's stands in the next row or line
    bool fresh_ = false;         // nothing of the agenda has been seen on this page yet
};

}  // namespace

std::optional<Agenda> read_agenda(const Document& document, const std::vector<Page>& pages) {
    constexpr std::size_t most_front_pages = 8;
    constexpr std::size_t most_lines = 15;
    for (std::size_t i = 0; i < std::min(most_front_pages, pages.size()); ++i) {
        auto blocks = pages[i].furniture;
        const auto end = std::min(most_lines, pages[i].top.size());
        blocks.insert(blocks.end(), pages[i].top.begin(), pages[i].top.begin() + static_cast<std::ptrdiff_t>(end));
        for (const std::size_t block : blocks) {
            if (document.blocks[block].page != pages[i].number || !is_body(document.blocks[block].kind)) continue;
            if (known_paper(text_of(document, block)) != KnownPaper::agenda) continue;
            if (auto agenda = AgendaReader(document, pages).read(block)) return agenda;
        }
    }
    return std::nullopt;
}

}  // namespace boardcheck::ingest::pack
