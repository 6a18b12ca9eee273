#include "catalogue/index.hpp"

#include <algorithm>
#include <numeric>

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

void close_list(Lists& lists) { lists.begins.push_back(static_cast<std::uint32_t>(lists.ids.size())); }

Lists broader_of(const std::vector<Term>& terms) {
    Lists broader;
    close_list(broader);
    for (const Term& term : terms) {
        broader.ids.insert(broader.ids.end(), term.broader.begin(), term.broader.end());
        close_list(broader);
    }
    return broader;
}

Lists terms_of(const std::vector<Pattern>& patterns) {
    Lists terms;
    close_list(terms);
    for (const Pattern& pattern : patterns) {
        const auto first = static_cast<std::ptrdiff_t>(terms.ids.size());
        for (const Node& node : pattern.nodes) {
            if (node.kind == NodeKind::term) terms.ids.push_back(node.term);
        }
        std::sort(terms.ids.begin() + first, terms.ids.end());
        terms.ids.erase(std::unique(terms.ids.begin() + first, terms.ids.end()), terms.ids.end());
        close_list(terms);
    }
    return terms;
}

/// Counts first, so that nothing is made for each term.
Lists patterns_by_trigger(const Catalogue& catalogue, const std::vector<Round>& rounds, Round round) {
    Lists lists;
    lists.begins.resize(catalogue.terms.size() + 2);
    const auto each = [&](const auto& use) {
        for (PatternId pattern = 0; pattern < catalogue.patterns.size(); ++pattern) {
            if (rounds[pattern] != round) continue;
            for (const TermId term : catalogue.patterns[pattern].triggers) use(term, pattern);
        }
    };
    each([&](TermId term, PatternId) { ++lists.begins[term + 2]; });
    std::partial_sum(lists.begins.begin(), lists.begins.end(), lists.begins.begin());
    lists.ids.resize(lists.begins.back());
    each([&](TermId term, PatternId pattern) { lists.ids[lists.begins[term + 1]++] = pattern; });
    lists.begins.pop_back();
    return lists;
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
            case NodeKind::number:
                return false;
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

    /// Narrow ones first: they are least often there.
    std::size_t breadth(std::uint32_t index) const {
        constexpr std::size_t of_topic = 8;
        if (node(index).kind == NodeKind::topic) return of_topic;
        return std::max<std::size_t>(1, node(index).children.size());
    }

    void write(std::uint32_t index) {
        const std::size_t at = out_.size();
        out_.emplace_back();
        if (node(index).kind == NodeKind::term || node(index).kind == NodeKind::topic) {
            out_[at].kind = node(index).kind == NodeKind::term ? Need::Kind::term : Need::Kind::topic;
            out_[at].term = node(index).term;
        } else if (node(index).kind == NodeKind::number) {
            out_[at].kind = Need::Kind::number;
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
        out_[at].size = static_cast<std::uint32_t>(out_.size() - at);
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

std::vector<std::vector<TermId>> of_papers(const Catalogue& catalogue) {
    std::vector<std::vector<TermId>> terms(catalogue.readings.size());
    for (const Term& term : catalogue.terms) {
        const auto when = term.properties.find("when");
        if (when == term.properties.end()) continue;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (catalogue.readings[i].id == when->second)
                terms[i].insert(terms[i].end(), term.broader.begin(), term.broader.end());
        }
    }
    return terms;
}

}  // namespace

Index index_of(const Catalogue& catalogue) {
    Index index;
    const std::vector<Round> rounds = rounds_of(catalogue);
    for (PatternId i = 0; i < catalogue.patterns.size(); ++i) {
        const Pattern& pattern = catalogue.patterns[i];
        index.need_of.push_back(static_cast<std::uint32_t>(index.needs.size()));
        NeedWriter(pattern, index.needs).whole();
        bool& asks = index.asks_for_topics[static_cast<std::size_t>(rounds[i])];
        asks = asks || std::any_of(pattern.nodes.begin(), pattern.nodes.end(),
                                   [](const Node& node) { return node.kind == NodeKind::topic; });
    }
    for (const Round round : {Round::readings, Round::rules}) {
        index.patterns[static_cast<std::size_t>(round)] = patterns_by_trigger(catalogue, rounds, round);
    }
    index.terms_of = terms_of(catalogue.patterns);
    index.broader = broader_of(catalogue.terms);
    index.kinds = kinds_of(catalogue.terms);
    index.of_papers = of_papers(catalogue);
    return index;
}

}  // namespace boardcheck::catalogue
