#include "match/date_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace boardcheck::match {

namespace {

using Names = std::array<std::string_view, 12>;
constexpr Names months{"january", "february", "march",     "april",   "may",      "june",
                       "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 4> seasons{"spring", "summer", "autumn", "winter"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void read_figure(DateWord& word) {
    std::size_t digits = 0;
    while (digits < word.folded.size() && is_digit(word.folded[digits])) ++digits;
    if (digits == 0 || digits > 4) return;
    const std::string_view tail = std::string_view(word.folded).substr(digits);
    const bool ordinal = tail == "st" || tail == "nd" || tail == "rd" || tail == "th";
    if (!tail.empty() && !ordinal) return;
    word.figure = std::stoi(word.folded.substr(0, digits));
    word.digits = tail.empty() ? static_cast<int>(digits) : 0;
}

DateWord date_word(const text::Word& word) {
    DateWord out;
    out.folded = word.surface;
    for (char& c : out.folded) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    out.capitalised = word.capitalised;
    const auto c = static_cast<unsigned char>(out.folded.empty() ? ' ' : out.folded.front());
    out.mark = c < 0x80 && std::isalnum(c) == 0;
    read_figure(out);
    const std::string& name = out.folded;
    out.short_month = name.size() == 3 || name == "sept";
    for (std::size_t i = 0; i < months.size() && name.size() >= 3; ++i) {
        if (name == months[i] || (out.short_month && months[i].starts_with(name))) out.month = static_cast<int>(i) + 1;
    }
    if (name == "may") out.short_month = false;
    for (std::size_t i = 0; i < seasons.size(); ++i) {
        if (name == seasons[i]) out.season = static_cast<int>(i) + 1;
    }
    return out;
}

bool is_full_year(const DateWord& word) { return word.digits == 4 && word.figure >= 1900 && word.figure < 2100; }

/// The three figures of "23.09.21", which is one token, or of "23/09/2021", which is five.
struct Figures {
    std::array<int, 3> value{};
    std::array<int, 3> digits{};
    int count = 0;
    std::uint32_t end = 0;
    char mark = ' ';
};

Figures split_at_points(const DateTokens& tokens, std::uint32_t token) {
    Figures figures{{}, {}, 1, token + 1, '.'};
    for (const char c : tokens[token].folded) {
        const auto at = static_cast<std::size_t>(figures.count - 1);
        if (c == '.' && figures.count < 3) {
            ++figures.count;
        } else if (is_digit(c) && figures.digits[at] < 4) {
            figures.value[at] = figures.value[at] * 10 + (c - '0');
            ++figures.digits[at];
        } else {
            return {};
        }
    }
    return figures;
}

bool is_joint(const DateWord& word) { return word.folded == "/" || word.folded == "-"; }

Figures joined_figures(const DateTokens& tokens, std::uint32_t token) {
    Figures figures;
    std::uint32_t at = token;
    while (figures.count < 3 && tokens[at].digits > 0) {
        figures.value[static_cast<std::size_t>(figures.count)] = tokens[at].figure;
        figures.digits[static_cast<std::size_t>(figures.count)] = tokens[at].digits;
        ++figures.count;
        figures.end = at + 1;
        const DateWord& joint = tokens[at + 1];
        const bool goes_on = is_joint(joint) && tokens.joined(at) && tokens.joined(at + 1) &&
                             (figures.mark == ' ' || figures.mark == joint.folded[0]);
        if (!goes_on) break;
        figures.mark = joint.folded[0];
        at += 2;
    }
    return figures;
}

/// The figures are a piece of a longer reference or address: "/2021/06/guide", "2021/045".
bool is_piece(const DateTokens& tokens, std::uint32_t first, std::uint32_t end) {
    const std::int64_t before = static_cast<std::int64_t>(first) - 1;
    const bool behind = tokens.joined(before) && (tokens[before].folded == "/" || tokens[before].folded == "-");
    const bool ahead = tokens.joined(static_cast<std::int64_t>(end) - 1) && is_joint(tokens[end]) && tokens.joined(end);
    return behind || ahead;
}

int full_year(int value, int digits) {
    if (digits == 4) return value >= 1900 && value < 2100 ? value : 0;
    return digits == 2 && value >= 15 && value < 40 ? 2000 + value : 0;
}

DateRead day_first(const Figures& figures) {
    const int year = full_year(figures.value[2], figures.digits[2]);
    const bool short_figures = figures.digits[0] <= 2 && figures.digits[1] <= 2;
    if (year == 0 || !short_figures || figures.value[0] < 1 || figures.value[1] < 1) return {};
    const bool american = figures.value[1] > 12 && figures.value[0] <= 12 && figures.value[1] <= 31;
    if (!american && (figures.value[1] > 12 || figures.value[0] > 31)) return {};
    DateParts parts{DateUnit::day, year, false, figures.value[1], figures.value[0], american, false};
    if (american) std::swap(parts.number, parts.day);
    return {parts, figures.end};
}

DateRead year_first(const Figures& figures) {
    const bool full = figures.digits[0] == 4 && full_year(figures.value[0], 4) != 0 && figures.digits[1] == 2;
    if (!full) return {};
    if (figures.count == 3) {
        if (figures.digits[2] != 2) return {};
        return {{DateUnit::day, figures.value[0], false, figures.value[1], figures.value[2], false, false},
                figures.end};
    }
    // "2021-22" and "2016-21" are years.
    const int within = figures.value[0] % 100;
    const bool years = figures.mark == '/' || figures.value[1] > within || figures.value[1] == (within + 1) % 100;
    if (years && !(figures.mark == '-' && within > 12 && figures.value[1] <= 12)) return {};
    return {{DateUnit::month, figures.value[0], false, figures.value[1], 0, false, false}, figures.end};
}

}  // namespace

std::vector<DateWord> date_words(const text::Text& text) {
    std::vector<DateWord> words;
    words.reserve(text.words.size());
    for (const text::Word& word : text.words) words.push_back(date_word(word));
    return words;
}

const DateWord& DateTokens::operator[](std::int64_t token) const {
    static const DateWord edge;
    return inside(token) ? (*words_)[text_->tokens[static_cast<std::size_t>(token)].word] : edge;
}

bool DateTokens::joined(std::int64_t token) const {
    if (!inside(token) || !inside(token + 1)) return false;
    const auto at = static_cast<std::size_t>(token);
    return text_->tokens[at].span.end == text_->tokens[at + 1].span.begin;
}

bool DateTokens::breaks(std::int64_t token) const {
    if (!inside(token) || !inside(token + 1)) return true;
    const auto at = static_cast<std::size_t>(token);
    const Span between{text_->tokens[at].span.end, text_->tokens[at + 1].span.begin};
    return slice(text_->text, between).find_first_of("\n\t|") != std::string_view::npos;
}

int year_of_two_digits(const DateWord& word) { return word.digits == 2 ? full_year(word.figure, 2) : 0; }

DateRead read_figures(const DateTokens& tokens, std::uint32_t token) {
    const bool points = tokens[token].folded.find('.') != std::string::npos;
    const Figures figures = points ? split_at_points(tokens, token) : joined_figures(tokens, token);
    if (figures.count < 2 || is_piece(tokens, token, figures.end)) return {};
    if (figures.count == 3) {
        const DateRead read = day_first(figures);
        return read.end != 0 || points ? read : year_first(figures);
    }
    if (points) return {};
    const bool month_of_year = figures.mark == '/' && figures.digits[0] == 2 && figures.digits[1] == 4 &&
                               figures.value[0] >= 1 && figures.value[0] <= 12;
    if (month_of_year && full_year(figures.value[1], 4) != 0) {
        return {{DateUnit::month, figures.value[1], false, figures.value[0], 0, false, false}, figures.end};
    }
    return year_first(figures);
}

YearRead read_year(const DateTokens& tokens, std::uint32_t token) {
    const DateWord& word = tokens[token];
    if (word.folded == "fy") {
        YearRead year = read_year(tokens, token + 1);
        if (year.year == 0) {
            const int ends = year_of_two_digits(tokens[token + 1]);
            if (ends != 0) return {ends - 1, token + 2, true};
        }
        if (year.year != 0 && !year.financial) return {year.year - 1, year.end, true};
        return year;
    }
    int year = is_full_year(word) ? word.figure : 0;
    int named = 0;  // by the "FY" before it: the year in which it ends
    if (word.folded.starts_with("fy") && (word.folded.size() == 4 || word.folded.size() == 6)) {
        const std::string_view digits = std::string_view(word.folded).substr(2);
        if (!std::all_of(digits.begin(), digits.end(), is_digit)) return {};
        named = full_year(std::stoi(std::string(digits)), static_cast<int>(digits.size()));
        if (named == 0) return {};
    }
    const DateWord& second = tokens[token + 2];
    const bool pair = is_joint(tokens[token + 1]) && second.digits > 0;
    const bool touching = tokens.joined(token) && tokens.joined(token + 1);
    const auto follows = [&](int first) {
        return second.figure == first + 1 || (second.digits == 2 && second.figure == (first + 1) % 100) ||
               (second.digits == 1 && touching && second.figure == (first + 1) % 10);
    };
    if (named != 0) {
        return pair && follows(named) ? YearRead{named, token + 3, true} : YearRead{named - 1, token + 1, true};
    }
    if (year != 0) return pair && follows(year) ? YearRead{year, token + 3, true} : YearRead{year, token + 1, false};
    // "21/22" alone; "1/2" and "21-22" are something else.
    const int two = year_of_two_digits(word);
    const bool short_pair = two != 0 && tokens[token + 1].folded == "/" && touching && second.digits == 2;
    if (short_pair && follows(two) && !is_piece(tokens, token, token + 3)) return {two, token + 3, true};
    return {};
}

}  // namespace boardcheck::match
