// The same thing promised twice: once with a condition, and once as if there were none.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "check/look_up.hpp"
#include "check/promises.hpp"

namespace boardcheck::check {

namespace {

using extract::Commitment;
using text::TokenRange;
using Stems = std::set<std::string_view>;

constexpr std::size_t shortest = 4;      // letters: what is shorter is mostly grammar
constexpr std::size_t least_shared = 4;  // words: fewer are met by chance
constexpr std::size_t most_places = 30;  // a word that more promises have tells none from another

Stems stems_of(const Case& paper, TokenRange tokens) {
    Stems stems;
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        const bool word = paper.text.tokens[token].kind == text::TokenKind::word;
        if (word && stem_at(paper, token).size() >= shortest && stem_at(paper, token) != "will")
            stems.insert(stem_at(paper, token));
    }
    return stems;
}

TokenRange tokens_of(const Case& paper, const Commitment& commitment) {
    return paper.text.sentences[commitment.evidence.sentence].tokens;
}

/// Promises with a condition, by their words.
class Conditional {
public:
    explicit Conditional(const Case& paper) : paper_(paper) {
        for (const Commitment& commitment : paper.declarations.commitments) {
            if (commitment.condition.empty() || commitment.by.empty()) continue;
            for (const std::string_view stem : stems_of(paper, tokens_of(paper, commitment)))
                places_[stem].push_back(&commitment);
        }
    }

    /// One of which most words are in the other.
    const Commitment* twin(const Commitment& commitment) const {
        const Stems stems = stems_of(paper_, tokens_of(paper_, commitment));
        std::map<const Commitment*, std::size_t> shared;
        const Commitment* found = nullptr;
        for (const std::string_view stem : stems) {
            const auto places = places_.find(stem);
            if (places == places_.end() || places->second.size() > most_places) continue;
            for (const Commitment* other : places->second) {
                const bool elsewhere = other->evidence.sentence != commitment.evidence.sentence;
                const std::size_t count = ++shared[other];
                if (elsewhere && count >= least_shared && 2 * count >= stems.size() && found == nullptr) found = other;
            }
        }
        return found;
    }

private:
    const Case& paper_;
    std::unordered_map<std::string_view, std::vector<const Commitment*>> places_;
};

}  // namespace

void add_conditions(const Case& paper, std::vector<Finding>& findings) {
    const Conditional conditional(paper);
    for (const Commitment& commitment : paper.declarations.commitments) {
        if (!commitment.condition.empty() || commitment.by.empty()) continue;
        const Commitment* twin = conditional.twin(commitment);
        if (twin == nullptr) continue;
        const Values values{{"action", commitment.action}, {"condition", twin->condition}};
        if (Finding* finding = add(paper, findings, "commitment.condition-elsewhere", commitment.evidence, values))
            finding->others.push_back({twin->condition, twin->evidence, {}});
    }
}

}  // namespace boardcheck::check
