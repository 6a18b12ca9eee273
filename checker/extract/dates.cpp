// The dates and periods that a paper names, resolved against its own date.
#include "extract/date_resolver.hpp"

namespace boardcheck::extract {

namespace {

using match::DateUnit;
using text::TokenRange;

/// The part of a period that "early" and the like leave: a third, or the days before or after today.
void narrow(Period& period, Stretch stretch, const std::optional<Date>& today) {
    const int months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1;
    const bool whole = period.first.day == 1 && period.last == add_days(add_months(period.first, months), -1);
    if (stretch == Stretch::none) return;
    if (stretch == Stretch::rest || stretch == Stretch::elapsed) {
        if (!today || *today < period.first || period.last < *today) return;
        (stretch == Stretch::rest ? period.first : period.last) = *today;
        return;
    }
    if (!whole) return;
    const Date first = period.first;
    if (months == 1) {
        if (stretch != Stretch::early) period.first = add_days(first, stretch == Stretch::middle ? 10 : 20);
        if (stretch == Stretch::early) period.last = add_days(first, 9);
        if (stretch == Stretch::middle) period.last = add_days(first, 19);
    } else if (months % 3 == 0) {
        const int third = months / 3;
        if (stretch != Stretch::early) period.first = add_months(first, stretch == Stretch::middle ? third : 2 * third);
        if (stretch == Stretch::early) period.last = add_days(add_months(first, third), -1);
        if (stretch == Stretch::middle) period.last = add_days(add_months(first, 2 * third), -1);
    }
}

/// One sentence's pieces resolved after each other.
class Reader {
public:
    Reader(const Paper& paper, const std::optional<Date>& date) : paper_(paper), finder_(paper) {
        if (date && date->month != 0) {
            context_.today = date;
            if (date->day == 0) context_.today->day = 1;
        }
    }

    std::vector<DateValue> read() {
        for (sentence_ = 0; sentence_ < paper_.text.sentences.size(); ++sentence_) read_sentence();
        return std::move(values_);
    }

private:
    const text::Sentence& sentence() const { return paper_.text.sentences[sentence_]; }

    void read_sentence() {
        const std::vector<Piece> pieces = finder_.find(sentence_);
        if (pieces.empty()) return;
        const LowerWords words(paper_, sentence().tokens);
        context_.dated.reset();
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            context_.direction = direction_of(paper_, sentence(), pieces[i]);
            if (i + 1 < pieces.size() && is_range(words, pieces[i], pieces[i + 1])) {
                if (read_range(pieces[i], pieces[i + 1])) {
                    ++i;
                    continue;
                }
            }
            read_piece(pieces[i]);
        }
    }

    static bool is_range(const LowerWords& words, const Piece& from, const Piece& to) {
        if (from.kind != PieceKind::date || to.kind != PieceKind::date || to.bound != Bound::none) return false;
        if (from.tokens.last >= to.tokens.first || to.tokens.first - from.tokens.last != 1) return false;
        const std::string link = words.at(from.tokens.last);
        const bool seasons = from.parts.unit == DateUnit::season && to.parts.unit == DateUnit::season;
        if (link == "and") return from.between || (seasons && from.parts.year == 0);
        if (link == "/") return from.parts.unit == to.parts.unit && from.parts.unit != DateUnit::year;
        return link == "to" || link == "-" || link == "through";
    }

    /// "July to September 2021": each end may have its year from the other.
    bool read_range(const Piece& from, const Piece& to) {
        DateContext context = context_;
        Resolved begin, end;
        if (from.parts.year == 0 && to.parts.year != 0) {
            end = resolve(to, context);
            Piece dated = from;
            if (to.parts.unit == from.parts.unit && to.parts.financial) {
                dated.parts.year = to.parts.year;
                dated.parts.financial = true;
            } else if (to.parts.unit == DateUnit::quarter) {
                dated.parts.year = to.parts.year;
            }
            context.not_after = end.period;
            begin = resolve(dated, context);
        } else {
            begin = resolve(from, context);
            context.not_before = begin.period;
            end = resolve(to, context);
        }
        if (!begin.period || !end.period || end.period->first < begin.period->first) return false;
        if (from.week_ends || to.week_ends) return false;
        narrow(*begin.period, from.stretch, context_.today);
        narrow(*end.period, to.stretch, context_.today);
        Period period = joined(*begin.period, *end.period);
        const TokenRange tokens{from.tokens.first, to.tokens.last};
        const bool until = from.bound == Bound::until || from.bound == Bound::before;
        add(tokens, period, until ? Bound::until : Bound::none, Stretch::none,
            begin.fault.empty() ? end.fault : begin.fault);
        remember(period, to.parts);
        return true;
    }

    /// A financial year says nothing of where in time the sentence is: "the plan for 2022/23, sent in May".
    void remember(const Period& period, const match::DateParts& parts) {
        context_.named = period;
        if (parts.year != 0 && !parts.financial) context_.dated = period;
    }

    void read_piece(const Piece& piece) {
        Resolved resolved = resolve(piece, context_);
        if (!resolved.period) {
            DateValue value = value_of(piece.tokens);
            value.precision = resolved.precision;
            value.fault = std::move(resolved.fault);
            values_.push_back(std::move(value));
            return;
        }
        Period period = *resolved.period;
        remember(period, piece.parts);
        if (piece.portion != 0 && piece.portion_months < 12 && period.precision == Precision::year) {
            period =
                months_from(add_months(period.first, (piece.portion - 1) * piece.portion_months), piece.portion_months);
        }
        narrow(period, piece.stretch, context_.today);
        if (piece.week_ends) period = week_at(period.first, *piece.week_ends);
        TokenRange tokens = piece.tokens;
        if (!piece.earlier_days.empty()) {
            Date first = period.first;
            for (const int day : piece.earlier_days) {
                first.day = static_cast<std::uint8_t>(day);
                if (piece.days_run) break;
                add(tokens, day_period(first), piece.bound, Stretch::none, {});
            }
            first.day = static_cast<std::uint8_t>(piece.earlier_days.front());
            if (piece.days_run) period = joined(day_period(first), period);
        }
        const bool within = piece.kind == PieceKind::offset && piece.within;
        add(tokens, period, within ? Bound::until : piece.bound, piece.stretch, std::move(resolved.fault));
    }

    static Period week_at(Date day, bool ends) {
        const Date first = ends ? add_days(day, -6) : day, last = add_days(first, 6);
        return {to_string(first) + "/" + to_string(last), first, last, Precision::week};
    }

    DateValue value_of(TokenRange tokens) const {
        DateValue value;
        value.text = paper_.words(tokens);
        value.evidence = paper_.evidence(sentence_, tokens);
        return value;
    }

    void add(TokenRange tokens, const Period& period, Bound bound, Stretch stretch, std::string fault) {
        DateValue value = value_of(tokens);
        value.iso = period.iso;
        value.precision = period.precision;
        value.fault = std::move(fault);
        if (bound != Bound::until && bound != Bound::before) value.first = period.first;
        if (bound != Bound::from && bound != Bound::after) value.last = period.last;
        const bool at_end = stretch == Stretch::end || stretch == Stretch::late;
        if (bound == Bound::before && !at_end) value.last = add_days(period.first, -1);
        if (bound == Bound::after) value.first = add_days(period.last, 1);
        values_.push_back(std::move(value));
    }

    const Paper& paper_;
    PieceFinder finder_;
    DateContext context_;
    std::uint32_t sentence_ = 0;
    std::vector<DateValue> values_;
};

}  // namespace

std::vector<DateValue> find_dates(const Paper& paper, const std::optional<Date>& date_of_paper) {
    return Reader(paper, date_of_paper).read();
}

}  // namespace boardcheck::extract
