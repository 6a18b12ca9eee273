// Lines for a terminal or a mail: wrapped, indented, coloured on request.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace boardcheck::report {

enum class Ink { plain, bold, faint, red, yellow, blue };

/// Columns that `text` takes on a terminal: marks that stand above others take none, characters as broad as high two.
std::size_t columns(std::string_view text);

/// What becomes of a word that is wider than its line: a path should stay whole, a column of a table must hold.
enum class LongWords { kept, broken };

/// `text` on lines of at most `width` columns. At least one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width, LongWords long_words);

/// Puts lines together. Text from papers comes in through here and nowhere else, so that it cannot steer a terminal.
class Lines {
public:
    explicit Lines(const Options& options);

    std::size_t width() const { return width_; }
    void blank() { out_ += '\n'; }
    void rule();
    /// `text`, wrapped, behind `lead` on its first line; further lines are indented to stand below `text`.
    void write(std::size_t indent, std::string_view lead, std::string_view text, Ink lead_ink = Ink::plain,
               Ink ink = Ink::plain);
    void write(std::size_t indent, std::string_view text, Ink ink = Ink::plain) {
        write(indent, "", text, Ink::plain, ink);
    }
    /// Cells side by side, each wrapped in its column of that width, with two spaces between columns. Line ends in a
    /// cell are kept.
    void row(std::size_t indent, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
             Ink ink = Ink::plain);

    std::string finish() && { return std::move(out_); }

private:
    std::string inked(std::string_view text, Ink ink) const;

    bool colour_;
    std::size_t width_;
    std::string out_;
};

}  // namespace boardcheck::report
