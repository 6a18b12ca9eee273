// Footnotes: small print at the foot of a page, which begins with a raised number or sign.
#pragma once

#include <string>
#include <vector>

#include "ingest/pdf/page.hpp"

namespace boardcheck::ingest::pdf {

struct Note {
    std::string number;
    std::vector<Line> lines;  // without the number
};

/// Takes the footnotes from the page's lines; `size`: of the paper's usual letters.
std::vector<Note> take_notes(Page& page, float size);

}  // namespace boardcheck::ingest::pdf
