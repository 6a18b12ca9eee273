// Names over time: a name that a paper uses before or after its day, a local one that the law uses for another body, a
// wrong one.
#include <algorithm>
#include <set>

#include "check/look_up.hpp"

namespace boardcheck::check {

namespace {

using catalogue::Term;
using catalogue::TermId;
using catalogue::Variant;
using match::Mention;

constexpr std::size_t most_others = 20;  // places that one finding lists beside its own

/// Whether words are written as this variant.
template <typename Words>
bool is_written(const Words& words, const Variant& variant, const catalogue::Catalogue& catalogue) {
    std::size_t next = 0;
    for (const text::Word& word : words) {
        const auto key = catalogue.word_keys.find(variant.exact ? "=" + word.surface : word.stem);
        const bool same =
            next < variant.keys.size() && key != catalogue.word_keys.end() && key->second == variant.keys[next];
        if (same)
            ++next;
        else if (!catalogue::is_skipped(word.stem))
            return false;
    }
    return next == variant.keys.size();
}

class Names {
public:
    Names(const Case& paper, std::vector<Finding>& findings)
        : paper_(paper), findings_(findings), mentions_(paper.catalogue.terms.size()) {
        for (const Mention& mention : paper.matches.mentions) mentions_[mention.term].push_back(&mention);
        for (const extract::Citation& citation : paper.declarations.citations) {
            for (const extract::CitedAt& place : citation.places) citing_.insert(place.evidence.sentence);
        }
    }

    void add_all() {
        for (TermId term = 0; term < mentions_.size(); ++term) {
            add_wrong_name(term);
            if (!paper_.as_at || mentions_[term].empty()) continue;
            add_early(term);
            add_late(term);
        }
        if (!paper_.as_at) return;
        add_colliding_readings();
        add_colliding_names();
        add_colliding_letters();
    }

private:
    const Case& paper_;
    std::vector<Finding>& findings_;
    std::vector<std::vector<const Mention*>> mentions_;  // of each term
    std::set<std::uint32_t> citing_;                     // sentences that cite a document
    std::set<std::string, std::less<>> collisions_;      // rules of which a local name has been found

    const Term& term(TermId id) const { return paper_.catalogue.terms[id]; }

    std::string words_at(const extract::Evidence& evidence) const {
        return std::string(slice(paper_.text.text, evidence.span));
    }

    bool is_written_as(const Mention& mention, const Variant& variant) const {
        std::vector<text::Word> words;
        for (std::uint32_t token = mention.tokens.first; token < mention.tokens.last; ++token)
            words.push_back(paper_.text.words[paper_.text.tokens[token].word]);
        return is_written(words, variant, paper_.catalogue);
    }

    /// The first mention that is written as the variant, if there is one.
    const Mention* first_written(TermId id, const Variant& variant) const {
        const auto& of_term = mentions_[id];
        const auto found = std::find_if(of_term.begin(), of_term.end(),
                                        [&](const Mention* mention) { return is_written_as(*mention, variant); });
        return found == of_term.end() ? nullptr : *found;
    }

    Finding* found(std::string_view rule, const Mention& mention, Values values) {
        const extract::Evidence evidence = evidence_of(paper_, mention.sentence, mention.tokens);
        values.emplace("name", words_at(evidence));
        return add(paper_, findings_, rule, evidence, values);
    }

    /// "Department for Health and Social Care": the label of its term is the right name.
    void add_wrong_name(TermId id) {
        const auto sense = term(id).properties.find("sense");
        if (mentions_[id].empty() || sense == term(id).properties.end() || sense->second != "misnomer") return;
        Finding* finding = found("reference.wrong-name", *mentions_[id].front(), {{"right", term(id).label}});
        if (finding == nullptr) return;
        for (std::size_t i = 1; i < mentions_[id].size() && i < most_others; ++i)
            finding->others.push_back(
                {"", evidence_of(paper_, mentions_[id][i]->sentence, mentions_[id][i]->tokens), {}});
    }

    /// A month without a day may be after the name's first day.
    void add_early(TermId id) {
        for (const Variant& variant : term(id).variants) {
            if (!variant.from || !(last_day_of(*paper_.as_at) < *variant.from)) continue;
            if (const Mention* mention = first_written(id, variant)) {
                found("reference.name-too-early", *mention, {{"from", to_string(*variant.from)}});
                return;
            }
        }
    }

    /// An old name, in a paper that has the new one as well: told as what others call it, it is no fault.
    void add_late(TermId id) {
        const auto& variants = term(id).variants;
        const auto is_new = [&](const Variant& variant) {
            return variant.from && !(*paper_.as_at < *variant.from) && first_written(id, variant) != nullptr;
        };
        const bool has_old = std::any_of(variants.begin(), variants.end(),
                                         [](const Variant& variant) { return variant.until.has_value(); });
        if (!has_old || std::none_of(variants.begin(), variants.end(), is_new)) return;
        for (const Variant& variant : variants) {
            if (!variant.until || !(last_day_of(*variant.until) < *paper_.as_at)) continue;
            for (const Mention* mention : mentions_[id]) {
                if (!is_written_as(*mention, variant) || is_told(*mention)) continue;
                found("reference.name-out-of-date", *mention, {{"until", to_string(*variant.until)}});
                return;
            }
        }
    }

    /// In quotation marks, or in a sentence that cites a document.
    bool is_told(const Mention& mention) const {
        const text::Sentence& sentence = paper_.text.sentences[mention.sentence];
        const std::uint32_t before = mention.tokens.first;
        const auto sign = [&](std::uint32_t token) { return paper_.text.words[paper_.text.tokens[token].word].stem; };
        if (before > sentence.tokens.first && sign(before - 1) == "\"") return true;
        const auto cites = [&](std::uint32_t at) { return citing_.contains(at); };
        return cites(mention.sentence) || std::any_of(sentence.lead_ins.begin(), sentence.lead_ins.end(), cites);
    }

    /// A reading of the whole paper: the first of the names that it uses so.
    void add_colliding_readings() {
        const auto& readings = paper_.catalogue.readings;
        for (std::uint32_t i = 0; i < readings.size(); ++i) {
            const catalogue::Reading& reading = readings[i];
            if (reading.warning.empty() || !paper_.matches.readings[i]) continue;
            if (!reading.from || last_day_of(*paper_.as_at) < *reading.from) continue;
            const Mention* first = first_of_reading(i);
            if (first == nullptr) continue;
            found(reading.warning, *first, {});
            collisions_.insert(reading.warning);
        }
    }

    const Mention* first_of_reading(std::uint32_t reading) const {
        const Mention* first = nullptr;
        for (TermId id = 0; id < mentions_.size(); ++id) {
            for (const Variant& variant : term(id).variants) {
                if (variant.when != reading || mentions_[id].empty()) continue;
                const Mention* mention = first_written(id, variant);
                if (mention != nullptr && (first == nullptr || mention->tokens.first < first->tokens.first))
                    first = mention;
            }
        }
        return first;
    }

    /// A local name that is the law's for another body: the markers say so.
    void add_colliding_names() {
        for (const catalogue::Marker& marker : paper_.catalogue.markers) {
            if (marker.name != "local-name" || !marker.properties.contains("finding")) continue;
            const std::string& rule = marker.properties.at("finding");
            if (collisions_.contains(rule)) continue;
            std::set<extract::Evidence> places;
            for (const catalogue::PatternId pattern : marker.patterns) {
                for (const match::Hit& hit : match::hits_of(paper_.matches, pattern))
                    places.insert(evidence_of(paper_, hit.sentence, hit.tokens));
            }
            if (places.empty()) continue;
            const extract::Evidence first = *places.begin();
            Finding* finding = add(paper_, findings_, rule, first, {{"name", words_at(first)}});
            if (finding == nullptr) continue;
            collisions_.insert(rule);
            for (const extract::Evidence& place : places)
                if (place != first && finding->others.size() < most_others) finding->others.push_back({"", place, {}});
        }
    }

    /// An acronym of the law that the paper explains in another way.
    void add_colliding_letters() {
        for (const extract::Acronym& acronym : paper_.declarations.acronyms) {
            for (const std::string& expansion : acronym.expansions) {
                if (add_letters(acronym, expansion)) break;
            }
        }
    }

    /// Where these words stand first.
    std::optional<extract::Evidence> where_explained(const std::vector<text::Word>& words) const {
        for (std::uint32_t i = 0; i < paper_.text.sentences.size(); ++i) {
            const text::TokenRange range = paper_.text.sentences[i].tokens;
            for (std::uint32_t token = range.first; token + words.size() <= range.last; ++token) {
                const auto same = [&](std::uint32_t at) {
                    return paper_.text.words[paper_.text.tokens[token + at].word].stem == words[at].stem;
                };
                std::uint32_t at = 0;
                while (at < words.size() && same(at)) ++at;
                if (at > 0 && at == words.size()) return evidence_of(paper_, i, {token, token + at});
            }
        }
        return {};
    }

    /// Each letter begins a word: "ICS body (ICB)" is no explanation of other letters.
    static bool spells(const std::vector<text::Word>& words, std::string_view letters) {
        return std::equal(words.begin(), words.end(), letters.begin(), letters.end(),
                          [](const text::Word& word, char letter) {
                              return !word.surface.empty() && (word.surface.front() & ~0x20) == letter;
                          });
    }

    bool add_letters(const extract::Acronym& acronym, const std::string& expansion) {
        const auto words = text::words_of(expansion);
        if (!spells(words, acronym.acronym)) return false;
        for (const Term& term : paper_.catalogue.terms) {
            const auto letters = std::find_if(term.variants.begin(), term.variants.end(), [&](const Variant& variant) {
                return variant.exact && variant.from && variant.text == acronym.acronym;
            });
            if (letters == term.variants.end() || last_day_of(*paper_.as_at) < *letters->from) continue;
            const auto right = std::find_if(term.variants.begin(), term.variants.end(), [&](const Variant& variant) {
                return !variant.exact && variant.from == letters->from;
            });
            if (right == term.variants.end() || is_written(words, *right, paper_.catalogue)) continue;
            add(paper_, findings_, "reference.letters-collide", where_explained(words).value_or(acronym.evidence),
                {{"name", acronym.acronym}, {"here", expansion}, {"law", right->text}});
            return true;
        }
        return false;
    }
};

}  // namespace

void add_names(const Case& paper, std::vector<Finding>& findings) { Names(paper, findings).add_all(); }

}  // namespace boardcheck::check
