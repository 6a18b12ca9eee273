#include "match/evaluate.hpp"

#include <algorithm>
#include <optional>

#include "match/mentions.hpp"

namespace boardcheck::match {

namespace {

using catalogue::Node;
using catalogue::NodeKind;
using text::Text;

/// A long list may hold a term hundreds of times; no one needs more ways than this to see that a pattern matches.
constexpr std::size_t most_matches = 12;
constexpr std::size_t most_parts = 8;

Match united(const Match& a, const Match& b) {
    Match match{std::min(a.begin, b.begin), std::max(a.end, b.end), a.own || b.own, a.parts};
    for (const Placed& part : b.parts) {
        if (match.parts.size() < most_parts) match.parts.push_back(part);
    }
    return match;
}

/// A part that holds for the whole scope, like a topic: it has no place of its own.
bool is_everywhere(const Match& match) { return match.parts.empty(); }

std::uint32_t distance(const Match& a, const Match& b) {
    if (a.end <= b.begin) return b.begin - a.end;
    if (b.end <= a.begin) return a.begin - b.end;
    return 0;
}

class Evaluation {
public:
    Evaluation(const catalogue::Pattern& pattern, const ScopeText& scope, const Text& text)
        : pattern_(pattern), scope_(scope), text_(text) {}

    std::vector<Match> run() { return at(pattern_.root); }

private:
    std::vector<Match> at(std::uint32_t index) {
        const Node& node = pattern_.nodes[index];
        switch (node.kind) {
            case NodeKind::term:
                return mentions_of(node.term);
            case NodeKind::topic:
                return everywhere(std::binary_search(scope_.about.begin(), scope_.about.end(), node.term));
            case NodeKind::number:
                return numbers(node);
            case NodeKind::all:
                return all(node);
            case NodeKind::any:
                return any(node);
            case NodeKind::near:
                return pairs(node, false);
            case NodeKind::ordered:
                return pairs(node, true);
            case NodeKind::absent:
                return everywhere(at(node.children.front()).empty());
        }
        return {};
    }

    static std::vector<Match> everywhere(bool holds) { return holds ? std::vector<Match>(1) : std::vector<Match>(); }

    std::vector<Match> mentions_of(catalogue::TermId term) const {
        const auto first =
            std::lower_bound(scope_.placed.begin(), scope_.placed.end(), term,
                             [](const Placed& placed, catalogue::TermId id) { return placed.term < id; });
        std::vector<Match> matches;
        for (auto placed = first; placed != scope_.placed.end() && placed->term == term; ++placed) {
            // In a scope with lead-ins the last mentions are the scope's own, so they must not be cut off.
            if (matches.size() == most_matches && !placed->own) continue;
            matches.push_back({placed->begin, placed->end, placed->own, {*placed}});
            if (matches.size() > most_matches) matches.erase(matches.begin());
        }
        return matches;
    }

    std::vector<Match> numbers(const Node& node) const {
        std::vector<Match> matches;
        for (std::size_t i = 0; i < scope_.segments.size(); ++i) {
            const Segment& segment = scope_.segments[i];
            for (std::uint32_t token = segment.tokens.first; token < segment.tokens.last; ++token) {
                const std::int64_t number = text_.words[text_.tokens[token].word].number;
                if (number < 0 || number < node.low || number > node.high) continue;
                const std::uint32_t position = scope_.begins[i] + token - segment.tokens.first;
                matches.push_back({position, position + 1, segment.own, {{0, position, position + 1, segment.own}}});
                if (matches.size() == most_matches) return matches;
            }
        }
        return matches;
    }

    std::vector<Match> any(const Node& node) {
        std::vector<Match> matches;
        for (const std::uint32_t child : node.children) {
            for (Match& match : at(child)) {
                if (matches.size() < 2 * most_matches) matches.push_back(std::move(match));
            }
        }
        return matches;
    }

    /// Every part somewhere in the scope: around each match of the rarest part, the nearest match of each other part.
    std::vector<Match> all(const Node& node) {
        std::vector<std::vector<Match>> parts;
        for (const std::uint32_t child : node.children) {
            parts.push_back(at(child));
            if (parts.back().empty()) return {};
        }
        std::erase_if(parts, [](const auto& matches) { return is_everywhere(matches.front()); });
        if (parts.empty()) return everywhere(true);
        const auto rarest = std::min_element(parts.begin(), parts.end(),
                                             [](const auto& a, const auto& b) { return a.size() < b.size(); });
        std::vector<Match> matches;
        for (const Match& anchor : *rarest) {
            Match match = anchor;
            for (auto part = parts.begin(); part != parts.end(); ++part) {
                if (part != rarest) match = united(match, nearest(*part, anchor));
            }
            matches.push_back(std::move(match));
        }
        return matches;
    }

    static const Match& nearest(const std::vector<Match>& matches, const Match& anchor) {
        return *std::min_element(matches.begin(), matches.end(), [&](const Match& a, const Match& b) {
            if (a.own != b.own) return a.own;
            return distance(a, anchor) < distance(b, anchor);
        });
    }

    std::vector<Match> pairs(const Node& node, bool in_order) {
        const std::vector<Match> left = at(node.children[0]);
        if (left.empty()) return {};
        const std::vector<Match> right = at(node.children[1]);
        std::vector<Match> matches;
        for (const Match& a : left) {
            for (const Match& b : right) {
                if (!fit(a, b, node.distance, in_order)) continue;
                matches.push_back(united(a, b));
                if (matches.size() == most_matches) return matches;
            }
        }
        return matches;
    }

    bool fit(const Match& a, const Match& b, std::uint32_t most, bool in_order) const {
        if (is_everywhere(a) || is_everywhere(b)) return true;
        if (a.end <= b.begin) return words_between(a.end, b.begin) <= most;
        if (in_order || b.end > a.begin) return false;
        return words_between(b.end, a.begin) <= most;
    }

    /// Counts words, not articles or punctuation, between two positions; stops counting where it no longer matters.
    std::uint32_t words_between(std::uint32_t begin, std::uint32_t end) const {
        constexpr std::uint32_t far = 60;
        std::uint32_t words = 0;
        for (std::uint32_t position = begin; position < end && words < far; ++position) {
            if (counts_as_word(text_, token_at(scope_, position).second)) ++words;
        }
        return words;
    }

    const catalogue::Pattern& pattern_;
    const ScopeText& scope_;
    const Text& text_;
};

/// Whether the clause at a position of the scope is negated.
bool negated_at(const ScopeText& scope, const Text& text, std::uint32_t position) {
    const auto [sentence, token] = token_at(scope, position);
    for (const text::Clause& clause : text.sentences[sentence].clauses) {
        if (clause.tokens.first <= token && token < clause.tokens.last) return clause.negated;
    }
    return false;
}

/// A match is negated where most of its own parts stand in negated clauses; "yes" asks for one such part.
bool negation_fits(const Match& match, catalogue::Negation wanted, const ScopeText& scope, const Text& text) {
    if (wanted == catalogue::Negation::allowed) return true;
    std::size_t own = 0, negated = 0;
    for (const Placed& part : match.parts) {
        if (!part.own) continue;
        ++own;
        if (negated_at(scope, text, part.begin)) ++negated;
    }
    return wanted == catalogue::Negation::required ? negated > 0 : 2 * negated < own || negated == 0;
}

}  // namespace

std::vector<Match> evaluate(const catalogue::Pattern& pattern, const ScopeText& scope, const Text& text) {
    std::vector<Match> matches = Evaluation(pattern, scope, text).run();
    std::erase_if(matches, [&](const Match& match) {
        return !match.own || is_everywhere(match) || !negation_fits(match, pattern.negation, scope, text);
    });
    return matches;
}

}  // namespace boardcheck::match
