// Acts that are cited so that no one can find them: of a year in which there was none, or "the Act" where several are
// meant.
#include <algorithm>
#include <set>

#include "check/parts.hpp"

namespace boardcheck::check {

namespace {

using catalogue::Source;
using extract::Citation;
using extract::CitedAt;
using extract::KnownBy;

bool ends_with_year(std::string_view title) {
    return title.size() > 5 && title[title.size() - 5] == ' ' &&
           std::all_of(title.end() - 4, title.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The title of an Act without its year, in small letters.
std::string without_year(std::string_view title) {
    if (ends_with_year(title)) title.remove_suffix(5);
    std::string name(title);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c); });
    return name.starts_with("the ") ? name.substr(4) : name;
}

/// A place where an Act is named in full.
struct Named {
    std::uint32_t position = 0, sentence = 0;
    std::string name;
    friend auto operator<=>(const Named&, const Named&) = default;
};

class Acts {
public:
    Acts(const Case& paper, std::vector<Finding>& findings) : paper_(paper), findings_(findings) {
        for (const Source& source : paper.catalogue.sources) {
            if (!ends_with_year(source.title)) continue;
            auto& years = years_[without_year(source.title)];
            years.insert(source.date.year);
            for (const Date& other : source.other_dates) years.insert(other.year);
            names_.emplace(source.id, without_year(source.title));
        }
        for (const Citation& citation : paper.declarations.citations) {
            if (citation.kind != "act") continue;
            for (const CitedAt& place : citation.places)
                if (place.by != KnownBy::noun)
                    named_.push_back({place.evidence.span.begin, place.evidence.sentence, name_of(citation)});
        }
        std::sort(named_.begin(), named_.end());
    }

    void add_all() {
        for (const Citation& citation : paper_.declarations.citations) {
            if (citation.kind != "act") continue;
            std::set<std::string, std::less<>> told;
            for (const CitedAt& place : citation.places) {
                if (told.insert(place.date).second) add_year(citation, place);
            }
        }
        add_bare_acts();
    }

private:
    const Case& paper_;
    std::vector<Finding>& findings_;
    std::map<std::string, std::set<std::int16_t>, std::less<>> years_;  // of the Acts of one name
    std::map<std::string, std::string, std::less<>> names_;             // of sources
    std::vector<Named> named_;

    std::string name_of(const Citation& citation) const {
        const auto known = names_.find(citation.source);
        return known == names_.end() ? without_year(citation.title) : known->second;
    }

    /// "the Health and Care Act 2021"; "the 2012 Act", where none of that year has been named.
    void add_year(const Citation& citation, const CitedAt& place) {
        if (place.date.size() != 4 || place.by == KnownBy::wrong_name) return;
        if (place.by == KnownBy::noun && citation.source.empty()) {
            add(paper_, findings_, "reference.act-not-named", place.evidence, {{"title", place.title}});
            return;
        }
        const auto years = years_.find(name_of(citation));
        const auto year = parse_date(place.date);
        if (years == years_.end() || !year || years->second.contains(year->year)) return;
        std::string known;
        for (const std::int16_t each : years->second) known += (known.empty() ? "" : ", ") + std::to_string(each);
        Finding* finding =
            add(paper_, findings_, "reference.no-such-act", place.evidence, {{"title", place.title}, {"years", known}});
        if (finding != nullptr) finding->source = citation.source;
    }

    std::string_view surface(std::uint32_t token) const {
        return paper_.text.words[paper_.text.tokens[token].word].surface;
    }

    /// "section 75 of the Act": the paragraph says which, or the paper names only one.
    void add_bare_acts() {
        if (defines_the_act()) return;
        std::uint32_t told = no_sentence;
        for (const match::Mention& mention : paper_.matches.mentions) {
            const auto& properties = paper_.catalogue.terms[mention.term].properties;
            const auto role = properties.find("role");
            if (role == properties.end() || role->second != "act-part" || mention.sentence == told) continue;
            const auto act = bare_act(mention);
            if (!act || !is_unclear(mention)) continue;
            told = mention.sentence;
            const auto& tokens = paper_.text.tokens;
            const extract::Evidence evidence{mention.sentence,
                                             {tokens[mention.tokens.first].span.begin, tokens[*act].span.end}};
            add(paper_, findings_, "reference.which-act", evidence,
                {{"words", std::string(slice(paper_.text.text, evidence.span))}});
        }
    }

    static constexpr std::uint32_t no_sentence = 0xffffffff;

    /// The token of "Act" in "section 75 of the Act".
    std::optional<std::uint32_t> bare_act(const match::Mention& mention) const {
        const std::uint32_t end = paper_.text.sentences[mention.sentence].tokens.last;
        std::uint32_t at = mention.tokens.last;
        const auto is_figure = [&](std::uint32_t token) {
            const char first = surface(token).front();
            return (first >= '0' && first <= '9') || first == '(' || first == ')';
        };
        while (at < end && is_figure(at)) ++at;
        const bool numbered = at > mention.tokens.last && at + 2 < end;
        if (!numbered || surface(at) != "of" || surface(at + 1) != "the" || surface(at + 2) != "Act") return {};
        return at + 2;
    }

    /// "(the Act)", '("the Act")': from there on everyone knows.
    bool defines_the_act() const {
        const auto& tokens = paper_.text.tokens;
        for (std::uint32_t token = 2; token + 1 < tokens.size(); ++token) {
            if (surface(token) != "Act" || (surface(token - 1) != "the" && surface(token - 1) != "The")) continue;
            const std::string_view before = surface(token - 2), after = surface(token + 1);
            if ((before == "(" || before == "\"" || before == "'") && (after == ")" || after == "\"" || after == "'"))
                return true;
        }
        return false;
    }

    /// None named at all, or several and none of them in this paragraph.
    bool is_unclear(const match::Mention& mention) const {
        const std::uint32_t position = paper_.text.tokens[mention.tokens.first].span.begin;
        const auto end = std::lower_bound(named_.begin(), named_.end(), position,
                                          [](const Named& named, std::uint32_t at) { return named.position < at; });
        const auto& sentences = paper_.text.sentences;
        const std::uint32_t block = sentences[mention.sentence].block;
        if (end != named_.begin() && sentences[(end - 1)->sentence].block == block) return false;
        if (named_.empty()) return true;
        const bool one = std::all_of(named_.begin(), named_.end(),
                                     [&](const Named& named) { return named.name == named_.front().name; });
        return !one;
    }
};

}  // namespace

void add_acts(const Case& paper, std::vector<Finding>& findings) { Acts(paper, findings).add_all(); }

}  // namespace boardcheck::check
