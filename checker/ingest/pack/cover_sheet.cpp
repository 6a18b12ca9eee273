#include "ingest/pack/cover_sheet.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "ingest/pack/plain_words.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pack {

namespace {

enum Label : unsigned {
    item = 1u << 0,
    title = 1u << 1,
    meeting = 1u << 2,
    addressee = 1u << 3,
    date = 1u << 4,
    author = 1u << 5,
    sponsor = 1u << 6,
    purpose = 1u << 7,
    asked = 1u << 8,
    summary = 1u << 9,
    status = 1u << 10,
    history = 1u << 11
};
constexpr unsigned of_a_paper = item | meeting | addressee;  // risks and actions have titles too

struct LabelWords {
    std::string_view words;
    Label label;
};
constexpr std::array<LabelWords, 83> label_words{{{"agenda item", item},
                                                  {"agenda item no", item},
                                                  {"agenda item number", item},
                                                  {"agenda no", item},
                                                  {"agenda ref", item},
                                                  {"agenda reference", item},
                                                  {"enclosure", item},
                                                  {"enclosure no", item},
                                                  {"item", item},
                                                  {"item no", item},
                                                  {"item number", item},
                                                  {"paper", item},
                                                  {"paper no", item},
                                                  {"paper number", item},
                                                  {"report no", item},
                                                  {"report number", item},
                                                  {"name of report", title},
                                                  {"paper title", title},
                                                  {"report title", title},
                                                  {"subject", title},
                                                  {"subject of report", title},
                                                  {"title", title},
                                                  {"title of paper", title},
                                                  {"title of report", title},
                                                  {"title of the report", title},
                                                  {"board", meeting},
                                                  {"board meeting", meeting},
                                                  {"committee", meeting},
                                                  {"decision maker", meeting},
                                                  {"meeting", meeting},
                                                  {"meeting title", meeting},
                                                  {"name of meeting", meeting},
                                                  {"title of meeting", meeting},
                                                  {"for", addressee},
                                                  {"report for", addressee},
                                                  {"report to", addressee},
                                                  {"to", addressee},
                                                  {"date", date},
                                                  {"date of meeting", date},
                                                  {"date of paper", date},
                                                  {"date of report", date},
                                                  {"meeting date", date},
                                                  {"author", author},
                                                  {"author s", author},
                                                  {"authors", author},
                                                  {"contact", author},
                                                  {"contact officer", author},
                                                  {"from", author},
                                                  {"paper author", author},
                                                  {"prepared by", author},
                                                  {"report author", author},
                                                  {"report by", author},
                                                  {"report from", author},
                                                  {"report of", author},
                                                  {"written by", author},
                                                  {"cabinet member", sponsor},
                                                  {"director", sponsor},
                                                  {"executive lead", sponsor},
                                                  {"executive sponsor", sponsor},
                                                  {"lead", sponsor},
                                                  {"lead director", sponsor},
                                                  {"lead officer", sponsor},
                                                  {"portfolio holder", sponsor},
                                                  {"presented by", sponsor},
                                                  {"presenter", sponsor},
                                                  {"responsible director", sponsor},
                                                  {"responsible officer", sponsor},
                                                  {"sponsor", sponsor},
                                                  {"sponsoring director", sponsor},
                                                  {"aim", purpose},
                                                  {"paper for", purpose},
                                                  {"purpose", purpose},
                                                  {"purpose of paper", purpose},
                                                  {"purpose of report", purpose},
                                                  {"purpose of the paper", purpose},
                                                  {"purpose of the report", purpose},
                                                  {"action required", asked},
                                                  {"decision required", asked},
                                                  {"recommendation", asked},
                                                  {"recommendations", asked},
                                                  {"executive summary", summary},
                                                  {"summary", summary},
                                                  {"status", status}}};
constexpr std::array<std::string_view, 9> history_words{
    "previously considered",  "previous consideration", "wards affected",  "ward s affected",  "key decision",
    "freedom of information", "classification",         "confidentiality", "relevant previous"};

unsigned label_of(std::string_view text) {
    constexpr std::size_t longest = 40;
    const std::string words = plain(text);
    if (words.empty() || words.size() > longest) return 0;
    for (const LabelWords& each : label_words) {
        if (each.words == words) return static_cast<unsigned>(each.label);
    }
    const bool told =
        std::any_of(history_words.begin(), history_words.end(), [&](auto each) { return words.starts_with(each); });
    return told ? static_cast<unsigned>(history) : 0U;
}

/// Looks for labels among the first blocks of a page.
class CoverReader {
public:
    CoverReader(const Document& document, const Page& page) : document_(document), page_(page) {}
    CoverSheet read() {
        for (at_ = 0; at_ < page_.top.size(); ++at_) {
            const Block& block = document_.blocks[page_.top[at_]];
            if (block.kind == BlockKind::table_cell) {
                read_cell(block);
            } else {
                read_line();
            }
        }
        cover_.labels = static_cast<unsigned>(std::popcount(seen_));
        cover_.names_paper = (seen_ & of_a_paper) != 0;
        cover_.names_title = (seen_ & title) != 0;
        return cover_;
    }

private:
    std::string_view text(std::size_t place) const { return text_of(document_, page_.top[place]); }
    /// Labels stand at the left of their values: no more than two in a row, and none above another cell's label.
    void read_cell(const Block& block) {
        if (block.table != table_ || block.row != row_) {
            table_ = block.table;
            row_ = block.row;
            in_row_ = 0;
        }
        const std::size_t colon = label_length(text(at_));
        const unsigned label = colon > 0 ? label_of(text(at_).substr(0, colon)) : label_of(text(at_));
        if (label == 0 || (++in_row_ > 2)) return;
        if (colon > 0 && colon < text(at_).size()) return note(label, text(at_).substr(colon));
        const bool value = at_ + 1 < page_.top.size() && document_.blocks[page_.top[at_ + 1]].table == table_ &&
                           document_.blocks[page_.top[at_ + 1]].row == row_ && label_of(text(at_ + 1)) == 0;
        if (value) note(label, text(at_ + 1));
    }
    void read_line() {
        const std::size_t colon = label_length(text(at_));
        if (colon > 0) {
            const bool alone = colon >= text(at_).size();
            const bool next = alone && at_ + 1 < page_.top.size();
            return note(label_of(text(at_).substr(0, colon)), next ? text(at_ + 1) : text(at_).substr(colon));
        }
        // "Report to Cabinet", "Purpose" as a heading are labels of a weaker kind: the words after them are no value.
        const unsigned label = label_of(text(at_));
        if ((label & (purpose | asked | summary)) != 0) note(label, {});
        const std::string words = plain(text(at_));
        if (words.starts_with("report to ") || words.starts_with("report of ")) note(addressee, {});
    }
    void note(unsigned label, std::string_view value) {
        if (label == 0 || (seen_ & label) != 0) return;
        seen_ |= label;
        while (value.starts_with(' ')) value.remove_prefix(1);
        if (label == title && has_several_letters(value)) cover_.title = std::string(value);
        if (label != item || value.empty() || cover_.marker) return;
        if (auto marker = item_marker(value)) {
            cover_.marker = std::move(marker);
        } else if (const auto number = item_number(value.substr(0, value.find(' '))); !number.empty()) {
            cover_.marker = ItemMarker{MarkerKind::agenda_item, std::string(number)};
        }
    }
    const Document& document_;
    const Page& page_;
    CoverSheet cover_;
    unsigned seen_ = 0;
    std::size_t at_ = 0;
    std::uint32_t table_ = 0, row_ = 0;
    unsigned in_row_ = 0;
};

/// A marker in a running head or among the first lines.
std::optional<ItemMarker> marker_of(const Document& document, const Page& page) {
    constexpr std::size_t most_lines = 5;
    for (const std::size_t block : page.furniture) {
        if (auto marker = item_marker(text_of(document, block))) return marker;
    }
    for (std::size_t i = 0; i < std::min(most_lines, page.top.size()); ++i) {
        const Block& block = document.blocks[page.top[i]];
        if (block.kind == BlockKind::table_cell && block.column > 2) continue;
        if (block.kind == BlockKind::list_item) continue;
        if (auto marker = item_marker(text_of(document, page.top[i]))) return marker;
    }
    return std::nullopt;
}

}  // namespace

CoverSheet read_cover_sheet(const Document& document, const Page& page) {
    CoverSheet cover = CoverReader(document, page).read();
    if (!cover.marker) cover.marker = marker_of(document, page);
    return cover;
}

std::vector<std::size_t> title_lines(const Document& document, const Page& page) {
    constexpr std::size_t most_lines = 8;
    constexpr std::size_t most_words = 22;
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < std::min(most_lines, page.top.size()); ++i) {
        const Block& block = document.blocks[page.top[i]];
        const auto text = text_of(document, page.top[i]);
        if (block.kind == BlockKind::table_cell || block.kind == BlockKind::list_item) continue;
        if (!has_several_letters(text) || count_words(text) > most_words) continue;
        if (block.kind == BlockKind::paragraph && text.ends_with('.')) continue;
        lines.push_back(page.top[i]);
    }
    return lines;
}

std::string page_title(const Document& document, const Page& page) {
    std::string best;
    unsigned best_rank = 0;
    auto lines = title_lines(document, page);
    // A running head that names the paper: "GB 21/045 Finance report".
    for (const std::size_t block : page.furniture) {
        if (is_body(document.blocks[block].kind) && item_marker(text_of(document, block))) lines.push_back(block);
    }
    for (const std::size_t line : lines) {
        const Block& block = document.blocks[line];
        const auto text = without_marker(text_of(document, line));
        if (is_date(text) || label_length(text) > 0 || !has_several_letters(text)) continue;
        const bool heading = block.kind == BlockKind::heading || block.kind == BlockKind::slide_title;
        const bool marked = text.size() < length(block.span);
        const bool known = known_paper(text) != KnownPaper::none;  // not the name of the body above it
        const unsigned rank = known                        ? 20U
                              : heading                    ? 10U - block.level
                              : marked                     ? 3U
                              : stands_out(document, line) ? 2U
                                                           : 1U;
        if (rank <= best_rank) continue;
        best_rank = rank;
        best = std::string(text);
    }
    return best;
}

namespace {

bool is_date_word(std::string_view word) {
    constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
    return (word.front() >= '0' && word.front() <= '9') ||
           std::find(months.begin(), months.end(), word) != months.end();
}

/// Plain words without a date at their end: "agenda 24 06 10" is "agenda".
std::string_view without_date(std::string_view words) {
    while (!words.empty()) {
        const auto space = words.rfind(' ');
        if (space == std::string_view::npos || !is_date_word(words.substr(space + 1))) break;
        words = words.substr(0, space);
    }
    return words;
}

bool begins(std::string_view words, std::string_view start) {
    return words.starts_with(start) && (words.size() == start.size() || words[start.size()] == ' ');
}

/// "agenda", "agenda part 1", "trust board agenda"; not "agenda item 7", not "the transparency agenda".
bool is_agenda(std::string_view words) {
    constexpr std::size_t most_words = 8;
    constexpr std::array<std::string_view, 14> meetings{"meeting", "board", "committee", "body",     "cabinet",
                                                        "council", "panel", "public",    "group",    "forum",
                                                        "session", "draft", "private",   "executive"};
    if (count_words(words) > most_words || begins(words, "agenda item") || begins(words, "agenda no")) return false;
    if (begins(words, "agenda ref") || begins(words, "agenda for")) return false;
    if (begins(words, "agenda")) return true;
    if (!words.ends_with(" agenda")) return false;
    const auto rest = words.substr(0, words.size() - std::string_view(" agenda").size());
    return std::any_of(meetings.begin(), meetings.end(), [&](auto meeting) { return rest.ends_with(meeting); });
}

bool is_minutes(std::string_view words) {
    constexpr std::array<std::string_view, 9> starts{
        "minutes of",           "minutes",          "draft minutes",       "confirmed minutes", "unconfirmed minutes",
        "notes of the meeting", "approved minutes", "note of the meeting", "unapproved minutes"};
    const bool of_other = words.ends_with("last meeting") || words.ends_with("previous meeting");
    if (of_other) return false;
    return words.ends_with(" minutes") ||
           std::any_of(starts.begin(), starts.end(), [&](auto start) { return begins(words, start); });
}

bool is_log(std::string_view words) {
    constexpr std::size_t most_words = 9;
    constexpr std::array<std::string_view, 4> starts{"action log", "action tracker", "actions log",
                                                     "register of interests"};
    return count_words(words) <= most_words &&
           (words.ends_with(" action log") || words.find(" action log ") != std::string_view::npos ||
            std::any_of(starts.begin(), starts.end(), [&](auto start) { return begins(words, start); }));
}

}  // namespace

KnownPaper known_paper(std::string_view line) {
    constexpr std::size_t longest = 110;
    if (line.size() > longest || line.ends_with('.') || line.ends_with(';')) return KnownPaper::none;
    const std::string all = plain(without_marker(line));
    const auto words = without_date(all);
    if (words.empty()) return KnownPaper::none;
    if (is_agenda(words)) return KnownPaper::agenda;
    if (is_minutes(words)) return KnownPaper::minutes;
    return is_log(words) ? KnownPaper::log : KnownPaper::none;
}

}  // namespace boardcheck::ingest::pack
