// What a paper says of the bodies that it declares, beyond that they are there.
#pragma once

#include <vector>

#include "extract/bodies.hpp"

namespace boardcheck::extract {

/// How far from a body something may be said of it: in its sentence, or also in the items, the paragraph and the
/// section that it heads.
enum class Reach { sentence, around };

/// A marker's match with the body that it speaks of.
struct Said {
    std::size_t body = 0;  // index of the structure
    Marked marked;
};

/// Finds of which body a place speaks: named before it in its sentence, or in a lead-in, or just before, or in the
/// heading.
class Subjects {
public:
    /// `bodies` are those of the structures, in their order.
    Subjects(const Paper& paper, const std::vector<Body>& bodies);

    /// The matches of a marker that speak of one of the bodies.
    std::vector<Said> said(std::string_view marker, Reach reach) const;
    std::optional<std::size_t> subject_at(std::uint32_t sentence, std::uint32_t token, Reach reach) const;
    /// The body that the words from `token` on name first; nothing behind `end`.
    std::optional<std::size_t> named_from(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) const;

private:
    struct Place {
        text::TokenRange tokens;
        std::size_t body = 0;
    };
    std::optional<std::size_t> last_in(std::uint32_t sentence, std::uint32_t before) const;
    std::optional<std::size_t> first_in(std::uint32_t sentence) const;
    bool is_aside(text::TokenRange between) const;  // "of the", "(the": what follows tells more of what stands before

    const Paper& paper_;
    std::vector<std::vector<Place>> places_;  // by sentence
};

/// Chair, functions, parent, legal form, population, level, first and last day.
void add_details(const Paper& paper, const Subjects& subjects, const std::vector<DateValue>& dates,
                 std::vector<Structure>& structures);
/// Who sits on each.
void add_members(const Paper& paper, const Subjects& subjects, std::vector<Structure>& structures);

/// Whether a sentence is a row of a table.
bool is_row(const Paper& paper, std::uint32_t sentence);
/// The cells of a row, as ranges of its tokens.
std::vector<text::TokenRange> cells_of(const Paper& paper, std::uint32_t row);

/// The words from `token` on that name someone or something, up to the end of their phrase.
text::TokenRange phrase_from(const Paper& paper, std::uint32_t sentence, std::uint32_t token);

}  // namespace boardcheck::extract
