// Dates in sentences, with what they mean on the day of their paper: data/dates.tsv. Most of them must be right, and
// all that are wrong are told.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

#include "case_file.hpp"
#include "extract/paper.hpp"

using namespace boardcheck;

namespace {

constexpr double share_right = 0.97;

/// A line of the file: a sentence, where its dates are, and each date's values, of which any is right.
struct Example {
    int line = 0;
    std::optional<Date> date;
    std::string paper;
    std::vector<Span> marks;
    std::vector<std::vector<std::string>> values;
};

std::vector<std::string> split(const std::string& text, const std::string& at) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(at); end != std::string::npos; end = text.find(at, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + at.size();
    }
    parts.push_back(text.substr(begin));
    return parts;
}

/// Takes the square brackets out, and writes line breaks.
void unmark(const std::string& marked, Example& example) {
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const auto at = static_cast<std::uint32_t>(example.paper.size());
        if (marked[i] == '[') {
            example.marks.push_back({at, at});
        } else if (marked[i] == ']') {
            example.marks.back().end = at;
        } else if (marked.compare(i, 2, "\\n") == 0) {
            example.paper += '\n';
            ++i;
        } else {
            example.paper += marked[i];
        }
    }
}

std::vector<Example> examples() {
    std::ifstream file(TEST_DATA "/data/dates.tsv");
    std::vector<Example> examples;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        const auto fields = split(line, "\t");
        BOOST_REQUIRE_MESSAGE(fields.size() == 3, "dates.tsv:" << number << ": three fields, with tabs between");
        Example example;
        example.line = number;
        example.date = parse_date(fields[0]);
        unmark(fields[1], example);
        if (fields[2] != "none") {
            for (const std::string& value : split(fields[2], "; ")) example.values.push_back(split(value, " | "));
        }
        BOOST_REQUIRE_MESSAGE(example.marks.size() == example.values.size(),
                              "dates.tsv:" << number << ": a value for each mark");
        examples.push_back(std::move(example));
    }
    return examples;
}

std::string_view name_of(extract::Precision precision) {
    static constexpr std::string_view names[] = {"day",       "week", "month",         "quarter", "season",
                                                 "half_year", "year", "several_years", "vague",   "unresolved"};
    return names[static_cast<std::size_t>(precision)];
}

/// As in the file: "2021-09 month (..2021-09-30) !fault".
std::string as_text(const extract::DateValue& value) {
    std::string text = (value.iso.empty() ? "-" : value.iso) + " " + std::string(name_of(value.precision)) + " (" +
                       (value.first ? to_string(*value.first) : "") + ".." +
                       (value.last ? to_string(*value.last) : "") + ")";
    if (value.precision != extract::Precision::unresolved && !value.fault.empty()) text += " !\"" + value.fault + "\"";
    return text;
}

/// What the file leaves out (the interval, the words of the fault) may be anything.
bool is_right(std::string found, const std::string& wanted) {
    if (found.empty()) return false;
    if (wanted.find('(') == std::string::npos) found.erase(found.find(" ("), found.find(')') - found.find(" (") + 1);
    if (wanted.ends_with(" !") && found.find('!') != std::string::npos) found.erase(found.find('!') + 1);
    return found == wanted;
}

struct Score {
    int right = 0, wanted = 0;
    std::string wrong;
};

void judge(const Example& example, Score& score) {
    const auto document = ingest::ingest("paper.md", example.paper).value();
    const auto text = text::segment(document);
    const auto matches = match::match(text, test::real_catalogue());
    const extract::Paper paper(document, text, matches, test::real_catalogue());
    std::vector<std::string> found(example.marks.size());
    std::string surplus;
    for (const extract::DateValue& value : extract::find_dates(paper, example.date)) {
        const Span at = document.source.to_source(text.document.to_source(value.evidence.span));
        bool marked = false;
        for (std::size_t i = 0; i < example.marks.size() && !marked; ++i) {
            if (!overlap(at, example.marks[i])) continue;
            marked = true;
            found[i] += (found[i].empty() ? "" : " + ") + as_text(value);
        }
        if (!marked) surplus += " [" + value.text + "] " + as_text(value);
    }
    const auto tell = [&](const std::string& what) {
        score.wrong += "dates.tsv:" + std::to_string(example.line) + ": " + what + ": " + example.paper + "\n";
    };
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& values = example.values[i];
        const bool right = std::any_of(values.begin(), values.end(), [&](const std::string& wanted) {
            return wanted == "none" ? found[i].empty() : is_right(found[i], wanted);
        });
        ++score.wanted;
        if (right) ++score.right;
        if (!right) tell("wanted " + values.front() + ", found " + (found[i].empty() ? "nothing" : found[i]));
    }
    if (example.marks.empty()) ++score.wanted;
    if (example.marks.empty() && surplus.empty()) ++score.right;
    if (!surplus.empty()) tell("no date:" + surplus);
    if (!surplus.empty() && !example.marks.empty()) ++score.wanted;
}

}  // namespace

BOOST_AUTO_TEST_CASE(dates_mean_what_the_file_says) {
    Score score;
    for (const Example& example : examples()) judge(example, score);
    BOOST_TEST_MESSAGE(score.wrong << score.right << " of " << score.wanted << " right");
    BOOST_TEST(score.wanted >= 400);
    BOOST_TEST(score.right >= share_right * score.wanted, score.right << " of " << score.wanted << " right; wrong:\n"
                                                                      << score.wrong);
}
