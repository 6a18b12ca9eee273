#include "catalogue/expression.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "catalogue/faults.hpp"
#include "catalogue/split.hpp"

namespace boardcheck::catalogue {

namespace {

constexpr int deepest = 32;             // brackets within brackets
constexpr int longest_chain = 16;       // parts joined by ~ and >
constexpr std::int64_t farthest = 999;  // words between two parts

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Recursive descent, one function for each level of binding.
class Parser {
public:
    Parser(std::string_view text, Vocabulary& vocabulary, bool names_are_complete)
        : text_(text), vocabulary_(vocabulary), names_are_complete_(names_are_complete) {}

    Expression run() {
        out_.nodes.reserve(16);
        skip_spaces();
        if (at_end()) {
            fail(0, "the pattern is empty", "write a term or a word that must be mentioned");
            return std::move(out_);
        }
        out_.root = either(0);
        if (!failed_ && !at_end()) stray();
        return std::move(out_);
    }

private:
    bool at_end() const { return at_ >= text_.size(); }
    char here() const { return at_end() ? '\0' : text_[at_]; }

    void skip_spaces() {
        while (!at_end() && is_space(here())) ++at_;
    }
    bool take(char wanted) {
        if (at_end() || here() != wanted) return false;
        ++at_;
        return true;
    }
    /// The first fault of form ends the reading; every loop below stops at it.
    std::uint32_t fail(std::size_t offset, std::string message, std::string mend) {
        if (!failed_) out_.faults.push_back({offset, std::move(message), std::move(mend)});
        failed_ = true;
        return 0;
    }
    std::uint32_t add(Node node) {
        Span written;
        for (const auto child : node.children) {
            const Span part = out_.written[child];
            written =
                written.end == 0 ? part : Span{std::min(written.begin, part.begin), std::max(written.end, part.end)};
        }
        out_.written.push_back(written);
        out_.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(out_.nodes.size() - 1);
    }
    std::uint32_t group(NodeKind kind, std::vector<std::uint32_t> children) {
        if (children.size() == 1) return children[0];
        Node node;
        node.kind = kind;
        node.children = std::move(children);
        return add(std::move(node));
    }

    void stray() {
        if (here() == ')')
            fail(at_, "a \")\" closes nothing", "take it out, or open a \"(\" before it");
        else
            fail(at_, fmt::format("\"{}\" cannot stand here", here()), "take it out");
    }

    std::uint32_t either(int depth) {
        std::vector<std::uint32_t> children{together(depth)};
        while (!failed_ && take('|')) {
            skip_spaces();
            children.push_back(together(depth));
        }
        return failed_ ? 0 : group(NodeKind::any, std::move(children));
    }

    bool at_operand() const {
        constexpr std::string_view none_begins_with = "|)]}~>";
        return !at_end() && none_begins_with.find(here()) == std::string_view::npos;
    }

    std::uint32_t together(int depth) {
        std::vector<std::uint32_t> children{chain(depth)};
        while (!failed_ && at_operand()) children.push_back(chain(depth));
        return failed_ ? 0 : group(NodeKind::all, std::move(children));
    }

    std::uint32_t chain(int depth) {
        const auto begin = at_;
        auto left = operand(depth);
        int links = 0;
        while (!failed_ && (here() == '~' || here() == '>')) {
            Node node;
            const auto sign = at_;
            if (++links == longest_chain)
                return fail(sign, "too many parts are chained by \"~\" and \">\"", "make several patterns of it");
            node.kind = text_[at_++] == '~' ? NodeKind::near : NodeKind::ordered;
            node.distance = distance(sign);
            const auto right_begin = at_;
            const auto right = operand(depth);
            if (failed_) return 0;
            if (!has_place(left)) return no_place(begin);
            if (!has_place(right)) return no_place(right_begin);
            node.children = {left, right};
            left = add(std::move(node));
        }
        return left;
    }

    std::uint32_t no_place(std::size_t offset) {
        return fail(offset, "an absence or a topic has no place in the sentence, so nothing can be near or before it",
                    "put it beside the rest, in brackets: (a ~5 b) !c");
    }

    bool has_place(std::uint32_t index) const {
        const auto& node = out_.nodes[index];
        if (node.kind == NodeKind::topic || node.kind == NodeKind::absent) return false;
        if (node.kind != NodeKind::all && node.kind != NodeKind::any) return true;
        const bool needs_all = node.kind == NodeKind::any;
        for (const auto child : node.children)
            if (has_place(child) != needs_all) return !needs_all;
        return needs_all;
    }

    std::uint32_t distance(std::size_t sign) {
        const auto begin = at_;
        const auto words = whole_number();
        skip_spaces();
        if (!words && text_[sign] == '~')
            fail(sign, "\"~\" does not say how near", "write the most words between: a ~5 b");
        if (words && *words > farthest)
            fail(begin, "the distance is too large",
                 fmt::format("give at most {} words, or none after \">\"", farthest));
        return words ? static_cast<std::uint32_t>(*words) : Node::unlimited;
    }

    /// Digits here; too many of them are the largest number.
    std::optional<std::int64_t> whole_number() {
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        if (at_end() || !is_digit(here())) return {};
        std::int64_t value = 0;
        for (; !at_end() && is_digit(here()); ++at_) {
            const std::int64_t digit = here() - '0';
            value = value > (most - digit) / 10 ? most : value * 10 + digit;
        }
        return value;
    }

    std::uint32_t operand(int depth) {
        const auto begin = at_;
        const auto out = bare_operand(depth);
        auto end = at_;
        while (end > begin && is_space(text_[end - 1])) --end;
        if (!failed_) out_.written[out] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        skip_spaces();
        return out;
    }

    std::uint32_t bare_operand(int depth) {
        const auto begin = at_;
        if (depth > deepest)
            return fail(begin, "the pattern is nested too deeply", "make several patterns of it, or a term of a part");
        if (take('!')) {
            skip_spaces();
            Node node;
            node.kind = NodeKind::absent;
            node.children = {operand(depth + 1)};
            return failed_ ? 0 : add(std::move(node));
        }
        if (take('(')) return bracket(begin, depth);
        if (take('{')) return name(begin, NodeKind::term);
        if (take('[')) return range(begin);
        if (take('@')) return topic(begin);
        if (take('=')) return here() == '\'' ? quoted(true) : word(begin, true);
        return here() == '\'' ? quoted(false) : word(begin, false);
    }

    std::uint32_t bracket(std::size_t begin, int depth) {
        skip_spaces();
        const auto inner = either(depth + 1);
        if (!failed_ && !take(')')) return fail(begin, "a \"(\" is not closed", "add the missing \")\"");
        return inner;
    }

    std::uint32_t topic(std::size_t begin) {
        const auto brace = at_;
        if (take('{')) return name(brace, NodeKind::topic);
        return fail(begin, "\"@\" stands before something that is no term",
                    "write @{term}; for several, (@{a} | @{b})");
    }

    std::uint32_t name(std::size_t begin, NodeKind kind) {
        const auto close = text_.find_first_of("}{ \t\n", at_);
        if (close == std::string_view::npos || text_[close] != '}')
            return fail(begin, "a \"{\" is not closed", "write {term}, without spaces");
        const auto id = text_.substr(at_, close - at_);
        at_ = close + 1;
        const auto term = vocabulary_.find(id);
        Node node;
        node.kind = kind;
        if (term && vocabulary_.is_number(*term)) {
            if (kind == NodeKind::topic) return fail(begin, "a number is no topic", "write {number}");
            node.kind = NodeKind::number;
            node.high = std::numeric_limits<std::int64_t>::max();
        } else if (term) {
            if (kind == NodeKind::term && vocabulary_.terms[*term].properties.contains("when"))
                return fail(begin, fmt::format("{{{}}} holds for whole papers and is never mentioned", id),
                            fmt::format("write @{{{}}}", id));
            node.term = *term;
        } else if (names_are_complete_) {
            unknown_term(begin, id);
        }
        return add(std::move(node));
    }

    void unknown_term(std::size_t begin, std::string_view id) {
        auto mend = did_you_mean(nearest(vocabulary_.names(), id), "{", "}");
        if (mend.empty()) mend = "define the term in a file of lexicon/, or write words instead";
        out_.faults.push_back({begin, fmt::format("there is no term {{{}}}", id), std::move(mend)});
    }

    std::uint32_t range(std::size_t begin) {
        Node node;
        node.kind = NodeKind::number;
        skip_spaces();
        const auto low = whole_number();
        skip_spaces();
        const bool open = text_.substr(at_, 2) == "..";
        if (open) at_ += 2;
        skip_spaces();
        const auto high = open ? whole_number() : low;
        skip_spaces();
        if (!take(']') || (!low && !high))
            return fail(begin, "this is no range of whole numbers",
                        "write [3], [2..], [..4] or [2..4]; {number} for any number");
        node.low = low.value_or(0);
        node.high = high.value_or(std::numeric_limits<std::int64_t>::max());
        if (node.low > node.high)
            return fail(begin, "the range ends before it begins", "write the smaller number first");
        return add(std::move(node));
    }

    std::uint32_t quoted(bool exact) {
        const auto begin = at_++;
        std::string words;
        while (!at_end()) {
            const char c = text_[at_++];
            if (c != '\'')
                words += is_space(c) ? ' ' : c;
            else if (!take('\''))
                return phrase(begin, words, exact);
            else
                words += '\'';
        }
        return fail(begin, "a quoted phrase is not closed", "add the missing '; write '' for an apostrophe within");
    }

    std::uint32_t word(std::size_t begin, bool exact) {
        constexpr std::string_view ends = "{}()[]|~>!@='";
        const auto first = at_;
        const auto ends_word = [&](char c) { return is_space(c) || ends.find(c) != std::string_view::npos; };
        while (!at_end() && !ends_word(here())) ++at_;
        if (at_ > first) return phrase(begin, std::string(text_.substr(first, at_ - first)), exact);
        if (exact) return fail(begin, "a word is missing after \"=\"", "write =Word or ='Two Words', without a space");
        if (at_end())
            return fail(begin, "something is missing at the end",
                        "add a term or a word there, or take the sign before it out");
        return fail(at_, fmt::format("a term or a word is missing before \"{}\"", here()),
                    "add it, or take the sign out");
    }

    std::uint32_t phrase(std::size_t begin, const std::string& words, bool exact) {
        const auto first = words.find_first_not_of(' ');
        const auto last = words.find_last_not_of(' ');
        const auto trimmed =
            first == std::string::npos ? std::string_view{} : std::string_view(words).substr(first, last - first + 1);
        const auto term = vocabulary_.phrase(trimmed, exact);
        if (!term)
            return fail(begin, "there is no word in this phrase", "quote words with ', as in 'terms of reference'");
        Node node;
        node.term = *term;
        return add(std::move(node));
    }

    std::string_view text_;
    Vocabulary& vocabulary_;
    bool names_are_complete_;
    std::size_t at_ = 0;
    bool failed_ = false;
    Expression out_;
};

}  // namespace

Expression parse_expression(std::string_view text, Vocabulary& vocabulary, bool names_are_complete) {
    return Parser(text, vocabulary, names_are_complete).run();
}

namespace {

constexpr auto no_trigger = std::numeric_limits<std::uint64_t>::max();

/// What it costs to trigger on each node; parts come before their whole.
std::vector<std::uint64_t> costs_of(const std::vector<Node>& nodes, const Vocabulary& vocabulary) {
    std::vector<std::uint64_t> costs(nodes.size(), no_trigger);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto& node = nodes[i];
        if (node.kind == NodeKind::term) costs[i] = vocabulary.cost(node.term);
        if (node.kind == NodeKind::absent || node.children.empty()) continue;
        std::uint64_t sum = 0, least = no_trigger;
        for (const auto child : node.children) {
            sum = costs[child] == no_trigger || sum == no_trigger ? no_trigger : sum + costs[child];
            least = std::min(least, costs[child]);
        }
        costs[i] = node.kind == NodeKind::any ? sum : least;
    }
    return costs;
}

}  // namespace

std::vector<TermId> triggers_of(const std::vector<Node>& nodes, std::uint32_t root, const Vocabulary& vocabulary) {
    const auto costs = costs_of(nodes, vocabulary);
    std::vector<TermId> terms;
    if (costs[root] == no_trigger) return terms;
    std::vector<std::uint32_t> open{root};
    while (!open.empty()) {
        const auto& node = nodes[open.back()];
        open.pop_back();
        const auto cheaper = [&](std::uint32_t a, std::uint32_t b) { return costs[a] < costs[b]; };
        if (node.kind == NodeKind::term)
            terms.push_back(node.term);
        else if (node.kind == NodeKind::any)
            open.insert(open.end(), node.children.begin(), node.children.end());
        else
            open.push_back(*std::min_element(node.children.begin(), node.children.end(), cheaper));
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

}  // namespace boardcheck::catalogue
