#include "match/dates.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "match/date_words.hpp"

namespace boardcheck::match {

namespace {

using text::Text;

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 29> before_times{
    "in",         "by",      "from",  "until",     "till",   "since", "during", "before", "after", "over",
    "throughout", "of",      "early", "late",      "mid",    "end",   "this",   "next",   "last",  "between",
    "around",     "through", "each",  "beginning", "coming", "to",    "for",    "on",     "the"};
constexpr std::array<std::string_view, 15> titles{"mr",   "mrs",        "ms",        "miss", "dr",
                                                  "cllr", "councillor", "professor", "prof", "sir",
                                                  "dame", "lady",       "lord",      "rev",  "alderman"};
constexpr std::array<std::string_view, 7> links{"to", "and", "or", "/", "-", "through", ","};
constexpr std::array<std::string_view, 8> short_verbs{"was", "is", "has", "as", "this", "its", "us", "does"};
constexpr std::array<std::string_view, 4> season_names{"spring", "summer", "autumn", "winter"};

bool is_ordinal_tail(const DateWord& word) {
    static constexpr std::array<std::string_view, 4> tails{"st", "nd", "rd", "th"};
    return is_one_of(tails, word.folded);
}

/// A word at which a date may begin; looked at once for each distinct word.
bool may_begin_date(const DateWord& word) {
    const std::string& name = word.folded;
    const bool figure = !name.empty() && name[0] >= '0' && name[0] <= '9';
    const bool part = name.size() == 2 && (name[0] == 'q' || name[0] == 'h') && name[1] >= '1' && name[1] <= '4';
    return figure || part || word.month != 0 || word.season != 0 || name == "quarter" || name.starts_with("fy");
}

/// Reads dates token by token; remembers the year named last, for the value of those that come without one.
class Reader {
public:
    explicit Reader(const Text& text) : text_(text), words_(date_words(text)), tokens_(text, words_, {}) {
        for (const DateWord& word : words_) {
            begins_.push_back(may_begin_date(word));
            if (word.folded == "q5") lists_questions_ = true;
        }
    }

    std::vector<DateMention> read() {
        for (std::uint32_t i = 0; i < text_.sentences.size(); ++i) {
            tokens_ = DateTokens(text_, words_, text_.sentences[i].tokens);
            std::uint32_t token = tokens_.first();
            while (token < tokens_.last()) {
                const bool may_begin = begins_[text_.tokens[token].word];
                token = std::max(token + 1, may_begin ? read_at(i, token) : 0);
            }
        }
        return std::move(dates_);
    }

private:
    const DateWord& word(std::int64_t token) const { return tokens_[token]; }
    bool is_edge(std::int64_t token) const { return word(token).mark || word(token).folded.empty(); }

    /// Reads the date that begins at `token`, if one does; returns the token after it, or 0.
    std::uint32_t read_at(std::uint32_t sentence, std::uint32_t token) {
        DateRead read = read_figures(tokens_, token);
        if (read.end == 0) read = read_day(token);
        if (read.end == 0) read = read_month(token);
        if (read.end == 0) read = read_part(token);
        if (read.end == 0) read = read_season(token);
        if (read.end != 0) {
            add(sentence, token, read);
            return read.end;
        }
        return read_years(sentence, token);
    }

    void add(std::uint32_t sentence, std::uint32_t first, const DateRead& read) {
        if (read.parts.year != 0) last_year_ = read.parts.year;
        DateMention date;
        date.iso = iso_of(read.parts);
        date.tokens = {first, read.end};
        date.sentence = sentence;
        date.parts = read.parts;
        dates_.push_back(std::move(date));
    }

    std::string iso_of(const DateParts& parts) const {
        const int year = parts.year != 0 ? parts.year : last_year_;
        if (year == 0) return {};
        switch (parts.unit) {
            case DateUnit::day: {
                const std::string iso = fmt::format("{:04}-{:02}-{:02}", year, parts.number, parts.day);
                return parse_date(iso) ? iso : std::string();
            }
            case DateUnit::month:
                return parts.number >= 1 && parts.number <= 12 ? fmt::format("{:04}-{:02}", year, parts.number) : "";
            case DateUnit::quarter:
            case DateUnit::half_year:
                return part_iso(parts);
            case DateUnit::season:
                return fmt::format("{:04}-{}", year, season_names[static_cast<std::size_t>(parts.number - 1)]);
            case DateUnit::year:
                return parts.financial ? fmt::format("{:04}/{:04}", year, year + 1) : fmt::format("{:04}", year);
        }
        return {};
    }

    /// A quarter or half; without a year of its own it has no value, for it may be of a financial year.
    static std::string part_iso(const DateParts& parts) {
        if (parts.year == 0) return {};
        const int months = parts.unit == DateUnit::quarter ? 3 : 6;
        if (!parts.financial && months == 3) return fmt::format("{:04}-Q{}", parts.year, parts.number);
        // A financial year begins in April: its last quarter is the first of the next calendar year.
        const int first = (parts.number - 1) * months + (parts.financial ? 3 : 0);
        const auto month = [&](int index) {
            return fmt::format("{:04}-{:02}", parts.year + index / 12, index % 12 + 1);
        };
        return month(first) + "/" + month(first + months - 1);
    }

    DateRead read_day(std::uint32_t token) const {
        const int day = word(token).figure;
        if (day < 1 || day > 99) return {};
        std::uint32_t at = token + 1;
        if (is_ordinal_tail(word(at))) ++at;
        if (word(at).folded == "of" || (word(at).folded == "-" && tokens_.joined(at))) ++at;
        if (word(at).month == 0 || !starts_month(at)) return {};
        const DateRead read = with_year(at, {DateUnit::day, 0, false, word(at).month, day, false, false});
        return day <= 31 || read.parts.year != 0 ? read : DateRead{};
    }
    /// "may" and "march" are verbs; other months are months in small letters too, where a day is before them.
    bool starts_month(std::uint32_t token) const {
        const bool verb = word(token).month == 3 || word(token).month == 5;
        return word(token).capitalised || (!verb && !word(token).short_month);
    }

    /// The year after the month at `month`, if there is one.
    DateRead with_year(std::uint32_t month, DateParts parts) const {
        std::uint32_t at = month + 1;
        if (word(month).short_month && word(at).folded == "." && word(at + 1).figure >= 0) ++at;
        const bool hyphen = (word(at).folded == "-" || word(at).folded == "/") && tokens_.joined(month);
        const bool comma = word(at).folded == ",";
        const std::uint32_t year_at = hyphen || comma ? at + 1 : at;
        const YearRead year = read_year(tokens_, year_at);
        if (year.year != 0 && !year.financial) {
            parts.year = year.year;
            return {parts, year.end};
        }
        return year.year == 0 && !comma ? with_short_year(month, year_at, hyphen, parts) : DateRead{parts, month + 1};
    }

    /// "Apr-22", "March '22", "31 Mar 22".
    DateRead with_short_year(std::uint32_t month, std::uint32_t at, bool hyphen, DateParts parts) const {
        const bool apostrophe = word(at).folded == "'";
        if (apostrophe) ++at;
        const int year = year_of_two_digits(word(at));
        const bool time = word(at + 1).folded == ":" && tokens_.joined(at);
        const bool day_follows = word(at + 1).month != 0 || word(at + 1).folded == "-";
        const bool sure = hyphen || apostrophe || word(month).short_month;
        if (year == 0 || time || (!sure && (!is_edge(at + 1) || word(at + 1).folded == "/")) ||
            (day_follows && !apostrophe && !hyphen))
            return {parts, month + 1};
        parts.year = year;
        parts.two_ways = parts.unit == DateUnit::month && !sure && word(at).figure <= 31;
        return {parts, at + 1};
    }

    DateRead read_month(std::uint32_t token) const {
        if (!word(token).capitalised || word(token).month == 0) return {};
        const DateParts parts{DateUnit::month, 0, false, word(token).month, 0, false, false};
        if (const DateRead american = month_then_day(token); american.end != 0) return american;
        const DateRead read = with_year(token, parts);
        if (read.parts.year != 0 || alone_is_month(token)) return read;
        return {};
    }

    /// "September 23, 2021", "July 4th".
    DateRead month_then_day(std::uint32_t token) const {
        const DateWord& day = word(token + 1);
        if (day.figure < 1 || day.figure > 31) return {};
        std::uint32_t at = token + 2;
        const bool ordinal = day.digits == 0 || is_ordinal_tail(word(at));
        if (is_ordinal_tail(word(at))) ++at;
        DateParts parts{DateUnit::day, 0, false, word(token).month, day.figure, true, false};
        const YearRead year = read_year(tokens_, word(at).folded == "," ? at + 1 : at);
        if (year.year != 0 && !year.financial) {
            parts.year = year.year;
            return {parts, year.end};
        }
        const bool day_of_next = word(at).month != 0;
        return ordinal && !day_of_next ? DateRead{parts, at} : DateRead{};
    }

    /// Months without a year: "May" and "March" are other words as well, and months are names.
    bool alone_is_month(std::uint32_t token) const {
        const std::int64_t before = static_cast<std::int64_t>(token) - 1;
        if (is_one_of(titles, word(before).folded)) return false;
        if (word(before).folded == "." && is_one_of(titles, word(before - 1).folded)) return false;
        const int month = word(token).month;
        const bool ambiguous = month == 5 || month == 3 || word(token).short_month;
        if (!ambiguous || is_one_of(before_times, word(before).folded)) return true;
        if (linked(token, [](const DateWord& other) { return other.month != 0 && other.capitalised; })) return true;
        return stands_alone(token);
    }

    bool stands_alone(std::uint32_t token) const {
        const std::int64_t before = static_cast<std::int64_t>(token) - 1;
        const bool begins = is_edge(before) || tokens_.breaks(before),
                   ends = is_edge(token + 1) || tokens_.breaks(token);
        return begins && ends && word(before).folded != "'";
    }

    /// The token is one of two: "March to May", "the summer and autumn".
    template <typename Like>
    bool linked(std::uint32_t token, const Like& like) const {
        const auto at = static_cast<std::int64_t>(token);
        return (is_one_of(links, word(at - 1).folded) && like(word(at - 2))) ||
               (is_one_of(links, word(at + 1).folded) && like(word(at + 2)));
    }

    /// Quarters and halves: "Q3 2021/22", "quarter three of 2021/22", "H2".
    DateRead read_part(std::uint32_t token) const {
        const DateWord& first = word(token);
        DateParts parts{DateUnit::quarter, 0, false, 0, 0, false, false};
        std::uint32_t at = token + 1;
        if (first.folded == "quarter") {
            parts.number = static_cast<int>(number_of(at));
            if (parts.number < 1 || parts.number > 4) return {};
            ++at;
        } else {
            if (first.folded.size() != 2 || (first.folded[0] != 'q' && first.folded[0] != 'h')) return {};
            parts.number = first.folded[1] - '0';
            if (first.folded[0] == 'h') parts.unit = DateUnit::half_year;
            const int most = parts.unit == DateUnit::quarter ? 4 : 2;
            if (parts.number < 1 || parts.number > most || !first.capitalised) return {};
        }
        std::uint32_t year_at = at;
        while (word(year_at).folded == "of" || word(year_at).folded == "," || word(year_at).folded == "(") ++year_at;
        const YearRead year = read_year(tokens_, year_at);
        if (year.year != 0) {
            parts.year = year.year;
            parts.financial = year.financial;
            return {parts, year.end};
        }
        const bool begins = token == tokens_.first() || is_edge(static_cast<std::int64_t>(token) - 1);
        return begins && lists_questions_ ? DateRead{} : DateRead{parts, at};
    }
    std::int64_t number_of(std::uint32_t token) const {
        return token < tokens_.last() ? text_.words[text_.tokens[token].word].number : -1;
    }

    DateRead read_season(std::uint32_t token) const {
        const int season = word(token).season;
        if (season == 0) return {};
        DateParts parts{DateUnit::season, 0, false, season, 0, false, false};
        const std::uint32_t at =
            word(token + 1).folded == "of" || word(token + 1).folded == "," ? token + 2 : token + 1;
        const YearRead year = read_year(tokens_, at);
        if (year.year != 0) {
            parts.year = year.year;
            return {parts, year.end};
        }
        const std::int64_t before = static_cast<std::int64_t>(token) - 1;
        const bool alone = word(token).capitalised && stands_alone(token);
        const bool two = linked(token, [](const DateWord& other) { return other.season != 0; });
        return is_one_of(before_times, word(before).folded) || alone || two ? DateRead{parts, token + 1} : DateRead{};
    }

    /// Years that stand for themselves, and "2021/22 Q3"; returns the token after them, or 0.
    std::uint32_t read_years(std::uint32_t sentence, std::uint32_t token) {
        const YearRead year = read_year(tokens_, token);
        if (year.year == 0 || (!year.financial && !is_year_alone(token))) return 0;
        DateParts parts{DateUnit::year, year.year, year.financial, 0, 0, false, false};
        const DateRead part = begins_[index_of(year.end)] ? read_part(year.end) : DateRead{};
        if (year.financial && part.end == year.end + 1 && part.parts.year == 0) {
            parts.unit = part.parts.unit;
            parts.number = part.parts.number;
            add(sentence, token, {parts, part.end});
            return part.end;
        }
        add(sentence, token, {parts, year.end});
        const int until = year.year / 100 * 100 + word(year.end + 1).figure;  // "2016-21"
        const bool span = !year.financial && word(year.end).folded == "-" && tokens_.joined(year.end) &&
                          word(year.end + 1).digits == 2 && until > year.year;
        if (!span) return year.end;
        parts.year = until;
        add(sentence, year.end + 1, {parts, year.end + 2});
        return year.end + 2;
    }
    std::uint32_t index_of(std::uint32_t token) const {
        return text_.tokens[token < tokens_.last() ? token : tokens_.first()].word;
    }

    /// Not a sum of money, a part of a telephone number, an address or a count ("2021 patients").
    bool is_year_alone(std::uint32_t token) const {
        const std::int64_t before = static_cast<std::int64_t>(token) - 1;
        const DateWord& next = word(token + 1);
        if (word(before).figure >= 0 || next.digits >= 3) return false;
        const bool closed_up = tokens_.joined(before);
        static constexpr std::array<std::string_view, 9> opening{"(", "[", "'", "\"", "-", "|", "*", ":", "/"};
        if (closed_up && !is_one_of(opening, word(before).folded)) return false;
        if (closed_up && word(before).folded == "/" && !(word(before - 1).digits == 4 || word(before - 1).season != 0))
            return false;
        if (next.folded == "%" || ((next.folded == "/" || next.folded == "-") && tokens_.joined(token) &&
                                   tokens_.joined(token + 1) && word(token + 2).digits == 3))
            return false;
        if (word(before).folded == "£" || word(before).folded == "$") return false;
        const bool counts = !next.mark && !next.capitalised && next.folded.size() > 2 && next.folded.back() == 's' &&
                            !is_one_of(short_verbs, next.folded);
        return !counts || word(before).capitalised || is_edge(before) || is_one_of(before_times, word(before).folded);
    }

    const Text& text_;
    std::vector<DateWord> words_;
    DateTokens tokens_;
    std::vector<bool> begins_;      // distinct words with which a date may begin
    bool lists_questions_ = false;  // "Q1" to "Q5" and beyond: no quarters
    std::vector<DateMention> dates_;
    int last_year_ = 0;
};

}  // namespace

std::vector<DateMention> find_dates(const Text& text) { return Reader(text).read(); }

}  // namespace boardcheck::match
