#include "match/evaluate.hpp"

#include <algorithm>

namespace boardcheck::match {

namespace {

using catalogue::Node;
using catalogue::NodeKind;
using catalogue::Pattern;

/// A long list may hold a term hundreds of times; no one needs more ways than this to see that a pattern matches.
constexpr std::size_t most_matches = 12;

Match match_of(const Placed& placed) {
    Match match{placed.begin, placed.end, placed.own, 1, {}};
    match.parts[0] = placed;
    return match;
}

/// A part that holds for the whole scope, like a topic: it has no place of its own.
bool is_everywhere(const Match& match) { return match.size == 0; }

Match united(const Match& a, const Match& b) {
    if (is_everywhere(a)) return b;
    if (is_everywhere(b)) return a;
    Match match = a;
    match.begin = std::min(a.begin, b.begin);
    match.end = std::max(a.end, b.end);
    match.own = a.own || b.own;
    for (std::size_t i = 0; i < b.size && match.size < Match::most_parts; ++i) match.parts[match.size++] = b.parts[i];
    return match;
}

std::uint32_t distance(const Match& a, const Match& b) {
    if (a.end <= b.begin) return b.begin - a.end;
    if (b.end <= a.begin) return a.begin - b.end;
    return 0;
}

bool may_hold(const Pattern& pattern, std::uint32_t index, const ScopeText& scope) {
    const Node& node = pattern.nodes[index];
    const auto child = [&](std::uint32_t i) { return may_hold(pattern, i, scope); };
    switch (node.kind) {
        case NodeKind::term:
            return scope.has(node.term);
        case NodeKind::topic:
            return scope.is_about(node.term);
        case NodeKind::number:
        case NodeKind::absent:
            return true;
        case NodeKind::any:
            return std::any_of(node.children.begin(), node.children.end(), child);
        case NodeKind::all:
        case NodeKind::near:
        case NodeKind::ordered:
            return std::all_of(node.children.begin(), node.children.end(), child);
    }
    return true;
}

class Evaluation {
public:
    Evaluation(const Pattern& pattern, const ScopeText& scope) : pattern_(pattern), scope_(scope) {}

    std::vector<Match> run() { return at(pattern_.root); }

private:
    std::vector<Match> at(std::uint32_t index) {
        const Node& node = pattern_.nodes[index];
        switch (node.kind) {
            case NodeKind::term:
                return mentions_of(node.term);
            case NodeKind::topic:
                return everywhere(scope_.is_about(node.term));
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

    /// The last ones where there are too many: after the lead-ins come the scope's own.
    std::vector<Match> mentions_of(catalogue::TermId term) const {
        const std::vector<Placed>& placed = scope_.mentions_of(term);
        const std::size_t first = placed.size() > most_matches ? placed.size() - most_matches : 0;
        std::vector<Match> matches;
        matches.reserve(placed.size() - first);
        for (std::size_t i = first; i < placed.size(); ++i) matches.push_back(match_of(placed[i]));
        return matches;
    }

    std::vector<Match> numbers(const Node& node) const {
        const text::Text& text = scope_.material().text;
        std::vector<Match> matches;
        for (std::size_t i = 0; i < scope_.segments().size(); ++i) {
            const Segment& segment = scope_.segments()[i];
            for (std::uint32_t token = segment.tokens.first; token < segment.tokens.last; ++token) {
                const std::int64_t number = text.words[text.tokens[token].word].number;
                if (number < 0 || number < node.low || number > node.high) continue;
                const std::uint32_t position = scope_.begin_of(i) + token - segment.tokens.first;
                matches.push_back(match_of({position, position + 1, segment.own}));
                if (matches.size() == most_matches) return matches;
            }
        }
        return matches;
    }

    std::vector<Match> any(const Node& node) {
        std::vector<Match> matches;
        for (const std::uint32_t child : node.children) {
            if (!may_hold(pattern_, child, scope_)) continue;
            const std::vector<Match> more = at(child);
            const std::size_t room = 2 * most_matches - std::min(matches.size(), 2 * most_matches);
            matches.insert(matches.end(), more.begin(),
                           more.begin() + static_cast<std::ptrdiff_t>(std::min(room, more.size())));
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
            matches.push_back(match);
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
        if (a.end <= b.begin) return scope_.words_between(a.end, b.begin) <= most;
        if (in_order || b.end > a.begin) return false;
        return scope_.words_between(b.end, a.begin) <= most;
    }

    const Pattern& pattern_;
    const ScopeText& scope_;
};

/// Whether the clause at a position of the scope is negated.
bool negated_at(const ScopeText& scope, std::uint32_t position) {
    const auto [sentence, token] = scope.token_at(position);
    for (const text::Clause& clause : scope.material().text.sentences[sentence].clauses) {
        if (clause.tokens.first <= token && token < clause.tokens.last) return clause.negated;
    }
    return false;
}

/// A match is negated where most of its own parts stand in negated clauses; "yes" asks for one such part.
bool negation_fits(const Match& match, catalogue::Negation wanted, const ScopeText& scope) {
    if (wanted == catalogue::Negation::allowed) return true;
    std::size_t own = 0, negated = 0;
    for (std::size_t i = 0; i < match.size; ++i) {
        if (!match.parts[i].own) continue;
        ++own;
        if (negated_at(scope, match.parts[i].begin)) ++negated;
    }
    return wanted == catalogue::Negation::required ? negated > 0 : 2 * negated < own || negated == 0;
}

}  // namespace

bool may_match(const Pattern& pattern, const ScopeText& scope) { return may_hold(pattern, pattern.root, scope); }

std::vector<Match> evaluate(const Pattern& pattern, const ScopeText& scope) {
    std::vector<Match> matches = Evaluation(pattern, scope).run();
    std::erase_if(matches, [&](const Match& match) {
        return !match.own || is_everywhere(match) || !negation_fits(match, pattern.negation, scope);
    });
    return matches;
}

}  // namespace boardcheck::match
