#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "catalogue/expression_text.hpp"
#include "catalogue/implication.hpp"
#include "catalogue/lint_parts.hpp"

namespace boardcheck::catalogue {

namespace {

using Indices = std::vector<std::uint32_t>;

/// What holds, and what must not be there, wherever the node in question matches.
struct Givens {
    Indices present, absent;
};

class PatternLint {
public:
    PatternLint(const Catalogue& catalogue, const Implication& implication, const Pattern& pattern, Warnings& warnings)
        : catalogue_(catalogue), implication_(implication), pattern_(pattern), warnings_(warnings) {}

    void run() {
        if (const auto why = never(pattern_.root, {}))
            warn("never-matches", "the pattern can never match: " + *why,
                 "take one of the two out, or exclude something narrower");
        repetitions();
        for (const Node& each : pattern_.nodes) lost_ending(each);
    }

private:
    const Node& node(std::uint32_t index) const { return pattern_.nodes[index]; }
    std::string text(std::uint32_t index) const { return text_of(pattern_, index, catalogue_.terms); }
    void warn(std::string kind, std::string message, std::string mend) {
        warnings_.add(std::move(kind), pattern_, std::move(message), std::move(mend) + "\n    " + pattern_.text);
    }

    /// The parts that must all hold where a node matches, the node itself where it has none.
    void gather(std::uint32_t index, Givens& givens) const {
        const Node& each = node(index);
        const bool joint = each.kind == NodeKind::all || each.kind == NodeKind::near || each.kind == NodeKind::ordered;
        if (each.kind == NodeKind::absent)
            givens.absent.push_back(each.children.front());
        else if (!joint)
            givens.present.push_back(index);
        else
            for (const auto child : each.children) gather(child, givens);
    }

    /// Why a node cannot match where `outer` holds, if that is so.
    std::optional<std::string> never(std::uint32_t index, const Givens& outer) {
        Givens givens = outer;
        gather(index, givens);
        for (const auto absent : givens.absent)
            for (const auto present : givens.present)
                if (implication_.between(pattern_, present, absent))
                    return fmt::format("it asks for {}, and !{} excludes that", text(present),
                                       text_in_brackets(absent));
        for (std::size_t i = outer.present.size(); i < givens.present.size(); ++i) {
            const auto part = givens.present[i];
            if (node(part).kind != NodeKind::any) continue;
            std::erase(givens.present, part);  // it is what is looked into
            if (auto why = never_any(part, givens)) return why;
            givens.present.insert(givens.present.begin() + static_cast<std::ptrdiff_t>(i), part);
        }
        return {};
    }

    /// All alternatives cannot match: then the whole cannot. Single ones are said so.
    std::optional<std::string> never_any(std::uint32_t index, const Givens& givens) {
        std::vector<std::pair<std::uint32_t, std::string>> hopeless;
        for (const auto child : node(index).children)
            if (auto why = never(child, givens)) hopeless.emplace_back(child, std::move(*why));
        if (hopeless.size() == node(index).children.size()) return hopeless.front().second;
        for (const auto& [child, why] : hopeless)
            warn("never-matches", fmt::format("the alternative {} can never match: {}", text(child), why),
                 "take it out, or exclude something narrower");
        return {};
    }

    std::string text_in_brackets(std::uint32_t index) const {
        const bool bracketed = node(index).kind == NodeKind::any || node(index).kind == NodeKind::all;
        return bracketed ? '(' + text(index) + ')' : text(index);
    }

    /// One warning for all repetitions of a pattern: they tend to come in families.
    void repetitions() {
        std::vector<std::string> twice, covered, side_by_side;
        for (const Node& parent : pattern_.nodes) {
            if (parent.kind == NodeKind::all) repeated_parts(parent, side_by_side);
            if (parent.kind == NodeKind::any) repeated_alternatives(parent, twice, covered);
        }
        report("repeated-part", "side by side stand twice: {}", side_by_side, "keep one of each");
        report("repeated-alternative", "alternatives stand twice: {}", twice,
               "keep one of each; words are compared by their stem");
        report("covered-alternative", "alternatives find nothing of their own: {}", covered, "take them out");
    }

    void report(std::string kind, std::string_view message, const std::vector<std::string>& parts, std::string mend) {
        if (!parts.empty())
            warn(std::move(kind), fmt::format(fmt::runtime(message), fmt::join(parts, ", ")), std::move(mend));
    }

    void repeated_parts(const Node& parent, std::vector<std::string>& twice) const {
        const auto& parts = parent.children;
        for (std::size_t j = 1; j < parts.size(); ++j)
            for (std::size_t i = 0; i < j; ++i)
                if (same(pattern_, parts[i], pattern_, parts[j])) note(twice, text_in_brackets(parts[i]));
    }

    void repeated_alternatives(const Node& parent, std::vector<std::string>& twice,
                               std::vector<std::string>& covered) const {
        const auto& parts = parent.children;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            for (std::size_t j = 0; j < parts.size(); ++j) {
                if (i == j) continue;
                if (same(pattern_, parts[i], pattern_, parts[j])) {
                    if (i < j) note(twice, text(parts[i]));
                } else if (implication_.covers(pattern_, parts[i], parts[j])) {
                    note(covered, fmt::format("{} is within {}", text(parts[j]), text(parts[i])));
                }
            }
        }
    }

    static void note(std::vector<std::string>& notes, std::string note) {
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
    }

    /// "delegate's" without its "'s" is "delegate": surely more than was meant.
    void lost_ending(const Node& each) {
        if (each.kind != NodeKind::term || !catalogue_.terms[each.term].file.empty()) return;
        const std::string& words = catalogue_.terms[each.term].label;
        if (!words.ends_with("'s")) return;
        warn("lost-ending", fmt::format("the phrase “{}” is compared without its last \"'s\"", words),
             "add the word that follows, or write it without \"'s\"");
    }

    const Catalogue& catalogue_;
    const Implication& implication_;
    const Pattern& pattern_;
    Warnings& warnings_;
};

}  // namespace

void lint_patterns(const Catalogue& catalogue, Warnings& warnings) {
    const Implication implication(catalogue);
    for (const Pattern& pattern : catalogue.patterns) PatternLint(catalogue, implication, pattern, warnings).run();
}

}  // namespace boardcheck::catalogue
