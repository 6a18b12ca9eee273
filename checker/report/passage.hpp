// Quotes as people read them: the words that count, within the sentence and under the lead-in where they stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace boardcheck::report {

/// The words of Document::text behind a span of Text::text, on one line.
std::string words_at(const Paper& paper, Span span);

/// The words of the evidence on one line, with bars between the cells of a table.
std::string quote_with_bars(const Paper& paper, const extract::Evidence& evidence);

/// What a paper is called where it is listed: its title, behind its agenda item ("7 Estates strategy"); its file where
/// it has none.
std::string name_of(const Paper& paper);

/// The block that holds a position of Document::text; null before the first one.
const ingest::Block* block_at(const ingest::Document& document, std::uint32_t position);

/// `before` and `after` complete the sentence; long parts are shortened with an ellipsis. `lead_in` introduces the list
/// whose item the sentence is; empty elsewhere. Cells of a table are told apart by bars.
struct Passage {
    std::string lead_in, before, words, after;
};
Passage passage_of(const Paper& paper, const extract::Evidence& evidence);
/// The passage as one run of text.
std::string to_string(const Passage& passage);

/// For people a sentence is quoted once: evidence from the same sentence is joined, in the order of its first piece.
std::vector<extract::Evidence> joined_by_sentence(const std::vector<extract::Evidence>& evidence);

/// "p. 3, §5.2, line 41", with the innermost heading first where there is one: "Our Board, §5.2, line 41".
std::string place_label(const Place& place);

/// At most about `limit` bytes of `text`, cut between words, with an ellipsis where something was left out.
std::string shortened(std::string_view text, std::size_t limit);

}  // namespace boardcheck::report
