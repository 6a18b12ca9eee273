#include "report/human_parts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

constexpr std::size_t item_indent = 2;
constexpr std::size_t detail_indent = 4;

}  // namespace

std::string dotted(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        if (!part.empty()) out += (out.empty() ? "" : " · ") + part;
    }
    return out;
}

void write_notices(Lines& lines, const std::vector<Notice>& notices) {
    if (notices.empty()) return;
    lines.blank();
    lines.write(0, fmt::format("How the paper was read ({})", notices.size()), Ink::bold);
    for (const Notice& notice : notices) {
        lines.write(item_indent, notice.line == 0 ? "" : fmt::format("line {}: ", notice.line), notice.message);
    }
}

void write_unreadable(Lines& lines, const Error& error) {
    lines.rule();
    lines.write(0, error.file, Ink::bold);
    lines.write(item_indent, "not read: ", error.message, Ink::red);
    if (!error.mend.empty()) lines.write(detail_indent, "mend: ", error.mend, Ink::bold);
}

void write_left_out(Lines& lines, const std::vector<Notice>& notices) {
    if (!notices.empty()) lines.rule();
    for (const Notice& notice : notices) lines.write(0, notice.file + ": " + notice.message);
}

std::string papers_in_words(const std::vector<Outcome>& papers, std::string_view done) {
    const auto read = static_cast<std::size_t>(std::count_if(
        papers.begin(), papers.end(), [](const Outcome& outcome) { return std::holds_alternative<Paper>(outcome); }));
    const std::string unread = read == papers.size() ? "" : fmt::format(", {} not read", papers.size() - read);
    return fmt::format("{} {}{}", counted(read, "paper"), done, unread);
}

}  // namespace boardcheck::report
