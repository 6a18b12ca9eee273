#include "match/plan.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

namespace boardcheck::match {

namespace {

using catalogue::Catalogue;
using catalogue::Lists;
using catalogue::Need;
using catalogue::PatternId;
using catalogue::Round;
using catalogue::Scope;
using catalogue::TermId;

Stretch stretch_of(Scope scope) {
    switch (scope) {
        case Scope::clause:
        case Scope::sentence:
            return Stretch::sentence;
        case Scope::block:
            return Stretch::block;
        case Scope::list:
            return Stretch::list;
        case Scope::section:
            return Stretch::section;
    }
    return Stretch::sentence;
}

/// Lists of values by key, from pairs of both in any order; keys are below `size`.
Lists lists_of(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs, std::size_t size) {
    Lists lists;
    lists.begins.resize(size + 2);
    for (const auto& [key, value] : pairs) ++lists.begins[key + 2];
    std::partial_sum(lists.begins.begin(), lists.begins.end(), lists.begins.begin());
    lists.ids.resize(pairs.size());
    for (const auto& [key, value] : pairs) lists.ids[lists.begins[key + 1]++] = value;
    lists.begins.pop_back();
    return lists;
}

/// More mentions than any paper has: of what mentions do not tell about.
constexpr std::uint64_t unlimited = std::numeric_limits<std::uint32_t>::max();

/// What is left of the needs of patterns in the paper, and how many scopes may have it.
class Reduction {
public:
    Reduction(const Plan& plan, const std::vector<std::uint32_t>& totals, std::vector<Need>& out)
        : plan_(plan), totals_(totals), out_(out) {}

    /// Writes what is left of a need, with numbers for terms, without the alternatives that the paper does not have,
    /// and of what must come together the rarest first. The most scopes that can have it, by mentions; 0 and nothing
    /// written where none can.
    std::uint64_t write(const Need* need) {
        switch (need->kind) {
            case Need::Kind::term:
            case Need::Kind::topic:
                return write_term(*need);
            case Need::Kind::number:
                out_.push_back(*need);
                return unlimited;
            case Need::Kind::any:
                return write_any(need);
            case Need::Kind::all:
                return write_all(need);
        }
        return 0;
    }

    /// The terms, as numbers, one of which is in every scope that has what was written at `need`.
    static void triggers(const Need* need, std::vector<std::uint32_t>& terms) {
        if (need->kind == Need::Kind::term) {
            terms.push_back(need->term);
        } else if (need->kind == Need::Kind::all) {
            triggers(need + 1, terms);
        } else if (need->kind == Need::Kind::any) {
            for (const Need* part = need + 1; part < need + need->size; part += part->size) triggers(part, terms);
        }
    }

private:
    /// A part that was written at the end of `out_`.
    struct Part {
        std::uint64_t most = 0;
        std::size_t first = 0, last = 0;
    };

    std::uint64_t write_term(const Need& need) {
        const std::uint32_t number = plan_.number_of(need.term);
        const bool topic = need.kind == Need::Kind::topic;
        if (number == Plan::none && !(topic && plan_.is_of_paper(need.term))) return 0;
        out_.push_back({need.kind, topic ? need.term : number, 1});
        return topic ? unlimited : totals_[number];
    }

    std::uint64_t write_any(const Need* need) {
        const std::size_t at = out_.size();
        out_.push_back(*need);
        std::uint64_t sum = 0;
        for (const Need* part = need + 1; part < need + need->size; part += part->size) sum += write(part);
        close(at, sum != 0);
        return std::min(sum, unlimited);
    }

    std::uint64_t write_all(const Need* need) {
        const std::size_t at = out_.size(), first_part = parts_.size();
        out_.push_back(*need);
        bool holds = true;
        for (const Need* part = need + 1; holds && part < need + need->size; part += part->size) {
            const std::size_t first = out_.size();
            const std::uint64_t most = write(part);
            parts_.push_back({most, first, out_.size()});
            holds = most != 0;
        }
        const auto first = parts_.begin() + static_cast<std::ptrdiff_t>(first_part);
        const auto rarer = [](const Part& a, const Part& b) { return a.most < b.most; };
        if (holds && !std::is_sorted(first, parts_.end(), rarer)) {
            std::stable_sort(first, parts_.end(), rarer);
            rearrange(at + 1, first_part);
        }
        const std::uint64_t most = !holds ? 0 : first == parts_.end() ? unlimited : first->most;
        parts_.resize(first_part);
        close(at, holds);
        return most;
    }

    void rearrange(std::size_t begin, std::size_t first_part) {
        moved_.assign(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end());
        auto to = out_.begin() + static_cast<std::ptrdiff_t>(begin);
        for (std::size_t i = first_part; i < parts_.size(); ++i) {
            to = std::copy(moved_.begin() + static_cast<std::ptrdiff_t>(parts_[i].first - begin),
                           moved_.begin() + static_cast<std::ptrdiff_t>(parts_[i].last - begin), to);
        }
    }

    void close(std::size_t at, bool holds) {
        if (!holds) out_.resize(at);
        if (holds) out_[at].size = static_cast<std::uint32_t>(out_.size() - at);
    }

    const Plan& plan_;
    const std::vector<std::uint32_t>& totals_;
    std::vector<Need>& out_;
    std::vector<Part> parts_;
    std::vector<Need> moved_;
};

}  // namespace

Plan::Plan(const Catalogue& catalogue, Round round, const std::vector<Mention>& mentions, std::vector<TermId> of_paper)
    : of_paper_(std::move(of_paper)), numbers_(catalogue.terms.size(), none) {
    count(catalogue, mentions);
    find_patterns(catalogue, round);
    find_asked(catalogue);
}

void Plan::count(const Catalogue& catalogue, const std::vector<Mention>& mentions) {
    std::vector<std::uint32_t> own(catalogue.terms.size());
    std::vector<TermId> mentioned;
    for (const Mention& mention : mentions) {
        if (own[mention.term]++ == 0) mentioned.push_back(mention.term);
    }
    for (const TermId term : mentioned) {
        for (const TermId broader : catalogue.index.broader.of(term)) {
            if (numbers_[broader] == none) {
                numbers_[broader] = static_cast<std::uint32_t>(terms_.size());
                terms_.push_back(broader);
                totals_.push_back(0);
            }
            totals_[numbers_[broader]] += own[term];
        }
    }
}

void Plan::find_patterns(const Catalogue& catalogue, Round round) {
    const Lists& patterns = catalogue.index.patterns[static_cast<std::size_t>(round)];
    Reduction reduction(*this, totals_, needs_);
    need_of_.assign(catalogue.patterns.size(), none);
    std::vector<bool> seen(catalogue.patterns.size(), false);
    std::array<std::vector<std::pair<std::uint32_t, std::uint32_t>>, 4> set_off;
    std::vector<std::uint32_t> triggers;
    for (const TermId term : terms_) {
        for (const PatternId pattern : patterns.of(term)) {
            if (seen[pattern]) continue;
            seen[pattern] = true;
            const auto need = static_cast<std::uint32_t>(needs_.size());
            if (reduction.write(&catalogue.index.needs[catalogue.index.need_of[pattern]]) == 0) continue;
            live_.push_back(pattern);
            need_of_[pattern] = need;
            triggers.clear();
            Reduction::triggers(&needs_[need], triggers);
            auto& of_stretch = set_off[static_cast<std::size_t>(stretch_of(catalogue.patterns[pattern].scope))];
            for (const std::uint32_t number : triggers) of_stretch.emplace_back(number, pattern);
        }
    }
    for (std::size_t i = 0; i < set_off.size(); ++i) set_off_[i] = lists_of(set_off[i], size());
}

void Plan::find_asked(const Catalogue& catalogue) {
    std::vector<bool> asked(size(), false);
    for (const PatternId pattern : live_) {
        for (const TermId term : catalogue.index.terms_of.of(pattern)) {
            if (numbers_[term] != none) asked[numbers_[term]] = true;
        }
    }
    asked_.begins.push_back(0);
    for (const TermId term : terms_) {
        std::uint8_t stretches = 0;
        for (const TermId broader : catalogue.index.broader.of(term)) {
            const std::uint32_t number = numbers_[broader];
            if (number == none || !asked[number]) continue;
            asked_.ids.push_back(number);
            for (const Stretch stretch : all_stretches) {
                if (!set_off(stretch, number).empty())
                    stretches = static_cast<std::uint8_t>(stretches | 1u << static_cast<unsigned>(stretch));
            }
        }
        asked_.begins.push_back(static_cast<std::uint32_t>(asked_.ids.size()));
        stretches_.push_back(stretches);
    }
}

std::vector<Mention> Plan::asked_of(const std::vector<Mention>& mentions) const {
    std::vector<Mention> asked;
    asked.reserve(mentions.size());
    std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(asked),
                 [this](const Mention& mention) { return !asked_by(numbers_[mention.term]).empty(); });
    return asked;
}

}  // namespace boardcheck::match
