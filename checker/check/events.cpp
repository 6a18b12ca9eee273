// Days that do not fit the other days of the paper: told as done before they have come, of a year too early, in the
// wrong order, or two for one event.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "check/day_words.hpp"
#include "check/marks.hpp"
#include "check/readings.hpp"
#include "check/tables.hpp"

namespace boardcheck::check {

namespace {

using extract::DateValue;

constexpr std::size_t most_findings = 20;
constexpr std::size_t most_events_with_word = 6;  // words that more events have tell none from another
constexpr std::size_t most_events = 2000;
constexpr std::size_t most_moves = 20;  // each of which looks through all later days

/// A day and what happens on it.
struct Event {
    const DateValue* date = nullptr;
    std::set<std::string> words;  // stems
};

class EventFaults {
public:
    EventFaults(const Case& paper, const Readings& read, std::vector<Finding>& findings)
        : paper_(paper),
          words_(read.words),
          tables_(read.tables),
          findings_(findings),
          ahead_(paper, "value.ahead"),
          moved_(paper, "value.moved") {
        if (paper.as_at && paper.as_at->day != 0) today_ = paper.as_at;
    }

    void find() {
        const std::vector<DateValue>& dates = paper_.declarations.dates;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            if (today_) told_as_done(dates[i]);
            if (i + 1 < dates.size() && dates[i].evidence.sentence == dates[i + 1].evidence.sentence) {
                in_order(dates[i], dates[i + 1]);
            }
            moved(dates[i], i + 1 < dates.size() ? &dates[i + 1] : nullptr);
        }
        // Where much lies after the meeting, it is the day of the meeting that was not understood.
        for (const DateValue* date : done_.size() > 2 ? std::vector<const DateValue*>() : done_)
            tell("consistency.told-as-done", date->evidence, {{"date", date->text}, {"today", to_string(*today_)}},
                 nullptr);
        if (today_) {
            for (const Table& table : tables_) year_slips(table);
        }
        twice();
    }

private:
    const text::Sentence& sentence_of(const DateValue& date) const {
        return paper_.text.sentences[date.evidence.sentence];
    }
    const ingest::Block& block_of(const DateValue& date) const {
        return paper_.document.blocks[sentence_of(date).block];
    }
    bool is_cell(const DateValue& date) const { return block_of(date).kind == ingest::BlockKind::table_cell; }

    const text::Clause* clause_of(const DateValue& date, text::TokenRange tokens) const {
        for (const text::Clause& clause : sentence_of(date).clauses) {
            if (clause.tokens.first <= tokens.first && tokens.first < clause.tokens.last) return &clause;
        }
        return nullptr;
    }

    /// "The minutes of 18 November were agreed", on 14 October.
    void told_as_done(const DateValue& date) {
        if (!is_day(date) || date.first != date.last || !(*today_ < *date.first)) return;
        if (day_number(*date.first) - day_number(*today_) > 250) return;  // that is a slip of the year, told elsewhere
        const text::TokenRange tokens = tokens_of(paper_.text, date.evidence);
        const text::Clause* clause = clause_of(date, tokens);
        if (clause == nullptr || clause->modality != text::Modality::none) return;
        // Notes leave the auxiliary out: "plan submitted 18 November".
        const bool note = clause->tense == text::Tense::none && tokens.first > clause->tokens.first &&
                          words_.lower(tokens.first - 1).ends_with("ed") && !is_cell(date);
        if (clause->tense != text::Tense::past && !note) return;
        if (clause->negated || clause->conditional || ahead_.in(sentence_of(date).tokens)) return;
        const std::uint32_t before = tokens.first;
        const bool bare = before > clause->tokens.first && words_.is_content(before - 1) && !is_cell(date);
        if (!bare && !(before > clause->tokens.first && words_.is_any(before - 1, {"on", "of"}))) return;
        for (std::uint32_t token = clause->tokens.first; token < tokens.first; ++token) {
            if (words_.is_any(token, {"for", "until", "from", "by", "before", "that", "if", "next"})) return;
            // In reported speech: "papers should be in on 25 November".
            if (words_.is_any(token, {"should", "would", "must", "could", "might", "due", "ought"})) return;
            if (words_.is(token, "to") && is_verb_after(token + 1)) return;
        }
        done_.push_back(&date);
    }

    /// After "to": "to meet", but not "to both councils".
    bool is_verb_after(std::uint32_t token) const { return words_.is_content(token) && !words_.is_capitalised(token); }

    /// "on 9 December 2021, and will be reported on 25 November 2021"
    void in_order(const DateValue& first, const DateValue& second) {
        if (!is_day(first) || !is_day(second) || is_cell(first)) return;
        if (!first.first || first.first != first.last || second.first != second.last) return;
        if (!(*second.first < *first.first)) return;
        const text::TokenRange begin = tokens_of(paper_.text, first.evidence),
                               end = tokens_of(paper_.text, second.evidence);
        const text::Clause* clause = clause_of(second, end);
        if (clause == nullptr || clause->modality != text::Modality::will) return;
        const text::Clause* before = clause_of(first, begin);
        if (before == nullptr || before->modality != text::Modality::will || before == clause) return;
        bool linked = false;
        for (std::uint32_t token = begin.last; token < end.first; ++token) {
            if (words_.is_any(token, {";", "before", "after", "meanwhile", "but", "while"})) return;
            linked = linked || words_.is_any(token, {"and", "then"});
        }
        if (!linked) return;
        tell("consistency.order", words_.evidence(second.evidence.sentence, {begin.first, end.last}),
             {{"first", first.text}, {"second", second.text}}, &first);
    }

    /// "has moved from 1 April to 1 July": told as one stretch of time, or as two days where the second is earlier.
    void moved(const DateValue& from, const DateValue* to) {
        text::TokenRange tokens = tokens_of(paper_.text, from.evidence);
        const text::TokenRange range = sentence_of(from).tokens;
        const std::uint32_t near = std::max(range.first, tokens.first > 6 ? tokens.first - 6 : 0);
        if (!from.fault.empty() || !from.first || !moved_.in({near, tokens.first})) return;
        const bool two = to != nullptr && to->evidence.sentence == from.evidence.sentence;
        if (two) tokens.last = std::max(tokens.last, tokens_of(paper_.text, to->evidence).last);
        std::uint32_t link = tokens.first;
        while (link < tokens.last && !words_.is(link, "to")) ++link;
        if (link + 1 >= tokens.last || ++moves_ > most_moves) return;
        std::set<std::string> about = stems_of(range, tokens);
        const std::uint32_t heading = paper_.text.sections[sentence_of(from).section].heading;
        if (heading != text::Section::no_heading) about.merge(stems_of(paper_.text.sentences[heading].tokens, {}));
        superseded(from, about, words_.said({link + 1, tokens.last}));
    }

    /// Later rows and items that still have the old day, and speak of the same.
    void superseded(const DateValue& from, const std::set<std::string>& about, const std::string& now) {
        for (const DateValue& other : paper_.declarations.dates) {
            if (other.evidence.sentence <= from.evidence.sentence || !is_day(other)) continue;
            if (other.first != from.first || (other.last && other.last != other.first)) continue;
            const text::TokenRange words = sentence_of(other).tokens;
            const std::set<std::string> said = stems_of(words, tokens_of(paper_.text, other.evidence));
            const auto shared =
                std::count_if(said.begin(), said.end(), [&](const std::string& stem) { return about.contains(stem); });
            if (words.last - words.first >= 20 || shared == 0) continue;
            tell("consistency.two-days", words_.evidence(other.evidence.sentence, words),
                 {{"here", other.text}, {"there", now}}, &from);
        }
    }

    /// One row of an action table lies a year before the meeting, where with a year more it would be among the others.
    void year_slips(const Table& table) {
        std::map<std::uint32_t, std::vector<const DateValue*>> columns;
        for (const Cell& cell : table.cells) {
            if (cell.header) continue;
            for (const DateValue* date : dates_in(cell)) {
                if (end_of(*date) && date->fault.empty()) columns[cell.column].push_back(date);
            }
        }
        for (const auto& [column, dates] : columns) {
            const DateValue* odd = nullptr;
            std::size_t early = 0;
            int last = 0;
            for (const DateValue* date : dates) {
                const int days = day_number(*end_of(*date)) - day_number(*today_);
                last = std::max(last, days);
                if (days >= -31) continue;
                ++early;
                odd = date;
            }
            if (early != 1 || dates.size() < 3) continue;
            const int days = day_number(*end_of(*odd)) - day_number(*today_);
            if (days > -150 || days + 366 > last + 62 || days + 366 < 0) continue;
            if (!has_year(words_, tokens_of(paper_.text, odd->evidence))) continue;
            const text::TokenRange row{sentence_of(*odd).tokens.first, tokens_of(paper_.text, odd->evidence).last};
            tell("consistency.year", words_.evidence(odd->evidence.sentence, row),
                 {{"date", odd->text}, {"today", to_string(*today_)}}, nullptr);
        }
    }

    /// Dates of a cell that say nothing else.
    std::vector<const DateValue*> dates_in(const Cell& cell) const {
        const auto& dates = paper_.declarations.dates;
        auto date = std::lower_bound(
            dates.begin(), dates.end(), cell.sentence,
            [](const DateValue& value, std::uint32_t sentence) { return value.evidence.sentence < sentence; });
        std::vector<const DateValue*> found;
        const Span span = words_.span(cell.tokens);
        for (; date != dates.end() && date->evidence.sentence == cell.sentence; ++date) {
            if (date->evidence.span.begin == span.begin && date->evidence.span.end == span.end) found.push_back(&*date);
        }
        return found;
    }

    std::set<std::string> stems_of(text::TokenRange range, text::TokenRange without) const {
        std::set<std::string> stems;
        for (std::uint32_t token = range.first; token < range.last && stems.size() < 24; ++token) {
            if (token >= without.first && token < without.last) continue;
            if (words_.is_content(token) && words_.lower(token).size() > 2) stems.emplace(words_.stem(token));
        }
        return stems;
    }

    /// What is said of a day: its clause or row; where that has several days, what stands before this one.
    std::set<std::string> words_about(const DateValue& date, const DateValue* before, const DateValue* after) const {
        const text::TokenRange tokens = tokens_of(paper_.text, date.evidence);
        text::TokenRange range = sentence_of(date).tokens;
        const text::Clause* clause = clause_of(date, tokens);
        if (clause != nullptr && range.last - range.first >= 16 && !is_cell(date)) range = clause->tokens;
        const bool shared_before = before != nullptr && before->evidence.sentence == date.evidence.sentence;
        const bool shared_after = after != nullptr && after->evidence.sentence == date.evidence.sentence;
        for (std::uint32_t token = range.first; token < tokens.first; ++token) {
            if (words_.is_any(token, {"when", "once", "until", "after", "before"})) range.first = token;
        }
        if (shared_before) range.first = std::max(range.first, tokens_of(paper_.text, before->evidence).last);
        if (shared_after) range.last = std::min(range.last, tokens.last);
        return stems_of(range, tokens);
    }

    std::vector<Event> events() const {
        std::vector<Event> events;
        const std::vector<DateValue>& dates = paper_.declarations.dates;
        for (std::size_t i = 0; i < dates.size() && events.size() < most_events; ++i) {
            if (!is_day(dates[i]) || !dates[i].last || (dates[i].first && dates[i].first != dates[i].last)) continue;
            // "The minutes of 9 November" are told from others by their day.
            const std::uint32_t first = tokens_of(paper_.text, dates[i].evidence).first;
            if (first > sentence_of(dates[i]).tokens.first && words_.is(first - 1, "of")) continue;
            const DateValue* before = i == 0 ? nullptr : &dates[i - 1];
            const DateValue* after = i + 1 < dates.size() ? &dates[i + 1] : nullptr;
            Event event{&dates[i], words_about(dates[i], before, after)};
            if (event.words.size() >= 2) events.push_back(std::move(event));
        }
        return events;
    }

    void twice() {
        const std::vector<Event> all = events();
        std::map<std::string, std::vector<std::size_t>> with_word;
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (const std::string& word : all[i].words) with_word[word].push_back(i);
        }
        const auto weight = [&](const std::string& word) {
            return std::log(2.0 + static_cast<double>(all.size()) / static_cast<double>(with_word[word].size()));
        };
        std::set<std::pair<std::size_t, std::size_t>> seen;
        const auto judge_all = [&](const std::vector<std::size_t>& with, std::size_t first) {
            for (std::size_t second = first + 1; second < with.size(); ++second) {
                if (seen.emplace(with[first], with[second]).second) judge(all[with[first]], all[with[second]], weight);
            }
        };
        for (const auto& [word, with] : with_word) {
            for (std::size_t first = 0; first < with.size() && with.size() <= most_events_with_word; ++first)
                judge_all(with, first);
        }
        for (const auto& [later, pair] : likest_) {
            const auto& [score, other] = pair;
            const DateValue& here = *later;
            tell("consistency.two-days-perhaps", here.evidence, {{"here", here.text}, {"there", other->text}}, other);
        }
    }

    template <typename Weight>
    void judge(const Event& a, const Event& b, const Weight& weight) {
        if (end_of(*a.date) == end_of(*b.date) || a.date->evidence.sentence == b.date->evidence.sentence) return;
        if (std::abs(day_number(*end_of(*a.date)) - day_number(*end_of(*b.date))) > 200) return;
        double shared = 0, in_a = 0, in_b = 0;
        std::size_t count = 0;
        for (const std::string& word : a.words) {
            in_a += weight(word);
            if (!b.words.contains(word)) continue;
            shared += weight(word);
            ++count;
        }
        for (const std::string& word : b.words) in_b += weight(word);
        const ingest::Block &block_a = block_of(*a.date), &block_b = block_of(*b.date);
        if (block_a.table != 0 && block_a.table == block_b.table) return;  // each row is an event of its own
        const double score = shared / std::min(in_a, in_b);
        if (count < 2 || score < 0.6) return;
        const Event& later = a.date->evidence < b.date->evidence ? b : a;
        const Event& earlier = &later == &a ? b : a;
        auto& likest = likest_[later.date];
        likest = std::max(likest, std::pair(score, earlier.date));
    }

    void tell(std::string_view rule, const extract::Evidence& evidence, const Values& values, const DateValue* other) {
        if (told_ >= most_findings) return;
        Finding* finding = add(paper_, findings_, rule, evidence, values);
        if (finding == nullptr) return;
        ++told_;
        if (other != nullptr) finding->others.push_back({other->text, other->evidence, {}});
    }

    const Case& paper_;
    const Words& words_;
    const std::vector<Table>& tables_;
    std::vector<Finding>& findings_;
    Marks ahead_, moved_;
    std::vector<const DateValue*> done_;
    std::optional<Date> today_;
    std::size_t told_ = 0, moves_ = 0;
    std::map<const DateValue*, std::pair<double, const DateValue*>> likest_;  // of each event the one most like it
};

}  // namespace

void add_events(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    EventFaults(paper, read, findings).find();
}

}  // namespace boardcheck::check
