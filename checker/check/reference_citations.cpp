// What a paper says of the documents that it cites, against the reference facts: title, number, date, publisher.
#include <algorithm>
#include <array>

#include "check/parts.hpp"

namespace boardcheck::check {

namespace {

using catalogue::Source;
using extract::Citation;
using extract::CitedAt;
using extract::KnownBy;

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

/// "16 June 2021", "June 2021", "16 June" of "--06-16".
std::string in_words(std::string_view iso) {
    const bool no_year = iso.starts_with("--");
    const auto date = parse_date(no_year ? "2000-" + std::string(iso.substr(2)) : std::string(iso));
    if (!date) return std::string(iso);
    std::string words = date->day > 0 ? std::to_string(date->day) + ' ' : "";
    if (date->month > 0) words.append(month_names[date->month - 1U]);
    if (!no_year) words += (words.empty() ? "" : " ") + std::to_string(date->year);
    return words;
}

/// Letters and figures alone: "CP381" is "CP 381", and "B0886" is "B886".
std::string plain(std::string_view number) {
    std::string out;
    for (const char c : number) {
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        const bool figure = c >= '0' && c <= '9';
        const bool leading = c == '0' && (out.empty() || out.back() < '0' || out.back() > '9');
        if (letter || (figure && !leading)) out += letter ? static_cast<char>(c & ~0x20) : c;
    }
    return out;
}

std::string series_of(std::string_view number) {
    const std::string whole = plain(number);
    return whole.substr(0, whole.find_first_of("0123456789"));
}

/// One figure is another, or two beside each other have changed places.
bool is_slip(std::string_view one, std::string_view other) {
    if (one.size() != other.size() || one == other) return false;
    std::vector<std::size_t> differing;
    for (std::size_t i = 0; i < one.size(); ++i)
        if (one[i] != other[i]) differing.push_back(i);
    if (differing.size() != 2 || differing[1] != differing[0] + 1) return false;
    return one[differing[0]] == other[differing[1]] && one[differing[1]] == other[differing[0]];
}

std::string folded(std::string text) {
    for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    return text;
}

bool has_publisher(const Source& source, const std::string& said) {
    return source.publisher.find(said) != std::string::npos || said.find(source.publisher) != std::string::npos;
}

bool fits(std::string_view said, const Source& source) {
    return extract::can_be(said, source.date) ||
           std::any_of(source.other_dates.begin(), source.other_dates.end(),
                       [&](const Date& date) { return extract::can_be(said, date); });
}

class Reviewer {
public:
    Reviewer(const Case& paper, std::vector<Finding>& findings) : paper_(paper), findings_(findings) {
        for (const Source& source : paper.catalogue.sources) {
            sources_.emplace(source.id, &source);
            if (!source.number.empty()) numbers_.emplace(plain(source.number), &source);
        }
    }

    void review() {
        for (const Citation& citation : paper_.declarations.citations) {
            const auto source = sources_.find(citation.source);
            if (source == sources_.end()) {
                look_for_slip(citation);
                continue;
            }
            for (const CitedAt& place : citation.places) {
                if ((place.by == KnownBy::wrong_name || place.by == KnownBy::likeness) &&
                    is_of_its_time(*source->second))
                    found("reference.wrong-title", *source->second, place, {}, place.title, source->second->title);
                compare(*source->second, citation, place);
            }
            if (is_rested_on(source->first)) look_for_title(*source->second, citation);
        }
    }

private:
    const Case& paper_;
    std::vector<Finding>& findings_;
    std::map<std::string, const Source*, std::less<>> sources_, numbers_;
    std::map<std::string, std::size_t, std::less<>> told_;  // rule, document and what is said of it: its finding

    /// The title with one detail that is said of it.
    static extract::Evidence around(const CitedAt& place, Span detail) {
        Span span = place.title_at == Span{} ? place.evidence.span : place.title_at;
        if (detail == Span{}) return {place.evidence.sentence, span};
        return {place.evidence.sentence, {std::min(span.begin, detail.begin), std::max(span.end, detail.end)}};
    }

    /// What is said alike at several places is one finding.
    void found(std::string_view rule, const Source& source, const CitedAt& place, Span detail, const std::string& said,
               const std::string& right) {
        const extract::Evidence evidence = around(place, detail);
        const std::string key = std::string(rule) + '\n' + source.id + '\n' + said;
        if (const auto told = told_.find(key); told != told_.end()) {
            if (told->second < findings_.size()) findings_[told->second].others.push_back({said, evidence, {}});
            return;
        }
        Finding* finding =
            add(paper_, findings_, rule, evidence,
                {{"title", place.title}, {"right-title", source.title}, {"said", said}, {"right", right}});
        told_.emplace(key, finding == nullptr ? findings_.max_size() : findings_.size() - 1);
        if (finding != nullptr) finding->source = source.id;
    }

    /// Years before there may have been another of nearly the same name.
    bool is_of_its_time(const Source& source) const { return !paper_.as_at || paper_.as_at->year >= source.date.year; }

    void compare(const Source& source, const Citation& citation, const CitedAt& place) {
        const bool law = citation.kind == "act" || citation.kind == "regulations";
        if (!place.date.empty() && !law && !fits(place.date, source))
            found("reference.wrong-date", source, place, place.date_at, in_words(place.date),
                  in_words(to_string(source.date)));
        if (!place.number.empty() && !source.number.empty() && is_other_number(place.number, source))
            found("reference.wrong-number", source, place, place.number_at, place.number, source.number);
        for (const std::string& publisher : place.publishers) {
            if (!has_publisher(source, publisher))
                found("reference.wrong-publisher", source, place, place.publishers_at, publisher, source.publisher);
        }
    }

    /// Of the same series, or of another document: a number of a kind that the rules do not have may be right as well.
    bool is_other_number(const std::string& said, const Source& source) const {
        if (plain(said) == plain(source.number)) return false;
        return series_of(said) == series_of(source.number) || numbers_.contains(plain(said));
    }

    /// Whether requirements come from it: what a paper is judged by should be found by its readers.
    bool is_rested_on(std::string_view id) const {
        return std::any_of(paper_.catalogue.requirements.begin(), paper_.catalogue.requirements.end(),
                           [&](const catalogue::Requirement& requirement) {
                               return !requirement.sources.empty() &&
                                      paper_.catalogue.sources[requirement.sources.front().source].id == id;
                           });
    }

    /// Several short names of it, and neither its title nor its number.
    void look_for_title(const Source& source, const Citation& citation) {
        const std::string_view main = std::string_view(source.title).substr(0, source.title.find(':'));
        std::map<std::string, const CitedAt*, std::less<>> names;
        for (const CitedAt& place : citation.places) {
            const bool full = place.title.find(main) != std::string::npos || place.by == KnownBy::likeness;
            if (full || !place.number.empty()) return;
            if (place.by == KnownBy::name) names.emplace(place.title, &place);
        }
        // "design framework" is a part of "ICS design framework": one name.
        if (names.empty()) return;
        const std::string& longest = std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
                                         return a.first.size() < b.first.size();
                                     })->first;
        const auto is_other = [&](const auto& name) {
            return folded(longest).find(folded(name.first)) == std::string::npos;
        };
        if (std::none_of(names.begin(), names.end(), is_other)) return;
        const CitedAt& first = citation.places.front();
        found("reference.loose-title", source, first, {}, first.title, source.title + " (" + source.number + ")");
        const bool told = !findings_.empty() && findings_.back().rule == "reference.loose-title";
        for (const auto& [name, place] : names)
            if (told && place != &first) findings_.back().others.push_back({name, around(*place, {}), {}});
    }

    /// A number that stands alone, and is nearly that of a known document.
    void look_for_slip(const Citation& citation) {
        if (citation.kind != "document" || citation.number.empty() || citation.title != citation.number) return;
        for (const auto& [number, source] : numbers_) {
            if (is_slip(plain(citation.number), number))
                found("reference.number-slip", *source, citation.places.front(), {}, citation.number, source->number);
        }
    }
};

}  // namespace

void add_citations(const Case& paper, std::vector<Finding>& findings) { Reviewer(paper, findings).review(); }

}  // namespace boardcheck::check
