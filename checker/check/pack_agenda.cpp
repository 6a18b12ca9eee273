// The papers of a meeting against its agenda: which are missing, which are on no line of it, which are for another
// purpose or another day.
#include <algorithm>
#include <set>

#include "check/pack_parts.hpp"

namespace boardcheck::check {

namespace {

using extract::AgendaItem;

constexpr double least_share = 0.5;        // of the words of an item's title that its paper has in front;
constexpr double share_with_number = 0.2;  // where it has the number of the item as well
constexpr double share_of_number = 0.25;   // what the same number is worth
constexpr std::uint32_t front_sentences = 8, title_sentences = 30;
constexpr std::size_t most_pairs = 250'000;

/// The words by which a paper can be known: its title, its first lines, the name of its file.
Bag front_of(const Known& paper, const std::string& file) {
    std::string words = paper.declarations.meta.title + ' ' + file;
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '-' || c == '_' || c == '.'; }, ' ');
    for (std::uint32_t i = 0; i < std::min<std::size_t>(front_sentences, paper.text.sentences.size()); ++i) {
        words += ' ';
        words += slice(paper.text.text, paper.text.sentences[i].span);
    }
    return bag_of(words);
}

std::string_view without_zeros(std::string_view number) {
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    return number;
}

/// The number with which a file's name begins, but for one word: "5" of "05-estates.docx" and of "Item 5 estates.docx".
std::string_view leading_number(std::string_view file) {
    constexpr std::string_view digits = "0123456789";
    auto begin = std::min(file.find_first_of(digits), file.size());
    const std::string_view before = file.substr(0, begin);
    const bool one_word =
        before.find_first_of(" -_") + 1 >= before.size() || before.find_first_of(" -_") == before.npos;
    if (!one_word) return {};
    const std::string_view number = file.substr(begin, file.find_first_not_of(digits, begin) - begin);
    return without_zeros(number);
}

/// What a paper asks is one or the other, or it says so itself; nothing, where nothing tells.
std::string purpose_of(const extract::Declarations& declarations, const extract::Recommendation*& telling) {
    static const std::set<std::string_view> decides{"approve", "agree", "endorse"};
    for (const extract::Recommendation& asked : declarations.recommendations) {
        if (!decides.contains(asked.ask)) continue;
        telling = &asked;
        return "decision";
    }
    const bool notes = !declarations.recommendations.empty() &&
                       std::all_of(declarations.recommendations.begin(), declarations.recommendations.end(),
                                   [](const extract::Recommendation& asked) { return asked.ask == "note"; });
    if (declarations.recommendations.empty() && declarations.meta.purpose_stated) return declarations.meta.purpose;
    if (!notes) return {};
    telling = &declarations.recommendations.front();
    return "information";
}

/// Where a paper has its title; where it has none, its first words.
std::optional<extract::Evidence> title_of(const Known& paper) {
    const Bag title = bag_of(paper.declarations.meta.title);
    const std::size_t end = std::min<std::size_t>(title_sentences, paper.text.sentences.size());
    if (end == 0) return {};
    std::uint32_t best = 0;
    std::size_t most = 0;
    for (std::uint32_t i = 0; i < end; ++i) {
        const Bag words = bag_of(paper.text, paper.text.sentences[i].span);
        Bag common;
        std::set_intersection(words.begin(), words.end(), title.begin(), title.end(), std::back_inserter(common));
        // Of a title on two lines the second one says more: the first is often whose it is.
        const bool is_line = words.size() == common.size() && common.size() >= most;
        if (common.empty() || (common.size() <= most && !is_line)) continue;
        best = i;
        most = common.size();
        if (most == title.size()) break;
    }
    return extract::Evidence{best, paper.text.sentences[best].span};
}

class Agenda {
public:
    Agenda(Pack& pack, std::uint32_t index) : pack_(pack), index_(index) {
        for (const std::uint32_t member : pack.members)
            if (member != index) papers_.push_back(member);
        match_papers();
    }

    void add_findings() {
        add_missing();
        add_unlisted();
        add_purposes();
        add_days();
    }

private:
    const std::vector<AgendaItem>& items() const { return pack_.paper(index_).declarations.agenda; }

    bool same_number(const AgendaItem& item, std::uint32_t paper) const {
        const std::string_view number = without_zeros(item.number);
        const std::string& printed = pack_.paper(paper).declarations.meta.agenda_item;
        return printed.empty() ? leading_number(pack_.file(paper)) == number : without_zeros(printed) == number;
    }

    void match_papers() {
        paper_of_item_.resize(items().size());
        listed_.resize(papers_.size());
        if (items().size() * papers_.size() > most_pairs) return;
        std::vector<Pair> pairs;
        for (std::uint32_t j = 0; j < papers_.size(); ++j) {
            const Bag front = front_of(pack_.paper(papers_[j]), pack_.file(papers_[j]));
            for (std::uint32_t i = 0; i < items().size(); ++i) {
                const Bag title = bag_of(items()[i].title);
                Bag common;
                std::set_intersection(title.begin(), title.end(), front.begin(), front.end(),
                                      std::back_inserter(common));
                const double share =
                    static_cast<double>(common.size()) / static_cast<double>(std::max<std::size_t>(1, title.size()));
                const bool numbered = same_number(items()[i], papers_[j]);
                if (share < (numbered ? share_with_number : least_share)) continue;
                pairs.push_back({i, j, share + (numbered ? share_of_number : 0)});
            }
        }
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
        for (const Pair& pair : pairs) {
            if (paper_of_item_[pair.one] || listed_[pair.other]) continue;
            paper_of_item_[pair.one] = papers_[pair.other];
            listed_[pair.other] = true;
        }
    }

    /// So few papers of the agenda are here that the others were simply not given.
    bool is_whole() const {
        const auto there = std::count(listed_.begin(), listed_.end(), true);
        const auto enclosed = std::count_if(items().begin(), items().end(),
                                            [](const AgendaItem& item) { return item.enclosed.value_or(false); });
        return there > 0 && 2 * there >= enclosed;
    }

    bool says_of_papers() const {
        return std::any_of(items().begin(), items().end(),
                           [](const AgendaItem& item) { return item.enclosed.value_or(false); });
    }

    void add_missing() {
        if (!is_whole()) return;
        for (std::uint32_t i = 0; i < items().size(); ++i) {
            const AgendaItem& item = items()[i];
            // An agenda without a word on papers has some for what is to be decided.
            const bool expected = item.enclosed.value_or(!says_of_papers() && item.purpose == "decision");
            if (paper_of_item_[i] || !expected) continue;
            pack_.add(index_, "pack.paper-missing", item.evidence, {{"item", item.number}, {"title", item.title}});
        }
    }

    void add_unlisted() {
        if (!is_whole()) return;
        for (std::uint32_t j = 0; j < papers_.size(); ++j) {
            if (listed_[j]) continue;
            const Known& paper = pack_.paper(papers_[j]);
            pack_.add(papers_[j], "pack.not-on-agenda", title_of(paper), {{"title", paper.declarations.meta.title}});
        }
    }

    void add_purposes() {
        for (std::uint32_t i = 0; i < items().size(); ++i) {
            const AgendaItem& item = items()[i];
            if (!paper_of_item_[i] || item.purpose.empty()) continue;
            const extract::Recommendation* telling = nullptr;
            const std::string asked = purpose_of(pack_.paper(*paper_of_item_[i]).declarations, telling);
            const std::string purpose = item.purpose == "approval" ? "decision" : item.purpose;
            const bool other =
                (purpose == "decision" && asked == "information") || (purpose == "information" && asked == "decision");
            if (!other) continue;
            Finding* finding = pack_.add(index_, "pack.purpose", item.evidence,
                                         {{"item", item.number}, {"here", item.purpose}, {"there", asked}});
            if (finding != nullptr && telling != nullptr)
                finding->others.push_back({asked, telling->evidence, *paper_of_item_[i]});
        }
    }

    void add_days() {
        const extract::DateValue* meeting = meeting_day(pack_.paper(index_));
        if (meeting == nullptr) return;
        for (const std::optional<std::uint32_t>& paper : paper_of_item_) {
            if (!paper) continue;
            const extract::Declarations& declarations = pack_.paper(*paper).declarations;
            const auto& date = declarations.meta.date;
            if (!date || date->day == 0 || *date == *meeting->first) continue;
            std::optional<extract::Evidence> evidence;
            for (const extract::DateValue& each : declarations.dates) {
                if (!evidence && each.first == date && each.last == date) evidence = each.evidence;
            }
            Finding* finding = pack_.add(*paper, "pack.meeting-date", evidence,
                                         {{"here", to_string(*date)}, {"there", to_string(*meeting->first)}});
            if (finding != nullptr) finding->others.push_back({meeting->text, meeting->evidence, index_});
        }
    }

    Pack& pack_;
    const std::uint32_t index_;
    std::vector<std::uint32_t> papers_;  // without the agenda
    std::vector<std::optional<std::uint32_t>> paper_of_item_;
    std::vector<bool> listed_;  // of papers_
};

}  // namespace

const extract::DateValue* meeting_day(const Known& agenda) {
    const extract::Declarations& declarations = agenda.declarations;
    for (const extract::DateValue& date : declarations.dates) {
        if (declarations.agenda.front().evidence < date.evidence) break;
        if (date.precision == extract::Precision::day && date.first) return &date;
    }
    return nullptr;
}

void add_agenda(Pack& pack) {
    for (const std::uint32_t member : pack.members) {
        if (!pack.paper(member).declarations.agenda.empty()) return Agenda(pack, member).add_findings();
    }
}

}  // namespace boardcheck::check
