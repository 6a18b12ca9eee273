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
                if (place.by == KnownBy::wrong_name || place.by == KnownBy::likeness)
                    found("reference.wrong-title", *source->second, place, citation.title, source->second->title);
                compare(*source->second, citation, place);
            }
        }
    }

private:
    const Case& paper_;
    std::vector<Finding>& findings_;
    std::map<std::string, const Source*, std::less<>> sources_, numbers_;
    std::map<std::string, std::size_t, std::less<>> told_;  // rule, document and what is said of it: its finding

    /// What is said alike at several places is one finding.
    void found(std::string_view rule, const Source& source, const CitedAt& place, const std::string& said,
               const std::string& right) {
        const std::string key = std::string(rule) + '\n' + source.id + '\n' + said;
        if (const auto told = told_.find(key); told != told_.end()) {
            if (told->second < findings_.size()) findings_[told->second].others.push_back({said, place.evidence, {}});
            return;
        }
        Finding* finding =
            add(paper_, findings_, rule, place.evidence,
                {{"title", place.title}, {"right-title", source.title}, {"said", said}, {"right", right}});
        told_.emplace(key, finding == nullptr ? findings_.max_size() : findings_.size() - 1);
        if (finding != nullptr) finding->source = source.id;
    }

    void compare(const Source& source, const Citation& citation, const CitedAt& place) {
        const bool law = citation.kind == "act" || citation.kind == "regulations";
        if (!place.date.empty() && !law && !fits(place.date, source))
            found("reference.wrong-date", source, place, in_words(place.date), in_words(to_string(source.date)));
        if (!place.number.empty() && !source.number.empty() && is_other_number(place.number, source))
            found("reference.wrong-number", source, place, place.number, source.number);
        for (const std::string& publisher : place.publishers) {
            if (!has_publisher(source, publisher))
                found("reference.wrong-publisher", source, place, publisher, source.publisher);
        }
    }

    /// Of the same series, or of another document: a number of a kind that the rules do not have may be right as well.
    bool is_other_number(const std::string& said, const Source& source) const {
        if (plain(said) == plain(source.number)) return false;
        return series_of(said) == series_of(source.number) || numbers_.contains(plain(said));
    }

    /// A number that stands alone, and is nearly that of a known document.
    void look_for_slip(const Citation& citation) {
        if (citation.kind != "document" || citation.number.empty() || citation.title != citation.number) return;
        for (const auto& [number, source] : numbers_) {
            if (is_slip(plain(citation.number), number))
                found("reference.number-slip", *source, citation.places.front(), citation.number, source->number);
        }
    }
};

}  // namespace

void add_citations(const Case& paper, std::vector<Finding>& findings) { Reviewer(paper, findings).review(); }

}  // namespace boardcheck::check
