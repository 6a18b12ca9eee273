// Gaps and doubles in what a paper numbers: headings, paragraphs, items of lists, tables.
#include <algorithm>
#include <array>
#include <map>

#include "check/numbers.hpp"
#include "check/readings.hpp"

namespace boardcheck::check {

namespace {

constexpr std::uint32_t widest_gap = 3;      // numbers that may be missing; more are an extract
constexpr std::uint32_t longest_shown = 12;  // tokens
constexpr std::size_t most_told = 40;

enum class Form { digits, letters, roman };

/// A series of numbers that go on from one another.
struct Run {
    Form form = Form::digits;
    std::uint32_t length = 0, value = 0;
    const Numbered* last = nullptr;
};

constexpr std::array<std::string_view, 15> romans{"i",  "ii", "iii", "iv",  "v",    "vi",  "vii", "viii",
                                                  "ix", "x",  "xi",  "xii", "xiii", "xiv", "xv"};

std::uint32_t roman_value(const std::string& label) {
    std::string plain = label;
    std::erase_if(plain, [](char c) { return c == '(' || c == ')'; });
    const auto found = std::find(romans.begin(), romans.end(), plain);
    return found == romans.end() ? 0 : static_cast<std::uint32_t>(found - romans.begin()) + 1;
}

bool has_digits(const std::string& label) { return label.find_first_of("0123456789") != std::string::npos; }

class Finder {
public:
    Finder(const Case& paper, const Readings& read, std::vector<Finding>& findings)
        : paper_(paper), findings_(findings), attachments_(read.attachments), numbers_(read.numbers) {}

    void find() {
        for (const Numbered& each : numbers_) {
            if (told_ >= most_told) return;
            const bool text = each.kind == "section" || each.kind == "paragraph";
            if (!text && each.kind != "table") continue;
            if (text && has_digits(each.label)) letters_.clear();
            take(each, text && !has_digits(each.label) ? letters_ : runs_);
        }
    }

private:
    /// Numbers of one series: of headings, or of paragraphs, in one part of the paper, with the same beginning.
    static std::string series_of(const Numbered& each) {
        const std::string chapter = chapter_of(each.label);
        const std::string kind = chapter.empty() ? each.kind : "text";  // a heading may be numbered as a paragraph
        const bool bracket = !each.label.empty() && each.label.back() == ')';
        return kind + ' ' + std::to_string(each.part) + ' ' + chapter + (bracket ? ")" : "");
    }

    void take(const Numbered& each, std::map<std::string, Run>& runs) {
        Run& run = runs[series_of(each)];
        const bool digits = has_digits(each.label);
        const bool begins = run.length == 0;
        if (begins && !digits) run.form = roman_value(each.label) == 1 ? Form::roman : Form::letters;
        const std::uint32_t value = run.form == Form::roman ? roman_value(each.label) : last_value(each.label);
        if (!begins) compare(run, each, value);
        if (value <= 1 || begins || run.value == 0) {
            run = {run.form, value == 1 ? 1u : 0u, value, &each};
            if (value != 1) run.value = 0;  // goes on from what is not here
            return;
        }
        if (value > run.value) ++run.length;
        run.value = value;
        run.last = &each;
    }

    void compare(const Run& run, const Numbered& each, std::uint32_t value) {
        if (run.value == 0 || value <= 1 || each.sentence <= run.last->sentence) return;
        if (value == run.value && is_same_place(*run.last, each)) {
            report(double_rule(each), run, each, {});
        } else if (value > run.value + 1 && value <= run.value + 1 + widest_gap) {
            report(gap_rule(run, each), run, each, number_like(each, run.form, run.value + 1));
        }
    }

    /// Doubled paragraphs stand near one another, or are headings; others are lists of their own.
    bool is_same_place(const Numbered& one, const Numbered& other) const {
        constexpr std::uint32_t near = 12;  // sentences
        return other.sentence - one.sentence <= near || one.kind == "section";
    }

    const ingest::Block& block_of(std::uint32_t sentence) const {
        return paper_.document.blocks[paper_.text.sentences[sentence].block];
    }

    bool was_converted() const {
        return paper_.document.format == ingest::Format::text || paper_.document.format == ingest::Format::pdf;
    }

    std::string_view double_rule(const Numbered& each) const {
        return each.kind == "table" || was_converted() ? "consistency.number-twice-perhaps"
                                                       : "consistency.number-twice";
    }

    /// What has lost its number in conversion is no gap: an unnumbered paragraph stands there instead.
    std::string_view gap_rule(const Run& run, const Numbered& each) const {
        const bool could_be_lost = was_converted() && has_unnumbered_between(*run.last, each);
        const bool unsure = could_be_lost || is_extract(paper_, attachments_, each.part) ||
                            is_within(*run.last, each, number_like(each, run.form, run.value + 1)) ||
                            each.kind == "table" || (was_converted() && run.length < 2);
        return unsure ? "consistency.number-doubtful" : "consistency.number-missing";
    }

    bool has_unnumbered_between(const Numbered& one, const Numbered& other) const {
        const std::uint32_t block = paper_.text.sentences[one.sentence].block;
        for (std::uint32_t i = one.sentence + 1; i < other.sentence; ++i) {
            const ingest::Block& here = block_of(i);
            if (paper_.text.sentences[i].block != block && here.number.empty() && here.table == 0) return true;
        }
        return false;
    }

    /// Whether the missing number stands in the text between: "… of the roof. 3. The walls …"
    bool is_within(const Numbered& one, const Numbered& other, const std::string& missing) const {
        const std::uint32_t first = paper_.text.sentences[one.sentence].span.begin;
        const std::uint32_t last = paper_.text.sentences[other.sentence].span.begin;
        const std::string_view between = slice(paper_.text.text, {first, last});
        return between.find(' ' + missing + '.') != std::string_view::npos ||
               between.find(' ' + missing + ' ') != std::string_view::npos;
    }

    /// "5.3" from "5.4" and 3.
    static std::string number_like(const Numbered& each, Form form, std::uint32_t value) {
        const std::string chapter = chapter_of(each.label);
        if (has_digits(each.label)) return (chapter.empty() ? "" : chapter + ".") + std::to_string(value);
        const std::size_t letter = each.number.find_first_not_of('(');
        const bool single = each.number.find_first_of(')') == letter + 1 || letter + 1 == each.number.size();
        if (form == Form::roman && value <= romans.size()) return "(" + std::string(romans[value - 1]) + ")";
        if (!single || value > 26) return std::to_string(value);
        std::string number = each.number;
        number[letter] = static_cast<char>((number[letter] >= 'a' ? 'a' : 'A') + static_cast<int>(value) - 1);
        return number;
    }

    extract::Evidence evidence_of(const Numbered& each) const {
        const text::TokenRange tokens = paper_.text.sentences[each.sentence].tokens;
        const std::uint32_t last = std::min(tokens.last, tokens.first + longest_shown);
        return {each.sentence, {paper_.text.tokens[tokens.first].span.begin, paper_.text.tokens[last - 1].span.end}};
    }

    void report(std::string_view rule, const Run& run, const Numbered& each, const std::string& missing) {
        ++told_;
        const Values values{{"before", run.last->number}, {"after", each.number}, {"missing", missing}};
        Finding* finding = add(paper_, findings_, rule, evidence_of(each), values);
        if (finding != nullptr) finding->others.push_back({run.last->number, evidence_of(*run.last), {}});
    }

    const Case& paper_;
    std::vector<Finding>& findings_;
    const Attachments& attachments_;
    const std::vector<Numbered>& numbers_;
    std::map<std::string, Run> runs_;
    std::map<std::string, Run> letters_;  // begin anew in each numbered paragraph
    std::size_t told_ = 0;
};

}  // namespace

void add_numbering(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    Finder(paper, read, findings).find();
}

}  // namespace boardcheck::check
