// Days that cannot be, or that do not fit the other days of the paper.
#include <algorithm>
#include <array>

#include "check/day_words.hpp"
#include "check/readings.hpp"

namespace boardcheck::check {

namespace {

using extract::DateValue;
using extract::Precision;

constexpr auto weekdays =
    std::to_array<std::string_view>({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});

class DateFaults {
public:
    DateFaults(const Case& paper, const Words& words, std::vector<Finding>& findings)
        : paper_(paper), words_(words), findings_(findings) {}

    void find() {
        const std::vector<DateValue>& dates = paper_.declarations.dates;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            alone(dates[i]);
            if (i + 1 < dates.size() && dates[i].evidence.sentence == dates[i + 1].evidence.sentence)
                range(dates[i], dates[i + 1]);
        }
    }

private:
    void alone(const DateValue& date) {
        if (date.fault.empty() || date.precision != Precision::day) return;
        // What stands in two cells of a table is no date.
        if (slice(paper_.text.text, date.evidence.span).find('\n') != std::string_view::npos) return;
        const text::TokenRange tokens = tokens_of(paper_.text, date.evidence);
        bool weekday = false;
        for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
            weekday = weekday || std::find(weekdays.begin(), weekdays.end(), words_.lower(token)) != weekdays.end();
        }
        const Values values{{"date", date.text}, {"fault", date.fault}};
        if (date.iso.empty())
            add(paper_, findings_, "consistency.no-such-day", date.evidence, values);
        else if (weekday)
            add(paper_, findings_, "consistency.weekday", date.evidence, values);
    }

    /// "between June 2020 and January 2020"
    void range(const DateValue& from, const DateValue& to) {
        if (!from.first || !to.last || !(*to.last < *from.first)) return;
        const text::TokenRange begin = tokens_of(paper_.text, from.evidence), end = tokens_of(paper_.text, to.evidence);
        if (end.first != begin.last + 1 || begin.first == begin.last || !has_year(words_, begin) ||
            !has_year(words_, end))
            return;
        const text::TokenRange sentence = paper_.text.sentences[from.evidence.sentence].tokens;
        const bool opened = words_.is_any(begin.first, {"from", "between"}) ||
                            (begin.first > sentence.first && words_.is_any(begin.first - 1, {"from", "between"}));
        const bool to_word = words_.is_any(begin.last, {"to", "-", "until", "till", "through"});
        if (!to_word && !(opened && words_.is(begin.last, "and"))) return;
        bool moved = false;  // "moved from 1 July to 1 April"
        for (std::uint32_t back = 1; back <= 2 && begin.first >= sentence.first + back; ++back)
            moved = moved || words_.is_any(begin.first - back, {"moved", "brought", "forward", "changed"});
        if (moved) return;
        add(paper_, findings_, "consistency.range-backwards",
            words_.evidence(from.evidence.sentence, {begin.first, end.last}),
            {{"from", words_.said(begin)}, {"to", words_.said(end)}});
    }

    const Case& paper_;
    const Words& words_;
    std::vector<Finding>& findings_;
};

}  // namespace

void add_dates(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    DateFaults(paper, read.words, findings).find();
}

}  // namespace boardcheck::check
