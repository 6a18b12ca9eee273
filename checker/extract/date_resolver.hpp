// One piece of a sentence in, the days that it means out: the year that is not said, the unit that is counted.
#pragma once

#include <functional>

#include "extract/calendar.hpp"
#include "extract/date_pieces.hpp"

namespace boardcheck::extract {

/// Where the words around a date lead when its year is not said.
enum class Direction { none, back, ahead };

/// What a piece is resolved against.
struct DateContext {
    std::optional<Date> today;         // the paper's day
    std::optional<Period> named;       // the date named last, for "the following year"
    std::optional<Period> dated;       // the last one of the sentence that had a year of its own
    std::optional<Period> not_before;  // the beginning of a range
    std::optional<Period> not_after;   // its end
    Direction direction = Direction::none;
};

struct Resolved {
    std::optional<Period> period;
    Precision precision = Precision::unresolved;
    std::string fault;
};

/// Where the tense and the words before a piece lead.
Direction direction_of(const Paper& paper, const text::Sentence& sentence, const Piece& piece);

Resolved resolve(const Piece& piece, const DateContext& context);

}  // namespace boardcheck::extract
