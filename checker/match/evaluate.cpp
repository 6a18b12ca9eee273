#include "match/evaluate.hpp"

#include <algorithm>

namespace boardcheck::match {

namespace {

using catalogue::Need;
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

/// Whether the clause at a position of the scope is negated.
bool negated_at(const ScopeText& scope, std::uint32_t position) {
    const auto [sentence, token] = scope.token_at(position);
    for (const text::Clause& clause : scope.material().text.sentences[sentence].clauses) {
        if (clause.tokens.first <= token && token < clause.tokens.last) return clause.negated;
    }
    return false;
}

}  // namespace

bool may_match(const Need* need, const ScopeText& scope) {
    const Need* const end = need + need->size;
    switch (need->kind) {
        case Need::Kind::term:
            return scope.has_number(need->term);
        case Need::Kind::topic:
            return scope.is_about(need->term);
        case Need::Kind::number:
            return scope.has_figures();
        case Need::Kind::any:
            for (const Need* part = need + 1; part < end; part += part->size) {
                if (may_match(part, scope)) return true;
            }
            return false;
        case Need::Kind::all:
            for (const Need* part = need + 1; part < end; part += part->size) {
                if (!may_match(part, scope)) return false;
            }
            return true;
    }
    return true;
}

std::span<const Match> Evaluator::run(const Pattern& pattern) {
    pattern_ = &pattern;
    stack_.clear();
    at(pattern.root);
    std::erase_if(stack_, [&](const Match& match) {
        return !match.own || is_everywhere(match) || !negation_fits(match, pattern.negation);
    });
    return stack_;
}

bool Evaluator::may_hold(std::uint32_t index) const {
    const Node& node = pattern_->nodes[index];
    const auto child = [&](std::uint32_t i) { return may_hold(i); };
    switch (node.kind) {
        case NodeKind::term:
            return scope_.has(node.term);
        case NodeKind::topic:
            return scope_.is_about(node.term);
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

void Evaluator::at(std::uint32_t index) {
    const Node& node = pattern_->nodes[index];
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
            return absent(node);
    }
}

void Evaluator::everywhere(bool holds) {
    if (holds) stack_.emplace_back();
}

void Evaluator::absent(const Node& node) {
    const std::size_t first = stack_.size();
    at(node.children.front());
    const bool holds = stack_.size() == first;
    stack_.resize(first);
    everywhere(holds);
}

/// The last ones where there are too many: after the lead-ins come the scope's own.
void Evaluator::mentions_of(catalogue::TermId term) {
    const std::span<const Placed> placed = scope_.mentions_of(term);
    const std::size_t first = placed.size() > most_matches ? placed.size() - most_matches : 0;
    for (std::size_t i = first; i < placed.size(); ++i) stack_.push_back(match_of(placed[i]));
}

void Evaluator::numbers(const Node& node) {
    const text::Text& text = scope_.material().text;
    const std::size_t most = stack_.size() + most_matches;
    for (std::size_t i = 0; i < scope_.segments().size(); ++i) {
        const Segment& segment = scope_.segments()[i];
        for (const std::uint32_t token : figures_in(scope_.material(), segment.tokens)) {
            const std::int64_t number = text.words[text.tokens[token].word].number;
            if (number < node.low || number > node.high) continue;
            const std::uint32_t position = scope_.begin_of(i) + token - segment.tokens.first;
            stack_.push_back(match_of({position, position + 1, segment.own}));
            if (stack_.size() == most) return;
        }
    }
}

void Evaluator::any(const Node& node) {
    const std::size_t most = stack_.size() + 2 * most_matches;
    for (const std::uint32_t child : node.children) {
        if (may_hold(child)) at(child);
        if (stack_.size() > most) stack_.resize(most);
    }
}

/// Every part somewhere in the scope: around each match of the rarest part, the nearest match of each other part.
void Evaluator::all(const Node& node) {
    const std::size_t first = stack_.size(), first_part = parts_.size();
    for (const std::uint32_t child : node.children) {
        const Part part{stack_.size(), 0};
        at(child);
        if (stack_.size() == part.first) {
            stack_.resize(first);
            parts_.resize(first_part);
            return;
        }
        if (is_everywhere(stack_[part.first])) {
            stack_.resize(part.first);
        } else {
            parts_.push_back({part.first, stack_.size()});
        }
    }
    if (parts_.size() == first_part) return everywhere(true);
    const auto rarest =
        std::min_element(parts_.begin() + static_cast<std::ptrdiff_t>(first_part), parts_.end(),
                         [](const Part& a, const Part& b) { return a.last - a.first < b.last - b.first; });
    const std::size_t made = stack_.size();
    unite_nearest(first_part, static_cast<std::size_t>(rarest - parts_.begin()));
    parts_.resize(first_part);
    replace_from(first, made);
}

void Evaluator::unite_nearest(std::size_t first_part, std::size_t rarest) {
    for (std::size_t anchor = parts_[rarest].first; anchor < parts_[rarest].last; ++anchor) {
        Match match = stack_[anchor];
        for (std::size_t part = first_part; part < parts_.size(); ++part) {
            if (part != rarest) match = united(match, nearest(part, stack_[anchor]));
        }
        stack_.push_back(match);
    }
}

/// Takes what lies on the stack from `first` to `made` out from under what was made of it.
void Evaluator::replace_from(std::size_t first, std::size_t made) {
    stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(first),
                 stack_.begin() + static_cast<std::ptrdiff_t>(made));
}

const Match& Evaluator::nearest(std::size_t part, const Match& anchor) const {
    const auto first = stack_.begin() + static_cast<std::ptrdiff_t>(parts_[part].first);
    const auto last = stack_.begin() + static_cast<std::ptrdiff_t>(parts_[part].last);
    return *std::min_element(first, last, [&](const Match& a, const Match& b) {
        if (a.own != b.own) return a.own;
        return distance(a, anchor) < distance(b, anchor);
    });
}

void Evaluator::pairs(const Node& node, bool in_order) {
    const std::size_t first = stack_.size();
    at(node.children[0]);
    const std::size_t middle = stack_.size();
    if (middle == first) return;
    at(node.children[1]);
    const std::size_t made = stack_.size();
    for (std::size_t a = first; a < middle; ++a) {
        for (std::size_t b = middle; b < made && stack_.size() < made + most_matches; ++b) {
            if (!fit(stack_[a], stack_[b], node.distance, in_order)) continue;
            const Match pair = united(stack_[a], stack_[b]);
            stack_.push_back(pair);
        }
    }
    replace_from(first, made);
}

bool Evaluator::fit(const Match& a, const Match& b, std::uint32_t most, bool in_order) const {
    if (is_everywhere(a) || is_everywhere(b)) return true;
    if (a.end <= b.begin) return scope_.words_between(a.end, b.begin) <= most;
    if (in_order || b.end > a.begin) return false;
    return scope_.words_between(b.end, a.begin) <= most;
}

/// A match is negated where most of its own parts stand in negated clauses; "yes" asks for one such part.
bool Evaluator::negation_fits(const Match& match, catalogue::Negation wanted) const {
    if (wanted == catalogue::Negation::allowed) return true;
    std::size_t own = 0, negated = 0;
    for (std::size_t i = 0; i < match.size; ++i) {
        if (!match.parts[i].own) continue;
        ++own;
        if (negated_at(scope_, match.parts[i].begin)) ++negated;
    }
    return wanted == catalogue::Negation::required ? negated > 0 : 2 * negated < own || negated == 0;
}

}  // namespace boardcheck::match
