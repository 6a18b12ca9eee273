#include "catalogue/faults.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace boardcheck::catalogue {

std::vector<Error> Faults::sorted() const {
    auto out = faults_;
    std::stable_sort(out.begin(), out.end(), [](const Error& a, const Error& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

namespace {

/// Names longer than this are not compared letter by letter: the time grows with the square.
constexpr std::size_t longest_name = 64;

/// Letters to insert, delete, replace or swap with their neighbour to make `a` of `b`.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = row;
    }
    return last.back();
}

/// A name that holds the other whole is near it, however much longer it is: {nhs-body} and {ics-nhs-body}.
bool one_holds_other(std::string_view a, std::string_view b) {
    const auto& [shorter, longer] = a.size() < b.size() ? std::pair(a, b) : std::pair(b, a);
    return shorter.size() >= 4 && longer.find(shorter) != std::string_view::npos;
}

}  // namespace

std::vector<std::string> nearest(const std::vector<std::string_view>& names, std::string_view wanted) {
    if (wanted.size() > longest_name) return {};
    const std::size_t tolerance = std::max<std::size_t>(1, wanted.size() / 3);
    std::vector<std::pair<std::size_t, std::string_view>> near;
    for (const auto name : names) {
        if (name.size() > longest_name) continue;
        const bool holds = one_holds_other(name, wanted);
        const std::size_t gap = name.size() > wanted.size() ? name.size() - wanted.size() : wanted.size() - name.size();
        if (gap > tolerance && !holds) continue;
        const std::size_t distance = edits(name, wanted);
        if (distance <= tolerance)
            near.emplace_back(distance, name);
        else if (holds)
            near.emplace_back(tolerance + 1, name);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < near.size() && i < 3; ++i) out.emplace_back(near[i].second);
    return out;
}

std::string did_you_mean(const std::vector<std::string>& guesses, std::string_view open, std::string_view close) {
    std::string out;
    for (std::size_t i = 0; i < guesses.size(); ++i) {
        out += i == 0 ? "did you mean " : i + 1 == guesses.size() ? " or " : ", ";
        out.append(open).append(guesses[i]).append(close);
    }
    if (!out.empty()) out += '?';
    return out;
}

}  // namespace boardcheck::catalogue
