// Arithmetic in prose: shares, parts, rises and falls, and scores that do not fit their figures.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "check/marks.hpp"
#include "check/quantities.hpp"
#include "check/readings.hpp"

namespace boardcheck::check {

namespace {

/// A share of a whole: "70 per cent", "two thirds", "seven in every ten".
struct Share {
    double value = 0;
    double care = 0;  // how exactly it is told
    text::TokenRange tokens;
};

struct Part {
    std::string_view word;
    double of;
};
constexpr auto parts = std::to_array<Part>({{"half", 2},
                                            {"halves", 2},
                                            {"third", 3},
                                            {"thirds", 3},
                                            {"quarter", 4},
                                            {"quarters", 4},
                                            {"fifth", 5},
                                            {"fifths", 5},
                                            {"sixth", 6},
                                            {"sixths", 6},
                                            {"tenth", 10},
                                            {"tenths", 10}});

std::string per_cent(double share) { return fmt::format("{:.1f} per cent", 100 * share); }

class RatioFaults {
public:
    RatioFaults(const Case& paper, const Readings& read, std::vector<Finding>& findings)
        : paper_(paper),
          words_(read.words),
          findings_(findings),
          finder_(paper, read.words),
          up_(paper, "value.up"),
          down_(paper, "value.down"),
          factor_(paper, "value.factor"),
          product_(paper, "value.product"),
          other_(paper, "value.of-another-time") {
        for (const Quantity& quantity : read.quantities) {
            if (quantity.followed && quantity.amount.value > 1) wholes_[quantity.head].push_back(quantity.amount.value);
        }
    }

    void find() {
        for (sentence_ = 0; sentence_ < paper_.text.sentences.size(); ++sentence_) {
            range_ = paper_.text.sentences[sentence_].tokens;
            amounts_ = finder_.find(sentence_);
            if (amounts_.empty()) continue;
            scores();
            if (amounts_.size() > 1) {
                directions();
                of_which();
            }
            find_shares();
            if (!shares_.empty()) judge_shares();
        }
    }

private:
    bool has_between(std::string_view word, std::uint32_t first, std::uint32_t last) const {
        for (std::uint32_t token = first; token < last; ++token) {
            if (words_.is(token, word)) return true;
        }
        return false;
    }

    /// "187, down from 182", "to rise from 12 to 9", "to fall to 12" from 12
    void directions() {
        for (std::size_t i = 0; i + 1 < amounts_.size(); ++i) {
            const Amount &first = amounts_[i], &second = amounts_[i + 1];
            if (first.unit != second.unit || first.in_words != second.in_words) continue;
            const text::TokenRange between{first.tokens.last, second.tokens.first};
            const std::uint32_t last = second.tokens.first - 1;
            const bool up = up_.in(between), down = down_.in(between);
            const std::uint32_t before = first.tokens.first > range_.first + 1 ? first.tokens.first - 2 : range_.first;
            if (words_.is(last, "from") && between.last - between.first < 10 && up != down &&
                (up_.at(last - 1) || down_.at(last - 1)) && !words_.is(second.tokens.last, "to")) {
                compare(second, first, up, {first.tokens.first, second.tokens.last});
            } else if (words_.is(last, "to") && between.last - between.first == 1 && words_.is(before + 1, "from") &&
                       up_.at(before) != down_.at(before)) {
                compare(first, second, up_.at(before), {before, second.tokens.last});
            } else if (words_.is(last, "to") && up != down && (up_.at(last - 1) || down_.at(last - 1)) &&
                       first.value == second.value && between.last - between.first < 7) {
                compare(first, second, up, {first.tokens.first, second.tokens.last});
            }
        }
    }

    void compare(const Amount& from, const Amount& to, bool up, text::TokenRange tokens) {
        if (up ? to.value > from.value : to.value < from.value) return;
        tell("consistency.direction", tokens, {{"from", said(from)}, {"to", said(to)}, {"words", words_.said(tokens)}});
    }

    /// "£1.86 million, of which £1.24 million is for x and £0.72 million for y"
    void of_which() {
        for (std::size_t i = 0; i + 1 < amounts_.size(); ++i) {
            const Amount& whole = amounts_[i];
            std::uint32_t at = whole.tokens.last;
            while (at < range_.last && !words_.is(at, "of") && at < whole.tokens.last + 6) ++at;
            if (!words_.is(at, "of") || !words_.is_any(at + 1, {"which", "whom"})) continue;
            if (amounts_[i + 1].tokens.first <= at) continue;
            double sum = 0;
            std::size_t count = 0;
            text::TokenRange tokens = whole.tokens;
            for (std::size_t j = i + 1; j < amounts_.size() && amounts_[j].unit == whole.unit; ++j, ++count) {
                sum += amounts_[j].value;
                tokens.last = amounts_[j].tokens.last;
            }
            const double rounding = whole.unit == Unit::count ? 0 : whole.step * 0.6 * static_cast<double>(count);
            if (count == 0 || sum <= whole.value + rounding) continue;
            if (count > 1 && sum > 1.5 * whole.value) continue;  // parts of parts
            // "the 48 practices of the three places, of which 19 ...": the whole stands before.
            const bool has_larger =
                std::any_of(amounts_.begin(), amounts_.begin() + static_cast<std::ptrdiff_t>(i),
                            [&](const Amount& each) { return each.unit == whole.unit && each.value >= sum; });
            if (has_larger) continue;
            tell("consistency.parts", tokens, {{"whole", said(whole)}, {"words", words_.said(tokens)}});
        }
    }

    /// "likelihood 4, impact 4, score 12"
    void scores() {
        std::vector<const Amount*> factors;
        for (const Amount& amount : amounts_) {
            const std::uint32_t before = amount.tokens.first;
            const auto marked = [&](const Marks& marks) {
                const bool linked = before > range_.first + 1 && words_.is_any(before - 1, {":", "of", "=", "is", "("});
                return before > range_.first && (marks.at(before - 1) || (linked && marks.at(before - 2)));
            };
            if (marked(factor_)) factors.push_back(&amount);
            if (!marked(product_) || factors.size() != 2) continue;
            const double product = factors[0]->value * factors[1]->value;
            if (product != amount.value && product <= 25) {
                const text::TokenRange tokens{factors[0]->tokens.first, amount.tokens.last};
                tell("consistency.product", tokens,
                     {{"said", said(amount)}, {"sum", fmt::format("{:.0f}", product)}, {"row", ""}, {"column", ""}});
            }
            factors.clear();
        }
    }

    void find_shares() {
        shares_.clear();
        for (std::size_t i = 0; i < amounts_.size(); ++i) {
            const Amount& amount = amounts_[i];
            if (amount.unit == Unit::percent) {
                shares_.push_back({amount.value / 100, 0.006 * amount.step, amount.tokens});
            } else if (i + 1 < amounts_.size() && is_in_every(amount, amounts_[i + 1])) {
                shares_.push_back(
                    {amount.value / amounts_[i + 1].value, 0.03, {amount.tokens.first, amounts_[i + 1].tokens.last}});
            }
        }
        for (std::uint32_t token = range_.first + 1; token < range_.last; ++token) {
            const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& it) {
                return words_.is(token, it.word) && words_.is(token + 1, "of");
            });
            if (part == parts.end()) continue;
            const auto number = amount_at(words_, token - 1, token);
            const double times = number ? number->value : 1;
            if (!number && !words_.is_any(token - 1, {"a", "one"})) continue;
            shares_.push_back({times / part->of, 0.015, {token - 1, token + 1}});
        }
        std::sort(shares_.begin(), shares_.end(), [](const Share& a, const Share& b) { return a.tokens < b.tokens; });
    }

    /// "seven in ten", "one in every five"
    bool is_in_every(const Amount& part, const Amount& whole) const {
        const std::uint32_t gap = whole.tokens.first - part.tokens.last;
        return part.unit == Unit::count && whole.unit == Unit::count && part.value < whole.value &&
               whole.value <= 100 && words_.is(part.tokens.last, "in") &&
               (gap == 1 || (gap == 2 && words_.is(part.tokens.last + 1, "every")));
    }

    void judge_shares() {
        for (std::size_t i = 0; i < shares_.size(); ++i) {
            const Share& share = shares_[i];
            if (i + 1 < shares_.size() && is_other_word_for(share, shares_[i + 1])) {
                if (std::abs(share.value - shares_[i + 1].value) > 0.03)
                    tell("consistency.share", {share.tokens.first, shares_[i + 1].tokens.last},
                         {{"share", words_.said(share.tokens)}, {"right", words_.said(shares_[i + 1].tokens)}});
                return;
            }
            of_whole(share);
        }
        pairs();
    }

    /// "seven in every ten, or 75 per cent"
    bool is_other_word_for(const Share& a, const Share& b) const {
        const std::uint32_t gap = b.tokens.first - a.tokens.last;
        return b.tokens.first >= a.tokens.last && gap >= 1 && gap <= 3 &&
               (has_between("or", a.tokens.last, b.tokens.first) || has_between("(", a.tokens.last, b.tokens.first));
    }

    /// "Two thirds of the 24,500 residents (19,600 people)", "a fifth of the appointments, 6,700,"
    void of_whole(const Share& share) {
        if (!words_.is(share.tokens.last, "of")) return;
        const Amount *whole = nullptr, *part = nullptr;
        for (const Amount& amount : amounts_) {
            if (amount.unit != Unit::count || amount.in_words || amount.tokens.first <= share.tokens.last) continue;
            const bool apposed = words_.is_any(amount.tokens.first - 1, {"(", ","});
            if (whole == nullptr && !apposed && amount.tokens.first - share.tokens.last <= 3)
                whole = &amount;
            else if (part == nullptr && apposed)
                part = &amount;
        }
        if (part == nullptr || part->tokens.first - share.tokens.last > 16) return;
        std::vector<double> wholes;
        if (whole != nullptr) {
            wholes.push_back(whole->value);
        } else if (part->tokens.first - share.tokens.last <= 6 && words_.is(part->tokens.first - 1, ",")) {
            const auto known = wholes_.find(std::string(words_.stem(part->tokens.first - 2)));
            if (known != wholes_.end()) wholes = known->second;
        }
        if (wholes.empty()) return;
        for (const double value : wholes) {
            if (value <= part->value) return;
            if (std::abs(part->value / value - share.value) <= share.care + 0.005) return;
        }
        tell("consistency.share", {share.tokens.first, part->tokens.last},
             {{"share", words_.said(share.tokens)}, {"right", per_cent(part->value / wholes.front())}});
    }

    /// "Of the 130 posts 91 are filled, or 75 per cent", "91 of 130 (75%)"
    void pairs() {
        const Amount* share = nullptr;
        std::vector<const Amount*> counts;
        for (const Amount& amount : amounts_) {
            if (amount.unit == Unit::percent && share != nullptr) return;
            if (amount.unit == Unit::percent) share = &amount;
            if (amount.unit == Unit::count && !amount.in_words && share == nullptr) counts.push_back(&amount);
        }
        if (share == nullptr || counts.size() != 2) return;
        if (other_.in({share->tokens.last, std::min(range_.last, share->tokens.last + 6)})) return;
        const std::uint32_t before = share->tokens.first - 1;
        const bool tied = words_.is_any(before, {"or", "(", "is"}) && share->tokens.first - counts[1]->tokens.last < 12;
        const std::uint32_t first = counts[0]->tokens.first;
        const bool of_first = first > range_.first && (words_.is(first - 1, "of") || words_.is(first - 2, "of"));
        const bool of_second = has_between("of", counts[0]->tokens.last, counts[1]->tokens.first) &&
                               counts[1]->tokens.first - counts[0]->tokens.last <= 4;
        const double low = std::min(counts[0]->value, counts[1]->value);
        const double high = std::max(counts[0]->value, counts[1]->value);
        if (!tied || (!of_first && !of_second) || high == 0 || low == high) return;
        const double said = share->value / 100, care = 0.0051 * share->step + 0.0005;
        if (std::abs(low / high - said) <= care || std::abs(1 - low / high - said) <= care) return;
        tell("consistency.share", {first, share->tokens.last},
             {{"share", words_.said(share->tokens)}, {"right", per_cent(low / high)}});
    }

    std::string said(const Amount& amount) const { return words_.said(amount.tokens); }

    void tell(std::string_view rule, text::TokenRange tokens, const Values& values) {
        add(paper_, findings_, rule, words_.evidence(sentence_, tokens), values);
    }

    const Case& paper_;
    const Words& words_;
    std::vector<Finding>& findings_;
    AmountFinder finder_;
    Marks up_, down_, factor_, product_, other_;
    std::map<std::string, std::vector<double>> wholes_;  // by the stem of their noun
    std::uint32_t sentence_ = 0;
    text::TokenRange range_;
    std::vector<Amount> amounts_;
    std::vector<Share> shares_;
};

}  // namespace

void add_ratios(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    RatioFaults(paper, read, findings).find();
}

}  // namespace boardcheck::check
