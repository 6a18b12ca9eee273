// A small catalogue and papers with all kinds of content, put together by hand: the report's tests need no other room
// to be right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace boardcheck::report::sample {

catalogue::Catalogue catalogue();

/// Puts a paper together block by block; every block is one sentence, and headings open sections.
class Draft {
public:
    explicit Draft(std::string file);
    Draft& heading(std::uint8_t level, const std::string& words, const std::string& number = {});
    Draft& paragraph(const std::string& words, const std::string& number = {});
    /// An item of the list that the last paragraph introduces.
    Draft& item(const std::string& words, const std::string& number = {});
    /// The cells of a row are blocks of one sentence.
    Draft& row(const std::vector<std::string>& cells);
    Draft& page(std::uint32_t number);

    /// The first place with these words.
    extract::Evidence at(std::string_view words) const;
    Paper& paper() { return paper_; }
    Paper finish();

private:
    void add(ingest::Block block, const std::string& words);
    void end_sentence(std::uint32_t first_block, bool item);

    Paper paper_;
    std::uint32_t line_ = 0, page_ = 0, row_ = 0, lead_in_ = 0;
};

/// A transition paper with a finding of every kind.
Paper transition_paper();
/// A short paper of which little is known: no title, no date, no findings.
Paper bare_paper();
Error unreadable();
/// On a folder of papers.
Notice left_out();

/// Columns of the widest line.
std::size_t widest_line(std::string_view text);

}  // namespace boardcheck::report::sample
