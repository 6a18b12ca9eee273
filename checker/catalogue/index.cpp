#include "catalogue/index.hpp"

#include <algorithm>

#include "catalogue/catalogue.hpp"
#include "text/text.hpp"

namespace boardcheck::catalogue {

namespace {

std::vector<Round> rounds_of(const Catalogue& catalogue) {
    std::vector<Round> rounds(catalogue.patterns.size(), Round::rules);
    for (const Reading& reading : catalogue.readings) {
        for (const PatternId pattern : reading.pro) rounds[pattern] = Round::readings;
        for (const PatternId pattern : reading.contra) rounds[pattern] = Round::readings;
    }
    return rounds;
}

ByTerm broader_of(const std::vector<Term>& terms) {
    ByTerm broader;
    for (const Term& term : terms) {
        broader.begins.push_back(static_cast<std::uint32_t>(broader.ids.size()));
        broader.ids.insert(broader.ids.end(), term.broader.begin(), term.broader.end());
    }
    broader.begins.push_back(static_cast<std::uint32_t>(broader.ids.size()));
    return broader;
}

Triggers triggers_of(const Catalogue& catalogue, const std::vector<PatternId>& patterns) {
    Triggers triggers;
    if (patterns.empty()) return triggers;
    std::vector<std::vector<PatternId>> by_term(catalogue.terms.size());
    for (const PatternId pattern : patterns) {
        for (const TermId term : catalogue.patterns[pattern].triggers) by_term[term].push_back(pattern);
    }
    std::vector<PatternId> all;
    for (const Term& term : catalogue.terms) {
        all.clear();
        for (const TermId broader : term.broader)
            all.insert(all.end(), by_term[broader].begin(), by_term[broader].end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        triggers.patterns.begins.push_back(static_cast<std::uint32_t>(triggers.patterns.ids.size()));
        triggers.patterns.ids.insert(triggers.patterns.ids.end(), all.begin(), all.end());
        triggers.sets_off.push_back(!all.empty());
    }
    triggers.patterns.begins.push_back(static_cast<std::uint32_t>(triggers.patterns.ids.size()));
    return triggers;
}

/// Writes what the nodes of one pattern need.
class NeedWriter {
public:
    NeedWriter(const Pattern& pattern, std::vector<Need>& out) : pattern_(pattern), out_(out) {}

    void whole() { write(pattern_.root); }

private:
    const Node& node(std::uint32_t index) const { return pattern_.nodes[index]; }

    /// Whether every scope has it, as far as terms can tell.
    bool is_nothing(std::uint32_t index) const {
        const auto nothing = [this](std::uint32_t child) { return is_nothing(child); };
        const auto& children = node(index).children;
        switch (node(index).kind) {
            case NodeKind::term:
            case NodeKind::topic:
                return false;
            case NodeKind::number:
            case NodeKind::absent:
                return true;
            case NodeKind::any:
                return std::any_of(children.begin(), children.end(), nothing);
            case NodeKind::all:
            case NodeKind::near:
            case NodeKind::ordered:
                return std::all_of(children.begin(), children.end(), nothing);
        }
        return true;
    }

    /// Whether it is a choice of terms that all trigger the pattern: a scope that set the pattern off has one of them.
    bool is_trigger(std::uint32_t index) const {
        const Node& part = node(index);
        if (part.kind == NodeKind::term)
            return std::binary_search(pattern_.triggers.begin(), pattern_.triggers.end(), part.term);
        return part.kind == NodeKind::any && std::all_of(part.children.begin(), part.children.end(),
                                                         [this](std::uint32_t child) { return is_trigger(child); });
    }

    /// The parts of a conjunction, however they are bracketed, and whatever their distance and order.
    void gather(std::uint32_t index, std::vector<std::uint32_t>& parts) const {
        const NodeKind kind = node(index).kind;
        const bool together = kind == NodeKind::all || kind == NodeKind::near || kind == NodeKind::ordered;
        if (!together) {
            if (!is_nothing(index)) parts.push_back(index);
            return;
        }
        for (const std::uint32_t child : node(index).children) gather(child, parts);
    }

    /// Narrow ones first: they are least often there. Those that trigger the pattern are nearly always.
    std::size_t breadth(std::uint32_t index) const {
        constexpr std::size_t of_topic = 8, of_trigger = 1000;
        if (is_trigger(index)) return of_trigger;
        if (node(index).kind == NodeKind::topic) return of_topic;
        return std::max<std::size_t>(1, node(index).children.size());
    }

    void write(std::uint32_t index) {
        const std::size_t at = out_.size();
        out_.emplace_back();
        if (node(index).kind == NodeKind::term || node(index).kind == NodeKind::topic) {
            out_[at].kind = node(index).kind == NodeKind::term ? Need::Kind::term : Need::Kind::topic;
            out_[at].term = node(index).term;
        } else if (node(index).kind == NodeKind::any) {
            out_[at].kind = Need::Kind::any;
            for (const std::uint32_t child : node(index).children) write(child);
        } else {
            std::vector<std::uint32_t> parts;
            gather(index, parts);
            std::stable_sort(parts.begin(), parts.end(),
                             [this](std::uint32_t a, std::uint32_t b) { return breadth(a) < breadth(b); });
            for (const std::uint32_t part : parts) write(part);
        }
        out_[at].end = static_cast<std::uint32_t>(out_.size());
    }

    const Pattern& pattern_;
    std::vector<Need>& out_;
};

TermKinds kinds_of(const std::vector<Term>& terms) {
    TermKinds kinds;
    kinds.shorts.resize(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const auto has = [&](std::string_view property) { return terms[i].properties.contains(property); };
        const bool structure = has("structure");
        kinds.structure.push_back(structure);
        kinds.topic.push_back(structure || has("topic"));
        kinds.entity.push_back(structure || has("kind"));
        kinds.names_place.push_back(has("names-place"));
        for (const std::string& form : terms[i].shorts) {
            const auto words = text::words_of(form);
            if (words.size() == 1) kinds.shorts[i].push_back(words.front().stem);
        }
    }
    return kinds;
}

}  // namespace

Index index_of(const Catalogue& catalogue) {
    Index index;
    const std::vector<Round> rounds = rounds_of(catalogue);
    std::array<std::array<std::vector<PatternId>, 5>, 2> patterns;
    for (PatternId i = 0; i < catalogue.patterns.size(); ++i) {
        const Pattern& pattern = catalogue.patterns[i];
        const auto round = static_cast<std::size_t>(rounds[i]);
        patterns[round][static_cast<std::size_t>(pattern.scope)].push_back(i);
        index.need_of.push_back(static_cast<std::uint32_t>(index.needs.size()));
        NeedWriter(pattern, index.needs).whole();
        index.asks_for_topics[round] =
            index.asks_for_topics[round] || std::any_of(pattern.nodes.begin(), pattern.nodes.end(),
                                                        [](const Node& node) { return node.kind == NodeKind::topic; });
    }
    for (std::size_t round = 0; round < patterns.size(); ++round) {
        for (std::size_t scope = 0; scope < patterns[round].size(); ++scope) {
            index.triggers[round][scope] = triggers_of(catalogue, patterns[round][scope]);
        }
    }
    index.broader = broader_of(catalogue.terms);
    index.kinds = kinds_of(catalogue.terms);
    return index;
}

}  // namespace boardcheck::catalogue
