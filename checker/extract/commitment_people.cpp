// The names of owners that stand elsewhere in the paper: after the promise, or where initials and people were
// introduced.
#include <algorithm>
#include <cctype>
#include <map>

#include "extract/commitments.hpp"
#include "extract/front.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_action_line = 14;  // tokens of "Action: Performance Manager"
constexpr std::uint32_t longest_name = 5;          // words
constexpr std::size_t longest_initials = 4;        // letters

/// People as the paper introduces them: by their initials and by their first names; two of one first name have none.
class People {
public:
    explicit People(const Paper& paper) : paper_(paper) {
        for (std::uint32_t sentence = 0; sentence < paper.text.sentences.size(); ++sentence) {
            add_initials(sentence);
            add_first_names(sentence);
        }
    }

    /// The full name, where the paper has one.
    std::string full(const std::string& owner) const {
        for (const auto* names : {&initials_, &first_names_}) {
            const auto found = names->find(owner);
            if (found != names->end() && !found->second.empty()) return found->second;
        }
        return owner;
    }

private:
    static bool is_short(const std::string& word) {
        const auto capitals =
            std::count_if(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; });
        return word.size() >= 2 && word.size() <= longest_initials && capitals >= 2 &&
               std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
    }

    /// "Dr Hester Quill (HQ)"
    void add_initials(std::uint32_t sentence) {
        const TokenRange tokens = paper_.text.sentences[sentence].tokens;
        for (std::uint32_t open = tokens.first + 1; open + 1 < tokens.last; ++open) {
            if (!paper_.is_sign(open, "(") || open + 2 >= tokens.last || !paper_.is_sign(open + 2, ")")) continue;
            const std::string& letters = paper_.word(open + 1).surface;
            if (!is_short(letters)) continue;
            std::uint32_t first = open;
            while (first > tokens.first && open - first < longest_name && paper_.word(first - 1).capitalised) --first;
            for (std::uint32_t at = first; at + 1 < open; ++at) {
                const bool begins = paper_.word(at).surface[0] == letters[0];
                const bool ends = paper_.word(open - 1).surface[0] == letters.back();
                // A title before the name has no initial.
                if (begins && ends && open - at <= letters.size()) {
                    if (!names_body(sentence, {first, open})) initials_.emplace(letters, paper_.words({first, open}));
                    break;
                }
            }
        }
    }

    bool names_body(std::uint32_t sentence, TokenRange name) const {
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            const bool inside = mention.tokens.first >= name.first && mention.tokens.last <= name.last;
            if (inside && (paper_.property(mention, "structure") || paper_.property(mention, "sense") == "actor"))
                return true;
        }
        return false;
    }

    void add_first_names(std::uint32_t sentence) {
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            if (paper_.property(mention, "role") != "given-name") continue;
            std::uint32_t end = mention.tokens.last;
            const std::uint32_t last = paper_.text.sentences[sentence].tokens.last;
            while (end < last && end - mention.tokens.first < longest_name &&
                   (paper_.word(end).capitalised || paper_.is_sign(end, "-")))
                ++end;
            if (end == mention.tokens.last) continue;
            const std::string full = paper_.words({mention.tokens.first, end});
            const auto [known, added] = first_names_.emplace(paper_.words(mention.tokens), full);
            if (!added && known->second != full) known->second.clear();
        }
    }

    const Paper& paper_;
    std::map<std::string, std::string> initials_, first_names_;
};

/// "Action: Performance Manager", after a promise: the words behind the colon.
std::string named_after(const Paper& paper, std::uint32_t sentence) {
    const TokenRange tokens = paper.text.sentences[sentence].tokens;
    if (tokens.last - tokens.first > longest_action_line) return {};
    const auto label = role_at(paper, sentence, tokens.first, "action-label");
    const auto owner = role_at(paper, sentence, tokens.first, "owner-label");
    const auto& found = label ? label : owner;
    if (!found || found->tokens.last + 1 >= tokens.last || !paper.is_sign(found->tokens.last, ":")) return {};
    const std::uint32_t first = found->tokens.last + 1;
    const bool name = std::all_of(paper.text.tokens.begin() + first, paper.text.tokens.begin() + tokens.last,
                                  [&](const text::Token& token) { return token.kind != text::TokenKind::number; });
    const bool promise = paper.stem(first) == "to" || paper.text.sentences[sentence].clauses.size() > 1;
    return name && !promise && paper.word(first).capitalised ? paper.words({first, tokens.last}) : std::string();
}

}  // namespace

void name_owners(const Promising& promising, std::vector<Commitment>& commitments) {
    const Paper& paper = promising.paper;
    const People people(paper);
    for (Commitment& commitment : commitments) {
        const std::uint32_t next = commitment.evidence.sentence + 1;
        const bool together = next < paper.text.sentences.size() &&
                              promising.sentence(next).section == promising.sentence(next - 1).section;
        if (commitment.owner.empty() && together) commitment.owner = named_after(paper, next);
        commitment.owner = people.full(commitment.owner);
    }
}

}  // namespace boardcheck::extract
