#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "catalogue/implication.hpp"
#include "catalogue/lint_parts.hpp"

namespace boardcheck::catalogue {

namespace {

/// A term of the lexicon: not built in, and not made of words in a pattern.
bool is_named(const Term& term) { return !term.file.empty(); }

std::string_view property(const Term& term, std::string_view name) {
    const auto found = term.properties.find(name);
    return found == term.properties.end() ? std::string_view() : found->second;
}

/// Both name posts, or committees, or the like.
bool are_of_one_kind(const Term& a, const Term& b) {
    return is_entity(a) && is_entity(b) && property(a, "kind") == property(b, "kind") &&
           property(a, "structure") == property(b, "structure");
}

/// “a”, “b” and 3 more.
std::string quoted(const std::vector<std::string_view>& variants) {
    constexpr std::size_t most = 3;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, variants.size()); ++i)
        out += fmt::format("{}“{}”", i == 0 ? "" : ", ", variants[i]);
    return variants.size() > most ? fmt::format("{} and {} more", out, variants.size() - most) : out;
}

class TermLint {
public:
    TermLint(const Catalogue& catalogue, Warnings& warnings) : catalogue_(catalogue), warnings_(warnings) {}

    void run() {
        mark_used();
        for (TermId id = 0; id < catalogue_.terms.size(); ++id) {
            if (!is_named(catalogue_.terms[id])) continue;
            unused(id);
            repeated_variants(catalogue_.terms[id]);
            hidden(id);
        }
        shared_variants();
    }

private:
    const Term& term(TermId id) const { return catalogue_.terms[id]; }
    bool related(TermId a, TermId b) const { return is_broader(a, term(b)) || is_broader(b, term(a)); }

    void mark_used() {
        used_.resize(catalogue_.terms.size());
        for (const Pattern& pattern : catalogue_.patterns)
            for (const Node& node : pattern.nodes)
                if (node.kind == NodeKind::term || node.kind == NodeKind::topic) used_[node.term] = true;
    }

    /// Terms with properties are asked for by extraction.
    void unused(TermId id) {
        const Term& each = term(id);
        const bool used = std::any_of(each.broader.begin(), each.broader.end(), [&](TermId b) { return used_[b]; });
        if (used || !each.properties.empty()) return;
        warnings_.add("unused-term", each, fmt::format("no pattern asks for the term \"{}\"", each.id),
                      fmt::format("write {{{}}} where it is meant, or take the term out", each.id));
    }

    void repeated_variants(const Term& each) {
        std::map<std::pair<std::vector<std::uint32_t>, std::optional<std::uint32_t>>, std::vector<std::string_view>>
            alike;
        for (const Variant& one : each.variants) alike[{one.keys, one.when}].push_back(one.text);
        for (const auto& [keys, texts] : alike) {
            if (texts.size() < 2) continue;
            warnings_.add("repeated-variant", each,
                          fmt::format("the variants {} of the term \"{}\" are compared as one", quoted(texts), each.id),
                          "keep one of them: words are compared by their stem, and without articles and marks");
        }
    }

    /// One warning for two terms, however many variants they share.
    void shared_variants() {
        std::map<std::pair<TermId, TermId>, std::vector<std::string_view>> shared;
        for (std::uint32_t state = 0; state < catalogue_.trie.size(); ++state) {
            const auto ends = catalogue_.trie.ends_at(state);
            for (std::size_t i = 0; i < ends.size(); ++i)
                for (std::size_t j = i + 1; j < ends.size(); ++j)
                    if (ends[i].term != ends[j].term && clash(ends[i], ends[j]))
                        shared[{ends[i].term, ends[j].term}].push_back(variant(ends[i]).text);
        }
        for (const auto& [terms, variants] : shared) {
            const Term &first = term(terms.first), &second = term(terms.second);
            warnings_.add("shared-variant", second,
                          fmt::format("the terms \"{}\" and \"{}\" are of one kind, and both have {}", first.id,
                                      second.id, quoted(variants)),
                          fmt::format("write broader=\"...\" in the narrower of the two, or let only one have it; the "
                                      "other stands in {}:{}",
                                      first.file, first.line));
        }
    }

    bool clash(const Trie::End& a, const Trie::End& b) const {
        const bool by_reading = variant(a).when || variant(b).when;
        return !by_reading && !related(a.term, b.term) && are_of_one_kind(term(a.term), term(b.term));
    }

    /// "chair" is no mention where "chair designate" is one of another post. Who wants both must list both.
    void hidden(TermId id) {
        const Term& inner = term(id);
        if (!is_entity(inner)) return;
        for (const Variant& each : inner.variants) {
            const auto state = after(each.keys);
            std::vector<std::string_view> longer;
            longer_variants(id, state, longer);
            if (longer.empty()) continue;
            warnings_.add(
                "hidden-variant", inner,
                fmt::format("the variant “{}” of the term \"{}\" is not found in {}: there a longer variant "
                            "of another term hides it",
                            each.text, inner.id, quoted(longer)),
                "add the longer one to this term, if it is meant too, or make the terms narrower and broader");
        }
    }

    std::uint32_t after(const std::vector<std::uint32_t>& keys) const {
        std::uint32_t state = 0;
        for (const auto key : keys) state = catalogue_.trie.after(state, key);
        return state;
    }

    /// The variants of unrelated terms of the same kind that go on from a state, unless the term has them itself.
    void longer_variants(TermId id, std::uint32_t state, std::vector<std::string_view>& longer) const {
        for (const auto& edge : catalogue_.trie.edges_of(state)) {
            const auto ends = catalogue_.trie.ends_at(edge.state);
            const bool has_it = std::any_of(ends.begin(), ends.end(),
                                            [&](const Trie::End& end) { return is_broader(id, term(end.term)); });
            for (const Trie::End& end : ends) {
                const bool hides = !has_it && !related(id, end.term) && are_of_one_kind(term(id), term(end.term));
                if (hides) longer.push_back(variant(end).text);
            }
            if (!has_it) longer_variants(id, edge.state, longer);
        }
    }

    const Variant& variant(const Trie::End& end) const { return term(end.term).variants[end.variant]; }

    const Catalogue& catalogue_;
    Warnings& warnings_;
    std::vector<bool> used_;  // by some pattern, under its own name
};

}  // namespace

void lint_terms(const Catalogue& catalogue, Warnings& warnings) { TermLint(catalogue, warnings).run(); }

}  // namespace boardcheck::catalogue
