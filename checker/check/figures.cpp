// Two figures for one thing: the same noun with the same words about it, or figures whose digits changed places.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "check/quantities.hpp"
#include "check/readings.hpp"

namespace boardcheck::check {

namespace {

constexpr std::size_t most_values = 12;  // of one key that are compared with each other
constexpr std::size_t most_findings = 40;
constexpr std::uint32_t reach = 10;  // words on either side that tell what a figure is about
constexpr double most_apart = 3.0;   // one figure for the same thing is not three times the other

/// Digits without zeros at the end, and without the words around them: "614" of "£61.4 million".
std::string significant(const Amount& amount) {
    std::string digits = amount.digits;
    while (!digits.empty() && digits.back() == '0') digits.pop_back();
    return digits;
}

/// One pair of neighbours has changed places: 61.4 and 64.1.
bool is_slip(const std::string& a, const std::string& b) {
    if (a.size() != b.size() || a.size() < 3 || a == b) return false;
    const std::size_t at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    if (at + 1 >= a.size() || a[at] != b[at + 1] || a[at + 1] != b[at]) return false;
    return a.compare(at + 2, std::string::npos, b, at + 2) == 0;
}

bool is_known_apart(const Quantity& a, const Quantity& b) {
    if (!a.owner.empty() && !b.owner.empty() && a.owner != b.owner) return true;
    if (a.dated && b.dated && *a.dated != *b.dated)
        return a.dated->year != b.dated->year || a.dated->month != b.dated->month;
    return false;
}

/// "about 61" and 61.4 are one; so are "over 30" and 31.
bool fits(const Quantity& a, const Quantity& b) {
    if (agree(a.amount, b.amount)) return true;
    if (std::max(a.hedge, b.hedge) == Hedge::none) return false;
    if (std::max(a.hedge, b.hedge) == Hedge::bound) return true;
    return std::abs(a.amount.value - b.amount.value) < 0.05 * std::max(a.amount.value, b.amount.value);
}

class FigureFaults {
public:
    FigureFaults(const Case& paper, const Readings& read, std::vector<Finding>& findings)
        : paper_(paper), words_(read.words), findings_(findings), quantities_(read.quantities) {
        for (const text::Token& token : paper.text.tokens) ++times_[paper.text.words[token.word].stem];
    }

    void find() {
        slips();
        same_words();
        wholes();
    }

private:
    using Group = std::vector<const Quantity*>;

    void slips() {
        std::map<std::string, Group> groups;
        for (const Quantity& quantity : quantities_) {
            std::string digits = significant(quantity.amount);
            if (quantity.amount.unit == Unit::percent || digits.size() < 3) continue;
            std::sort(digits.begin(), digits.end());
            groups[(quantity.amount.unit == Unit::money ? "£" : "") + digits].push_back(&quantity);
        }
        for (const auto& [digits, group] : groups) {
            compare(group, [&](const Quantity& a, const Quantity& b) {
                return is_slip(significant(a.amount), significant(b.amount)) && a.amount.value < 2 * b.amount.value &&
                       b.amount.value < 2 * a.amount.value && (a.table == 0 || a.table != b.table) && share_words(a, b);
            });
        }
    }

    /// What one of them is of stands by the other too, and is no word of every page.
    bool share_words(const Quantity& a, const Quantity& b) const {
        if (a.people && b.people) return true;
        if (a.table != 0 && b.table != 0) return stands_by(a.of, {b.of.begin(), b.of.end()});
        return stands_by(a.of, around(b)) || stands_by(b.of, around(a));
    }
    bool stands_by(const std::vector<std::string>& of, const std::set<std::string_view>& around) const {
        const std::size_t common = std::max<std::size_t>(12, paper_.text.tokens.size() / 100);
        return std::any_of(of.begin(), of.end(), [&](const std::string& stem) {
            const auto times = times_.find(stem);
            return around.contains(stem) && (times == times_.end() || times->second <= common);
        });
    }
    std::set<std::string_view> around(const Quantity& quantity) const {
        std::set<std::string_view> stems(quantity.of.begin(), quantity.of.end());
        const text::TokenRange range = paper_.text.sentences[quantity.evidence.sentence].tokens;
        const text::TokenRange own = quantity.amount.tokens;
        const std::uint32_t first = std::max(range.first, own.first > reach ? own.first - reach : 0);
        const std::uint32_t last = std::min(range.last, own.last + reach);
        for (std::uint32_t token = first; token < last && quantity.table == 0; ++token) {
            if (words_.is_content(token) && words_.lower(token).size() > 2) stems.insert(words_.stem(token));
        }
        for (const std::string_view common : {"million", "year", "nhs", "cent", "percent", "total"})
            stems.erase(common);
        return stems;
    }

    /// The same noun with the same words about it.
    void same_words() {
        std::map<std::string, Group> groups;
        for (const Quantity& quantity : quantities_) {
            if (quantity.other || quantity.of.empty() || (quantity.narrowed && quantity.where.empty())) continue;
            if (quantity.table != 0 && !quantity.whole) continue;
            const bool figure = quantity.amount.value >= 1000 || quantity.amount.unit == Unit::money;
            if (!quantity.people && quantity.of.size() < 2 && !quantity.counted && quantity.where.empty()) continue;
            std::string key = std::to_string(static_cast<int>(quantity.amount.unit)) + quantity.where;
            if (quantity.people && quantity.amount.value >= 10'000) {
                key += " people " + quantity.owner;
            } else {
                for (const std::string& stem : quantity.of) key += " " + stem;
                if (figure) key += " of " + quantity.owner;
            }
            groups[key].push_back(&quantity);
        }
        for (const auto& [key, group] : groups) {
            const bool counts = group.front()->amount.unit == Unit::count;
            const bool any_whole =
                std::any_of(group.begin(), group.end(), [](const Quantity* it) { return it->whole; });
            const bool large = group.front()->amount.value >= 1000;
            if (counts && !any_whole && !large) continue;
            const bool people = key.find(" people ") != std::string::npos;
            compare(group, [&](const Quantity& a, const Quantity& b) {
                const double ratio =
                    std::max(a.amount.value, b.amount.value) / std::min(a.amount.value, b.amount.value);
                if (people) return ratio < 1.3 && (a.population || b.population);
                const bool sure = !counts || large || (a.whole && b.whole) || (a.named && b.named) ||
                                  times_of(group, b) > times_of(group, a);
                return ratio < most_apart && sure;
            });
        }
    }

    static std::ptrdiff_t times_of(const Group& group, const Quantity& quantity) {
        return std::count_if(group.begin(), group.end(),
                             [&](const Quantity* it) { return agree(it->amount, quantity.amount); });
    }

    /// "all seven primary care networks", "the eight networks": a name of several words is shortened. One word more
    /// only tells some of them from the others: "the five district councils", "the two councils".
    void wholes() {
        std::map<std::string, Group> groups;
        for (const Quantity& quantity : quantities_) {
            const bool plain = quantity.whole && quantity.followed && !quantity.narrowed && !quantity.other;
            if (plain && quantity.amount.unit == Unit::count && quantity.amount.value >= 2)
                groups[quantity.head].push_back(&quantity);
        }
        for (const auto& [head, group] : groups) {
            compare(group, [&](const Quantity& a, const Quantity& b) {
                const bool inside = std::includes(a.of.begin(), a.of.end(), b.of.begin(), b.of.end()) ||
                                    std::includes(b.of.begin(), b.of.end(), a.of.begin(), a.of.end());
                const bool named = a.of.size() != b.of.size() && (a.named || b.named);
                const std::size_t longer = std::max(a.of.size(), b.of.size()),
                                  shorter = std::min(a.of.size(), b.of.size());
                return inside && !named && longer > 1 && longer != shorter + 1;
            });
        }
    }

    /// The values of a group, each with its places; those that are one are told once.
    template <typename Same>
    void compare(const Group& group, const Same& same) {
        std::vector<Group> values;
        for (const Quantity* quantity : group) {
            const auto known = std::find_if(values.begin(), values.end(), [&](const Group& value) {
                return agree(value.front()->amount, quantity->amount);
            });
            if (known != values.end())
                known->push_back(quantity);
            else if (values.size() < most_values)
                values.push_back({quantity});
        }
        // The value that is told least often comes first, of two as rare the one in prose, then the later one.
        std::sort(values.begin(), values.end(), [](const Group& a, const Group& b) {
            if (a.size() != b.size()) return a.size() < b.size();
            const bool table_a = a.front()->table != 0, table_b = b.front()->table != 0;
            if (table_a != table_b) return table_b;
            return a.front()->evidence > b.front()->evidence;
        });
        for (std::size_t rare = 0; rare < values.size(); ++rare) {
            for (std::size_t usual = values.size(); usual-- > rare + 1;) {
                if (pair(values[rare], values[usual], same)) break;
            }
        }
    }

    template <typename Same>
    bool pair(const Group& rare, const Group& usual, const Same& same) {
        constexpr std::size_t most_places = 8;
        for (std::size_t i = 0; i < rare.size() && i < most_places; ++i) {
            for (std::size_t j = 0; j < usual.size() && j < most_places; ++j) {
                const Quantity &here = *rare[i], &there = *usual[j];
                if (here.evidence.sentence == there.evidence.sentence || fits(here, there)) continue;
                if (is_known_apart(here, there) || !same(here, there)) continue;
                tell(here, there);
                return true;
            }
        }
        return false;
    }

    void tell(const Quantity& here, const Quantity& there) {
        if (told_.size() >= most_findings || !told_.insert(here.evidence).second) return;
        const std::string says = to_string(there.amount, words_);
        Finding* finding = add(paper_, findings_, "consistency.figures", here.evidence,
                               {{"here", to_string(here.amount, words_)},
                                {"there", says},
                                {"what", std::string(slice(paper_.text.text, here.evidence.span))}});
        if (finding != nullptr) finding->others.push_back({says, there.evidence, {}});
    }

    const Case& paper_;
    const Words& words_;
    std::vector<Finding>& findings_;
    const std::vector<Quantity>& quantities_;
    std::unordered_map<std::string_view, std::uint32_t> times_;
    std::set<extract::Evidence> told_;
};

}  // namespace

std::vector<Figure> figures_of(const Readings& read) {
    std::vector<Figure> figures;
    for (const Quantity& quantity : read.quantities) {
        const Amount& amount = quantity.amount;
        const bool reserved = quantity.other || quantity.narrowed || quantity.hedge != Hedge::none;
        if (reserved || quantity.of.empty() || amount.unit == Unit::percent || amount.value < 2) continue;
        figures.push_back({amount.unit == Unit::money ? "money" : "count", quantity.of, quantity.owner, amount.value,
                           amount.step, to_string(amount, read.words), quantity.dated, quantity.evidence});
    }
    return figures;
}

void add_figures(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    FigureFaults(paper, read, findings).find();
}

}  // namespace boardcheck::check
