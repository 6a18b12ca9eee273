// What several checks read of a paper, read once for all of them.
#pragma once

#include <vector>

#include "check/numbers.hpp"
#include "check/quantities.hpp"

namespace boardcheck::check {

struct Readings {
    explicit Readings(const Case& paper)
        : words(paper.text),
          tables(tables_of(paper)),
          quantities(quantities_of(paper, words, tables)),
          attachments(attachments_of(paper)),
          numbers(numbers_of(paper, attachments)) {}

    const Words words;
    const std::vector<Table> tables;
    const std::vector<Quantity> quantities;
    const Attachments attachments;
    const std::vector<Numbered> numbers;
};

}  // namespace boardcheck::check
