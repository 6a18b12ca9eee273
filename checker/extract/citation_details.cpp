// Number, date and publisher that are said of a document. Only what stands right beside its title, or is joined to it
// by a word of publishing, is said of it: a sentence has dates of meetings and of laws to come as well.
#include <algorithm>
#include <array>

#include "extract/citations.hpp"

namespace boardcheck::extract {

using text::TokenRange;

namespace {

constexpr std::uint32_t furthest = 40;         // tokens from the title to what is said of it
constexpr std::uint32_t longest_object = 5;    // tokens between "published" and the title
constexpr std::uint32_t longest_subject = 14;  // tokens of who published

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Reads around the titles of one sentence.
class Reader {
public:
    Reader(const Paper& paper, std::uint32_t sentence)
        : paper_(paper), sentence_(sentence), range_(paper.text.sentences[sentence].tokens) {
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            const auto sense = paper.property(mention, "sense");
            if (sense == "publisher") publishers_.push_back(mention);
            if (sense == "publishes") publishing_.push_back(mention.tokens);
            if (sense == "published-at") places_.push_back(mention.tokens);
        }
        dates_ = paper.dates_in(sentence);
    }

    /// `first` and `limit`: where the titles beside it end and begin.
    void read(Cited& cited, std::uint32_t first, std::uint32_t limit) {
        cited_ = &cited;
        cited.at.title_at = paper_.span_of(cited.tokens);
        first_ = first;
        extent_ = cited.tokens;
        const bool published = read_before();
        read_after(limit, published);
        if (extent_ == cited.tokens) return;
        cited.extent = extent_;
        cited.at.evidence =
            paper_.evidence(sentence_, {std::min(extent_.first, token_of(cited.at.evidence.span.begin)), extent_.last});
    }

private:
    const Paper& paper_;
    std::uint32_t sentence_;
    TokenRange range_;
    std::vector<match::Mention> publishers_;
    std::vector<TokenRange> publishing_, places_;
    std::vector<match::DateMention> dates_;
    Cited* cited_ = nullptr;
    std::uint32_t first_ = 0;
    TokenRange extent_;

    /// What the words after a title have told so far.
    struct After {
        bool published = false;  // a word of publishing stands before the title, or came
        bool verb = false;       // it came after the title
        bool by = false;         // "by", "from"
        int depth = 0;           // of brackets
        std::vector<std::string> publishers;
        std::uint32_t publishers_begin = 0, publishers_end = 0;
    };

    std::string_view surface(std::uint32_t token) const { return paper_.word(token).surface; }

    std::uint32_t token_of(std::uint32_t position) const {
        const auto& tokens = paper_.text.tokens;
        const auto found =
            std::lower_bound(tokens.begin() + range_.first, tokens.begin() + range_.last, position,
                             [](const text::Token& token, std::uint32_t at) { return token.span.begin < at; });
        return static_cast<std::uint32_t>(found - tokens.begin());
    }

    static std::uint32_t end_of(const std::vector<TokenRange>& ranges, std::uint32_t token) {
        std::uint32_t end = token;
        for (const TokenRange& range : ranges)
            if (range.first == token) end = std::max(end, range.last);
        return end;
    }

    /// The longest name of a publisher that begins here, and where it ends.
    const match::Mention* publisher_at(std::uint32_t token) const {
        const match::Mention* longest = nullptr;
        for (const match::Mention& mention : publishers_) {
            if (mention.tokens.first == token && (longest == nullptr || longest->tokens.last < mention.tokens.last))
                longest = &mention;
        }
        return longest;
    }

    const match::Mention* publisher_before(std::uint32_t end) const {
        const match::Mention* longest = nullptr;
        for (const match::Mention& mention : publishers_) {
            if (mention.tokens.last == end && (longest == nullptr || longest->tokens.first > mention.tokens.first))
                longest = &mention;
        }
        return longest;
    }

    const match::DateMention* date_at(std::uint32_t token) const {
        for (const match::DateMention& date : dates_)
            if (date.tokens.first == token) return &date;
        return nullptr;
    }

    const match::DateMention* date_before(std::uint32_t end) const {
        for (const match::DateMention& date : dates_)
            if (date.tokens.last == end) return &date;
        return nullptr;
    }

    const std::string& label(const match::Mention& mention) const { return paper_.catalogue.terms[mention.term].label; }

    /// The date as a citation has it; empty where it is a season, a quarter or a range.
    static std::string iso(const match::DateMention& date) {
        const match::DateParts& parts = date.parts;
        if (parts.financial || parts.two_ways) return {};
        if (parts.year != 0) return parse_date(date.iso) ? date.iso : std::string();
        if (parts.number < 1 || parts.number > 12) return {};
        const auto two = [](int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
        if (parts.unit == match::DateUnit::month) return "--" + two(parts.number);
        if (parts.unit == match::DateUnit::day) return "--" + two(parts.number) + "-" + two(parts.day);
        return {};
    }

    void take_date(const match::DateMention& date) {
        const std::string said = iso(date);
        if (said.empty() || !cited_->at.date.empty()) return;
        cited_->at.date = said;
        cited_->at.date_at = paper_.span_of(date.tokens);
        extend(date.tokens);
    }

    void take_publisher(const match::Mention& publisher) {
        cited_->at.publishers.push_back(label(publisher));
        cited_->at.publishers_at = paper_.span_of(publisher.tokens);
        extend(publisher.tokens);
    }

    void extend(TokenRange tokens) {
        extent_.first = std::min(extent_.first, tokens.first);
        extent_.last = std::max(extent_.last, tokens.last);
    }

    bool is_quote(std::uint32_t token) const {
        constexpr std::array<std::string_view, 5> quotes{"\"", "'", "*", "_", "`"};
        return is_one_of(surface(token), quotes);
    }

    /// "the June 2021 framework", "NHS England's framework", "In June 2021 NHS England published its framework".
    /// Whether a word of publishing stands before the title.
    bool read_before() {
        std::uint32_t at = cited_->tokens.first;
        bool possessive = false;
        while (at > first_ && (is_quote(at - 1) || surface(at - 1) == "'s")) possessive |= surface(--at) == "'s";
        const auto* publisher = possessive ? publisher_before(at) : nullptr;
        if (publisher != nullptr && publisher->tokens.first >= first_) take_publisher(*publisher);
        const auto* date = is_apart_at(at) ? nullptr : date_before(at);
        if (date != nullptr && date->tokens.first >= first_ && (possessive || is_definite(*date))) take_date(*date);
        return read_publishing(at);
    }

    bool is_apart_at(std::uint32_t token) const { return token > range_.first && is_apart(paper_, token); }

    /// "the June 2021 framework"; a date that only stands before a title may be of a meeting.
    bool is_definite(const match::DateMention& date) const {
        const std::uint32_t first = date.tokens.first;
        if (paper_.stem(first) == "the") return true;
        return first > range_.first && (paper_.stem(first - 1) == "the" || surface(first - 1) == "'s");
    }

    bool is_of_object(std::uint32_t token) const {
        constexpr std::array<std::string_view, 11> words{"the",    "a",    "an",       "its",   "their", "new",
                                                         "latest", "full", "national", "draft", "final"};
        return is_one_of(paper_.stem(token), words) || is_one_of(surface(token), words) || is_quote(token) ||
               surface(token) == ":" || surface(token) == ",";
    }

    /// The word of publishing before the title, and who did it when before that.
    bool read_publishing(std::uint32_t at) {
        const std::uint32_t title = at;
        const auto is_verb = [&](std::uint32_t end) {
            return std::find_if(publishing_.begin(), publishing_.end(),
                                [&](const TokenRange& verb) { return verb.last == end; });
        };
        while (at > first_ && title - at < longest_object && is_verb(at) == publishing_.end() && is_of_object(at - 1))
            --at;
        const auto verb = is_verb(at);
        if (verb == publishing_.end()) return false;
        at = verb->first;
        std::optional<TokenRange> by;
        for (std::uint32_t steps = 0; at > first_ && steps < longest_subject; ++steps) {
            if (const auto* publisher = publisher_before(at);
                publisher != nullptr && publisher->tokens.first >= first_) {
                take_publisher(*publisher);
                at = publisher->tokens.first;
                continue;
            }
            if (const auto* date = date_before(at)) {
                if (follows_preposition(date->tokens.first)) take_date(*date);
                break;
            }
            if (!is_of_subject(at - 1)) break;
            --at;
        }
        return true;
    }

    bool follows_preposition(std::uint32_t token) const {
        return token > range_.first && (paper_.stem(token - 1) == "in" || paper_.stem(token - 1) == "on");
    }

    bool is_of_subject(std::uint32_t token) const {
        constexpr std::array<std::string_view, 10> words{"the", "has",  "have", "had",   "and",
                                                         ",",   "then", "also", "joint", "it"};
        return is_one_of(paper_.stem(token), words) || paper_.stem(token) == "govern" || paper_.stem(token) == "minist";
    }

    void read_after(std::uint32_t limit, bool published) {
        After after;
        after.published = published;
        for (std::uint32_t token = cited_->tokens.first; token < cited_->tokens.last; ++token)
            after.depth += surface(token) == "(" ? 1 : surface(token) == ")" && after.depth > 0 ? -1 : 0;
        std::uint32_t at = cited_->tokens.last;
        const std::uint32_t end = std::min({limit, range_.last, at + furthest});
        while (at < end) {
            if (const auto* date = date_at(at)) {
                if (accepts(*date, after)) take_date(*date);
                break;
            }
            const std::uint32_t next = step(at, after);
            if (next == at) break;
            at = next;
        }
        if (at == limit && at < range_.last && after.depth > 0) take_number(at);
        keep_publishers(after, at);
    }

    /// "(the Department, CP 381)": also where it is the number of another document that the rules know.
    std::uint32_t take_number(std::uint32_t at) {
        const std::uint32_t end = number_end(paper_, sentence_, at);
        if (end == at || !cited_->at.number.empty()) return end;
        cited_->at.number = paper_.words({at, end});
        cited_->at.number_at = paper_.span_of({at, end});
        extend({cited_->tokens.first, end});
        return end;
    }

    /// Over one thing that may stand between a title and its date; to itself where it may not.
    std::uint32_t step(std::uint32_t at, After& after) {
        if (const std::uint32_t end = take_number(at); end != at) return end;
        if (const auto* publisher = publisher_at(at)) {
            if (after.publishers.empty()) after.publishers_begin = at;
            after.publishers.push_back(label(*publisher));
            after.publishers_end = publisher->tokens.last;
            return publisher->tokens.last;
        }
        if (const std::uint32_t end = end_of(publishing_, at); end != at) {
            after.published = after.verb = true;
            return end;
        }
        if (const std::uint32_t end = end_of(places_, at); end != at) return end;
        return is_between(at, after) ? at + 1 : at;
    }

    bool is_between(std::uint32_t at, After& after) const {
        const std::string_view word = paper_.stem(at);
        if (is_apart(paper_, at)) return false;
        if (word == "(") return ++after.depth > 0;
        if (word == ")") return --after.depth >= 0;
        if (word == "by" || word == "from") return after.by = true;
        constexpr std::array<std::string_view, 6> marks{",", ":", "-", "\xe2\x80\x93", "\xe2\x80\x94", "["};
        constexpr std::array<std::string_view, 15> words{"of",  "in",   "on",  "which", "was",  "were", "is",   "the",
                                                         "has", "been", "had", "to",    "into", "as",   "joint"};
        const bool joins = (word == "and" && (after.by || !after.publishers.empty())) || is_one_of(word, words);
        if (after.by && paper_.word(at).capitalised) return true;
        return is_quote(at) || is_one_of(word, marks) || joins;
    }

    bool ends_at(std::uint32_t token) const {
        return token >= range_.last || paper_.is_punctuation(token) || is_apart(paper_, token);
    }

    bool accepts(const match::DateMention& date, const After& after) const {
        const std::uint32_t first = date.tokens.first;
        if (is_apart(paper_, first)) return false;
        const std::string_view before = paper_.stem(first - 1);
        const std::string_view next = date.tokens.last < range_.last ? paper_.stem(date.tokens.last) : "";
        if (next == "to" || next == "-" || next == "\xe2\x80\x93") return false;
        if (before == "in" || before == "on") return after.published;
        if (before == "of" || after.verb || after.depth > 0) return true;
        const bool beside = !after.publishers.empty() || !cited_->at.number.empty();
        return (first == cited_->tokens.last || paper_.is_punctuation(first - 1)) &&
               (beside || ends_at(date.tokens.last));
    }

    /// "published by the Department" and "(NHSX, August 2021)" name publishers; in "the Bill, NHS England says" there
    /// is none.
    void keep_publishers(const After& after, std::uint32_t at) {
        if (after.publishers.empty()) return;
        const bool said = after.by || after.depth > 0 || date_at(at) != nullptr || !cited_->at.number.empty();
        const bool bracket_ends = at < range_.last && surface(at) == ")";
        if (!said || (!after.by && date_at(at) == nullptr && !bracket_ends && !ends_at(after.publishers_end))) return;
        cited_->at.publishers = after.publishers;
        cited_->at.publishers_at = paper_.span_of({after.publishers_begin, after.publishers_end});
        extend({cited_->tokens.first, after.publishers_end});
    }
};

}  // namespace

void add_details(const Paper& paper, std::uint32_t sentence, std::vector<Cited>& here) {
    if (here.empty()) return;
    const TokenRange range = paper.text.sentences[sentence].tokens;
    Reader reader(paper, sentence);
    for (std::size_t i = 0; i < here.size(); ++i) {
        const std::uint32_t first = i == 0 ? range.first : std::max(here[i - 1].tokens.last, here[i - 1].extent.last);
        const std::uint32_t limit = i + 1 < here.size() ? here[i + 1].tokens.first : range.last;
        reader.read(here[i], std::min(first, here[i].tokens.first), limit);
    }
}

}  // namespace boardcheck::extract
