// A list of contents whose lines are not the headings that follow.
#include <map>

#include "check/content_words.hpp"
#include "check/numbers.hpp"
#include "check/readings.hpp"

namespace boardcheck::check {

namespace {

constexpr std::size_t least_alike = 3;      // lines that make a list the contents of what follows
constexpr std::uint32_t longest_line = 14;  // tokens

struct Line {
    const Numbered* listed = nullptr;
    const Numbered* heading = nullptr;
};

text::TokenRange tokens_of(const Case& paper, const Numbered& each) {
    return paper.text.sentences[each.sentence].tokens;
}

extract::Evidence evidence_of(const Case& paper, const Numbered& each) {
    return {each.sentence, paper.text.sentences[each.sentence].span};
}

std::string words_of(const Case& paper, const Numbered& each) {
    return std::string(slice(paper.text.text, paper.text.sentences[each.sentence].span));
}

bool are_alike(const Case& paper, const Line& line) {
    const auto one = content_stems(paper.text, tokens_of(paper, *line.listed));
    const auto other = content_stems(paper.text, tokens_of(paper, *line.heading));
    const std::size_t same = shared(one, other);
    return same > 0 || (one.empty() && other.empty());
}

/// Short numbered lines before the heading of the same number, by part of the paper.
std::map<std::size_t, std::vector<Line>> lines_of(const Case& paper, const std::vector<Numbered>& numbers) {
    std::map<std::size_t, std::vector<Line>> lines;
    std::map<std::pair<std::size_t, std::string>, const Numbered*> open;
    for (const Numbered& each : numbers) {
        const auto key = std::pair(each.part, each.label);
        const text::TokenRange tokens = tokens_of(paper, each);
        if (each.kind == "paragraph" && tokens.last - tokens.first <= longest_line) open.emplace(key, &each);
        if (each.kind != "section") continue;
        const auto listed = open.find(key);
        if (listed == open.end()) continue;
        lines[each.part].push_back({listed->second, &each});
        open.erase(listed);
    }
    return lines;
}

}  // namespace

void add_contents_list(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    const auto& numbers = read.numbers;
    for (const auto& [part, lines] : lines_of(paper, numbers)) {
        std::vector<Line> unlike;
        for (const Line& line : lines) {
            if (!are_alike(paper, line)) unlike.push_back(line);
        }
        const std::size_t alike = lines.size() - unlike.size();
        if (alike < least_alike || alike < 2 * unlike.size()) continue;
        for (const Line& line : unlike) {
            const Values values{{"number", line.listed->number},
                                {"listed", words_of(paper, *line.listed)},
                                {"heading", words_of(paper, *line.heading)}};
            Finding* finding =
                add(paper, findings, "consistency.contents-differ", evidence_of(paper, *line.listed), values);
            if (finding != nullptr)
                finding->others.push_back({words_of(paper, *line.heading), evidence_of(paper, *line.heading), {}});
        }
    }
}

}  // namespace boardcheck::check
