// Documents and the day of the paper: cited before they were there, or there and not known.
#include <algorithm>
#include <chrono>
#include <set>

#include "check/parts.hpp"

namespace boardcheck::check {

namespace {

using catalogue::Marker;
using catalogue::Source;
using extract::Citation;
using extract::CitedAt;
using extract::KnownBy;

constexpr std::size_t most_others = 10;
constexpr int days_to_read = 7;  // that the author of a paper has to hear of a new document

std::int64_t day_number(Date date) {
    const auto day =
        std::chrono::sys_days(std::chrono::year{date.year} / std::max<int>(date.month, 1) / std::max<int>(date.day, 1));
    return day.time_since_epoch().count();
}

class Times {
public:
    Times(const Case& paper, std::vector<Finding>& findings) : paper_(paper), findings_(findings) {
        for (const Source& source : paper.catalogue.sources) sources_.emplace(source.id, &source);
        for (const match::Mention& mention : paper.matches.mentions) {
            const catalogue::Term& term = paper.catalogue.terms[mention.term];
            const auto sense = term.properties.find("sense");
            if (sense == term.properties.end()) continue;
            if (sense->second == "knows-document") known_.insert(term.label);
            if (sense->second == "not-yet") not_yet_.insert(mention.sentence);
        }
        for (const Citation& citation : paper.declarations.citations) {
            known_.insert(citation.source);
            for (const CitedAt& place : citation.places)
                if (!place.date.empty() || !place.number.empty()) dated_.insert(citation.source);
        }
    }

    void add_all() {
        for (const Citation& citation : paper_.declarations.citations) add_early(citation);
        for (const std::string_view name : {"awaits-document", "rests-on-older"}) {
            for (const Marker& marker : paper_.catalogue.markers)
                if (marker.name == name) add_unknown(marker);
        }
    }

private:
    const Case& paper_;
    std::vector<Finding>& findings_;
    std::map<std::string, const Source*, std::less<>> sources_;
    std::set<std::string, std::less<>> known_;  // sources of which the paper speaks
    std::set<std::string, std::less<>> dated_;  // and of which it tells date or number
    std::set<std::uint32_t> not_yet_;           // sentences that speak of what is to come

    /// Cited as if it were there, before its day.
    void add_early(const Citation& citation) {
        const auto source = sources_.find(citation.source);
        if (source == sources_.end() || !(last_day_of(*paper_.as_at) < source->second->date)) return;
        if (is_called_so_later(*source->second)) return;
        for (const CitedAt& place : citation.places) {
            const bool of_its_year = place.date.empty() || extract::can_be(place.date, source->second->date);
            if (place.by != KnownBy::name || !of_its_year || !is_full(place, *source->second)) continue;
            if (!is_surely_cited(citation, place) || is_to_come(place)) continue;
            Finding* finding = add(
                paper_, findings_, "reference.not-yet-there", place.evidence,
                {{"title", place.title}, {"date", to_string(source->second->date)}, {"day", to_string(*paper_.as_at)}});
            if (finding != nullptr) finding->source = citation.source;
            return;
        }
    }

    /// A draft of it was there before.
    bool is_called_so_later(const Source& source) const {
        return std::any_of(source.other_dates.begin(), source.other_dates.end(),
                           [&](const Date& other) { return !(*paper_.as_at < other); });
    }

    /// Its title, and no short name under which it may have been awaited.
    static bool is_full(const CitedAt& place, const Source& source) {
        return place.title.size() + 5 >= source.title.size() && place.title.size() > 12;
    }

    /// Guidance has titles that are plain words, too: these stand in quotation marks, or with a date.
    bool is_surely_cited(const Citation& citation, const CitedAt& place) const {
        if (citation.kind != "guidance" || !place.date.empty() || !place.number.empty()) return true;
        const std::uint32_t begin = place.evidence.span.begin;
        return begin > 0 && paper_.text.text[begin - 1] == '"';
    }

    bool is_to_come(const CitedAt& place) const {
        if (not_yet_.contains(place.evidence.sentence)) return true;
        const std::string_view text = paper_.text.text;
        if (place.evidence.span.begin > 0 && text.substr(0, place.evidence.span.begin).ends_with('[')) return true;
        const text::Sentence& sentence = paper_.text.sentences[place.evidence.sentence];
        return std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const text::Clause& clause) {
            const auto begin = paper_.text.tokens[clause.tokens.first].span.begin;
            const auto end = paper_.text.tokens[clause.tokens.last - 1].span.end;
            const bool own = begin < place.evidence.span.end && place.evidence.span.begin < end;
            const bool later = clause.tense == text::Tense::future || clause.modality == text::Modality::will ||
                               clause.modality == text::Modality::may || clause.modality == text::Modality::expected;
            return own && (later || clause.conditional || clause.negated);
        });
    }

    bool is_due(const Source& source, const Marker& marker) const {
        if (day_number(*paper_.as_at) < day_number(last_day_of(source.date)) + days_to_read) return false;
        const auto until = marker.properties.find("until");
        if (until == marker.properties.end()) return true;
        const auto last = parse_date(until->second);
        return !last || !(last_day_of(*last) < *paper_.as_at);
    }

    /// There for a while, and the paper goes by what was there before.
    void add_unknown(const Marker& marker) {
        const auto id = marker.properties.find("source");
        // What is awaited may be named, but is not known to have a date.
        const bool waits = marker.name == "awaits-document";
        if (id == marker.properties.end() || (waits ? dated_ : known_).contains(id->second)) return;
        const auto source = sources_.find(id->second);
        if (source == sources_.end() || !is_due(*source->second, marker)) return;
        const std::string_view later =
            source->second->expected ? "reference.document-not-known" : "reference.later-guidance";
        std::set<extract::Evidence> places;
        for (const catalogue::PatternId pattern : marker.patterns) {
            for (const match::Hit& hit : match::hits_of(paper_.matches, pattern)) {
                const auto& tokens = paper_.text.tokens;
                places.insert(
                    {hit.sentence, {tokens[hit.tokens.first].span.begin, tokens[hit.tokens.last - 1].span.end}});
            }
        }
        if (places.empty()) return;
        const extract::Evidence first = *places.begin();
        Finding* finding = add(paper_, findings_, waits ? "reference.already-published" : later, first,
                               {{"right-title", source->second->title},
                                {"date", to_string(source->second->date)},
                                {"words", std::string(slice(paper_.text.text, first.span))}});
        if (finding == nullptr) return;
        finding->source = id->second;
        known_.insert(id->second);
        for (const extract::Evidence& place : places)
            if (place != first && finding->others.size() < most_others) finding->others.push_back({"", place, {}});
    }
};

}  // namespace

void add_times(const Case& paper, std::vector<Finding>& findings) {
    if (paper.as_at) Times(paper, findings).add_all();
}

}  // namespace boardcheck::check
