#include "ingest/pack/agenda_places.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "ingest/pack/bookmarks.hpp"

namespace boardcheck::ingest::pack {

namespace {

constexpr std::size_t none = AgendaPlaces::none;

/// A page that could be the first of an entry's paper.
struct Pair {
    std::size_t page = 0;  // index of the page
    std::size_t entry = 0;
    double weight = 0;
};

class Matcher {
public:
    explicit Matcher(const Agenda& agenda) : agenda_(agenda) {
        for (std::size_t i = 0; i < agenda.entries.size(); ++i) {
            for (const std::string& word : agenda.entries[i].words) with_word_[word].push_back(i);
            if (!agenda.entries[i].item.empty()) by_item_.emplace(agenda.entries[i].item, i);
            if (!agenda.entries[i].paper.empty()) by_paper_.emplace(agenda.entries[i].paper, i);
        }
    }
    Pair best() const { return best_; }
    void start(std::size_t page) { best_ = {page, none, 0}; }
    void title(std::string_view text) {
        const TitleWords words = title_words(text);
        std::vector<std::size_t> seen;
        for (const std::string& word : words) {
            const auto found = with_word_.find(word);
            if (found == with_word_.end()) continue;
            for (const std::size_t entry : found->second) {
                if (std::find(seen.begin(), seen.end(), entry) != seen.end()) continue;
                seen.push_back(entry);
                offer(entry, likeness(words, agenda_.entries[entry].words));
            }
        }
    }
    void marker(const ItemMarker& marker) {
        constexpr double sure = 1.2;
        const bool item = marker.kind == MarkerKind::agenda_item;
        auto found = item ? by_item_.find(marker.item) : by_paper_.find(marker.item);
        if (!item && found == by_paper_.end()) found = by_item_.find(marker.item);
        if (found != by_item_.end() && found != by_paper_.end()) offer(found->second, sure);
    }

private:
    void offer(std::size_t entry, double weight) {
        if (weight >= alike && weight > best_.weight) best_ = {best_.page, entry, weight};
    }
    const Agenda& agenda_;
    std::unordered_map<std::string, std::vector<std::size_t>> with_word_;
    std::unordered_map<std::string, std::size_t> by_item_, by_paper_;
    Pair best_;
};

std::vector<Pair> likely_pairs(const Document& document, const std::vector<Page>& pages,
                               const std::vector<CoverSheet>& covers, const Agenda& agenda) {
    std::vector<std::vector<const Bookmark*>> bookmarks(pages.size());
    for (const Bookmark& bookmark : document.outline) {
        constexpr std::size_t most = 4;
        if (bookmark.page == 0 || bookmark.page > pages.size()) continue;
        if (bookmarks[bookmark.page - 1].size() < most) bookmarks[bookmark.page - 1].push_back(&bookmark);
    }
    Matcher matcher(agenda);
    std::vector<Pair> pairs;
    for (std::size_t i = agenda.last_page; i < pages.size(); ++i) {
        matcher.start(i);
        if (covers[i].marker) matcher.marker(*covers[i].marker);
        if (!covers[i].title.empty()) matcher.title(covers[i].title);
        for (const std::size_t line : title_lines(document, pages[i])) {
            matcher.title(without_marker(text_of(document, line)));
        }
        for (const Bookmark* bookmark : bookmarks[i]) matcher.title(paper_title(bookmark->title));
        if (matcher.best().entry != none) pairs.push_back(matcher.best());
    }
    return pairs;
}

/// How much is to be added to the agenda's page numbers to come to pages of the file; nothing where titles do not show
/// it, or do not agree.
std::optional<std::int64_t> page_offset(const std::vector<Pair>& pairs, const Agenda& agenda) {
    std::map<std::int64_t, std::size_t> votes;
    std::size_t all = 0;
    for (const Pair& pair : pairs) {
        const auto page = agenda.entries[pair.entry].page;
        if (page == 0) continue;
        ++all;
        ++votes[static_cast<std::int64_t>(pair.page) + 1 - static_cast<std::int64_t>(page)];
    }
    const auto most =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    constexpr std::size_t fewest = 2;
    if (most == votes.end() || most->second < fewest || 3 * most->second < all) return std::nullopt;
    return most->first;
}

/// The heaviest choice of pairs in which both pages and entries only go forward.
std::vector<Pair> chain_of(const std::vector<Pair>& pairs, std::size_t entries) {
    std::vector<double> weight(pairs.size());
    std::vector<std::size_t> before(pairs.size(), none);
    std::vector<std::size_t> best_until(entries, none);  // pair that ends the heaviest chain up to this entry
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const std::size_t entry = pairs[i].entry;
        if (entry > 0) before[i] = best_until[entry - 1];
        weight[i] = pairs[i].weight + (before[i] == none ? 0 : weight[before[i]]);
        for (std::size_t at = entry; at < entries; ++at) {
            if (best_until[at] != none && weight[best_until[at]] >= weight[i]) break;
            best_until[at] = i;
        }
    }
    std::vector<Pair> chain;
    for (std::size_t at = entries == 0 ? none : best_until[entries - 1]; at != none; at = before[at]) {
        chain.push_back(pairs[at]);
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

/// Pairs by the agenda's page numbers, and by title those of entries without one.
std::vector<Pair> paged_pairs(const std::vector<Pair>& pairs, const Agenda& agenda, std::int64_t offset,
                              std::size_t pages) {
    constexpr double sure = 3;
    std::map<std::size_t, Pair> by_page;
    for (const Pair& pair : pairs) {
        if (agenda.entries[pair.entry].page == 0) by_page.emplace(pair.page, pair);
    }
    for (std::size_t i = 0; i < agenda.entries.size(); ++i) {
        if (agenda.entries[i].page == 0) continue;
        const auto page = static_cast<std::int64_t>(agenda.entries[i].page) + offset - 1;
        if (page < static_cast<std::int64_t>(agenda.last_page) || page >= static_cast<std::int64_t>(pages)) continue;
        Pair& pair = by_page[static_cast<std::size_t>(page)];
        if (pair.weight < sure) pair = {static_cast<std::size_t>(page), i, sure};
    }
    std::vector<Pair> all;
    for (const auto& [page, pair] : by_page) all.push_back(pair);
    return all;
}

}  // namespace

AgendaPlaces place_agenda(const Document& document, const std::vector<Page>& pages,
                          const std::vector<CoverSheet>& covers, const Agenda& agenda) {
    AgendaPlaces places;
    places.entries.assign(pages.size(), none);
    auto pairs = likely_pairs(document, pages, covers, agenda);
    if (const auto offset = page_offset(pairs, agenda)) {
        pairs = paged_pairs(pairs, agenda, *offset, pages.size());
        places.by_page = true;
    }
    for (const Pair& pair : chain_of(pairs, agenda.entries.size())) places.entries[pair.page] = pair.entry;
    return places;
}

}  // namespace boardcheck::ingest::pack
