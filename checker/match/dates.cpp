#include "match/dates.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

namespace boardcheck::match {

namespace {

using text::Text;
using text::TokenRange;

std::string lowered(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// 1 to 12, or 0. "May" and "March" are also words: they count only when capitalised, which the caller has seen to.
int month_of(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
    const std::string name = lowered(word);
    if (name.size() < 3) return 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const bool short_form = name.size() == 3 || name == "sept";
        if (name == months[i] || (short_form && months[i].starts_with(name))) return static_cast<int>(i) + 1;
    }
    return 0;
}

std::string_view season_of(std::string_view word) {
    static constexpr std::array<std::string_view, 4> seasons{"spring", "summer", "autumn", "winter"};
    const std::string name = lowered(word);
    const auto found = std::find(seasons.begin(), seasons.end(), name);
    return found == seasons.end() ? std::string_view() : *found;
}

/// Figures, months, seasons and quarters; looked at once for each distinct word.
bool may_begin_date(const std::string& word) {
    const char first = word.empty() ? ' ' : word.front();
    const bool figure = first >= '0' && first <= '9';
    const bool quarter = first == 'Q' || first == 'q';
    return figure || quarter || month_of(word) != 0 || !season_of(word).empty();
}

/// Reads dates token by token; remembers the year named last, for those that come without one.
class Reader {
public:
    explicit Reader(const Text& text) : text_(text) {
        for (const text::Word& word : text.words) begins_.push_back(may_begin_date(word.surface));
    }

    std::vector<DateMention> read() {
        for (std::uint32_t i = 0; i < text_.sentences.size(); ++i) {
            const TokenRange range = text_.sentences[i].tokens;
            std::uint32_t token = range.first;
            while (token < range.last) {
                const bool may_begin = begins_[text_.tokens[token].word];
                token = std::max(token + 1, may_begin ? read_at(i, token, range.last) : 0);
            }
        }
        join_ranges();
        return std::move(dates_);
    }

private:
    struct Year {
        int year = 0;
        std::uint32_t end = 0;   // the token after it
        bool financial = false;  // 2021/22
    };

    const std::string& surface(std::uint32_t token) const { return text_.words[text_.tokens[token].word].surface; }
    bool capitalised(std::uint32_t token) const { return text_.words[text_.tokens[token].word].capitalised; }

    /// The number that a token begins with: 20 of "20", "20th"; -1 for none.
    int figure(std::uint32_t token) const {
        const std::string& word = surface(token);
        int value = 0;
        std::size_t i = 0;
        for (; i < word.size() && std::isdigit(static_cast<unsigned char>(word[i])); ++i) {
            if (i == 4) return -1;
            value = value * 10 + (word[i] - '0');
        }
        const std::string tail = lowered(std::string_view(word).substr(i));
        const bool ordinal = tail.empty() || tail == "st" || tail == "nd" || tail == "rd" || tail == "th";
        return i > 0 && ordinal ? value : -1;
    }
    bool is_ordinal_tail(std::uint32_t token) const {
        const std::string tail = lowered(surface(token));
        return tail == "st" || tail == "nd" || tail == "rd" || tail == "th";
    }

    Year year_at(std::uint32_t token, std::uint32_t end) const {
        if (token >= end) return {};
        const std::string& word = surface(token);
        // "2021/22" may be one token or three.
        const auto plain = [](std::string_view digits) {
            return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
                   std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isdigit(c); });
        };
        if (word.size() == 7 && word[4] == '/' && plain(std::string_view(word).substr(0, 4))) {
            return {std::stoi(word.substr(0, 4)), token + 1, true};
        }
        if (!plain(word)) return {};
        Year year{std::stoi(word), token + 1, false};
        const bool pair = token + 2 < end && (surface(token + 1) == "/" || surface(token + 1) == "-");
        if (pair && figure(token + 2) == (year.year + 1) % 100) year = {year.year, token + 3, true};
        return year;
    }

    void add(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, std::string iso) {
        dates_.push_back({std::move(iso), {first, last}, sentence});
    }

    /// Reads the date that begins at `token`, if one does; returns the token after it.
    std::uint32_t read_at(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) {
        if (const auto after = read_day(sentence, token, end)) return after;
        if (const auto after = read_month(sentence, token, end)) return after;
        if (const auto after = read_quarter(sentence, token, end)) return after;
        if (const auto after = read_season(sentence, token, end)) return after;
        return read_year(sentence, token, end);
    }

    std::uint32_t read_day(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) {
        const int day = figure(token);
        if (day < 1 || day > 31) return 0;
        std::uint32_t at = token + 1;
        if (at < end && is_ordinal_tail(at)) ++at;
        if (at < end && surface(at) == "of") ++at;
        if (at >= end || !capitalised(at)) return 0;
        const int month = month_of(surface(at));
        if (month == 0) return 0;
        return with_year(sentence, token, at + 1, end, month, day);
    }

    std::uint32_t read_month(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) {
        if (!capitalised(token)) return 0;
        const int month = month_of(surface(token));
        if (month == 0) return 0;
        // "July 20, 2021"
        if (token + 3 < end && surface(token + 2) == "," && year_at(token + 3, end).year != 0) {
            const int day = figure(token + 1);
            if (day >= 1 && day <= 31) return with_year(sentence, token, token + 3, end, month, day);
        }
        // "May" and "March" open sentences as other words; alone they need a year or a preposition before them.
        const bool year_follows = year_at(token + 1, end).year != 0;
        const bool ambiguous = month == 5 || month == 3 || surface(token).size() == 3;
        const bool after_preposition = token > 0 && is_preposition(surface(token - 1));
        if (ambiguous && !year_follows && !after_preposition) return 0;
        return with_year(sentence, token, token + 1, end, month, 0);
    }

    static bool is_preposition(const std::string& word) {
        static constexpr std::array<std::string_view, 16> words{"in",    "by",     "from",   "to",    "until", "till",
                                                                "since", "of",     "and",    "early", "late",  "mid",
                                                                "end",   "during", "before", "after"};
        return std::find(words.begin(), words.end(), lowered(word)) != words.end();
    }

    std::uint32_t with_year(std::uint32_t sentence, std::uint32_t first, std::uint32_t at, std::uint32_t end, int month,
                            int day) {
        const Year year = year_at(at, end);
        if (year.year != 0) last_year_ = year.year;
        const int known = year.year != 0 ? year.year : last_year_;
        std::string iso;
        if (known != 0 && day != 0) iso = fmt::format("{:04}-{:02}-{:02}", known, month, day);
        if (known != 0 && day == 0) iso = fmt::format("{:04}-{:02}", known, month);
        if (!iso.empty() && !parse_date(iso)) iso.clear();  // 31 June is no day
        const std::uint32_t after = year.year != 0 && !year.financial ? year.end : at;
        add(sentence, first, after, std::move(iso));
        return after;
    }

    std::uint32_t read_quarter(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) {
        const std::string& word = surface(token);
        const bool quarter = word.size() == 2 && (word[0] == 'Q' || word[0] == 'q') && word[1] >= '1' && word[1] <= '4';
        if (!quarter) return 0;
        std::uint32_t at = token + 1;
        if (at < end && surface(at) == "of") ++at;
        const Year year = year_at(at, end);
        if (year.year == 0) return 0;
        last_year_ = year.year;
        const int number = word[1] - '0';
        if (!year.financial) {
            add(sentence, token, year.end, fmt::format("{:04}-Q{}", year.year, number));
            return year.end;
        }
        // A financial year begins in April: its fourth quarter is the first of the next calendar year.
        const int first = number == 4 ? 1 : 3 * number + 1;
        const int calendar = number == 4 ? year.year + 1 : year.year;
        add(sentence, token, year.end, fmt::format("{0:04}-{1:02}/{0:04}-{2:02}", calendar, first, first + 2));
        return year.end;
    }

    std::uint32_t read_season(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) {
        const std::string_view season = season_of(surface(token));
        if (season.empty()) return 0;
        const Year year = year_at(token + 1, end);
        const bool after_preposition = token > 0 && (is_preposition(surface(token - 1)) ||
                                                     surface(token - 1) == "the" || surface(token - 1) == "this");
        if (year.year == 0 && !after_preposition) return 0;
        if (year.year != 0) last_year_ = year.year;
        const int known = year.year != 0 ? year.year : last_year_;
        const std::uint32_t after = year.year != 0 ? year.end : token + 1;
        add(sentence, token, after, known == 0 ? "" : fmt::format("{:04}-{}", known, season));
        return after;
    }

    std::uint32_t read_year(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) {
        const Year year = year_at(token, end);
        if (year.year == 0) return token;
        last_year_ = year.year;
        add(sentence, token, year.end,
            year.financial ? fmt::format("{:04}/{:04}", year.year, year.year + 1) : fmt::format("{:04}", year.year));
        return year.end;
    }

    /// "July to September", "summer and autumn": two months or seasons with one such word between are one range.
    void join_ranges() {
        std::vector<DateMention> joined;
        for (DateMention& date : dates_) {
            if (!joined.empty() && is_range(joined.back(), date)) {
                joined.back().iso += "/" + date.iso;
                joined.back().tokens.last = date.tokens.last;
            } else {
                joined.push_back(std::move(date));
            }
        }
        dates_ = std::move(joined);
    }

    bool is_range(const DateMention& from, const DateMention& to) const {
        if (from.sentence != to.sentence || from.iso.empty() || to.iso.empty()) return false;
        if (from.tokens.last + 1 != to.tokens.first || from.iso.find('/') != std::string::npos) return false;
        const std::string& between = surface(from.tokens.last);
        const bool seasons =
            from.iso.size() > 7 && std::isalpha(static_cast<unsigned char>(from.iso[5])) && between == "and";
        const bool forward = seasons || ((between == "to" || between == "-") && from.iso < to.iso);
        return forward && to.iso.find('/') == std::string::npos;
    }

    const Text& text_;
    std::vector<bool> begins_;  // distinct words with which a date may begin
    std::vector<DateMention> dates_;
    int last_year_ = 0;
};

}  // namespace

std::vector<DateMention> find_dates(const Text& text) { return Reader(text).read(); }

}  // namespace boardcheck::match
