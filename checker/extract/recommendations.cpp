// What the meeting is asked to do: "The Board is asked to:" with its items, what stands under "Recommendations", and
// the questions that are put to the meeting.
#include <algorithm>
#include <array>

#include "extract/asks.hpp"
#include "extract/front.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::size_t most_recommendations = 1000;
constexpr std::size_t longest_body = 90;       // bytes
constexpr std::uint32_t longest_subject = 40;  // tokens
constexpr std::uint32_t longest_list = 300;    // sentences
constexpr std::uint32_t longest_label = 8;     // tokens
constexpr std::uint32_t longest_tail = 6;      // tokens between "is asked to" and the colon of its list

bool begins_block(const Paper& paper, std::uint32_t sentence) {
    return sentence == 0 || paper.text.sentences[sentence - 1].block != paper.text.sentences[sentence].block;
}

/// Whether an asking verb stands at the beginning: "NOTE the report", "To approve the plan".
bool begins_with_ask(const Paper& paper, std::uint32_t sentence) {
    const auto asks = asks_in(paper, sentence, paper.text.sentences[sentence].tokens);
    return !asks.empty() && asks.front().known;
}

/// "that", "which", "nothing", "if": what follows is not asked here and now.
bool turns_aside(std::string_view stem) {
    constexpr std::array<std::string_view, 14> words{"that",  "which", "who",    "what",    "when",   "if", "noth",
                                                     "where", "until", "unless", "whether", "becaus", "as", "everyth"};
    return std::find(words.begin(), words.end(), stem) != words.end();
}

class Finder {
public:
    explicit Finder(const Paper& paper) : paper_(paper), seen_(paper.text.sentences.size(), false) {}

    std::vector<Recommendation> find() {
        for (const Marked& marked : paper_.marked("recommendation.lead")) add_lead(marked.hit);
        add_labelled();
        for (const Marked& marked : paper_.marked("recommendation.questions")) add_questions(marked.hit.sentence);
        for (const Marked& marked : paper_.marked("recommendation")) {
            const std::uint32_t sentence = marked.hit.sentence;
            if (!seen_[sentence]) add_asks(sentence, marked.hit.tokens.last, {}, true);
        }
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Recommendation& a, const Recommendation& b) { return a.evidence < b.evidence; });
        return std::move(found_);
    }

private:
    const text::Sentence& sentence(std::uint32_t index) const { return paper_.text.sentences[index]; }

    /// The words right before the asking: "The Governing Body" of "The Governing Body is asked to"; nothing where they
    /// are no subject of an asking: "nothing that Cabinet is asked to".
    std::optional<std::string> subject(const match::Hit& lead) const {
        std::uint32_t first = lead.tokens.first;
        const std::uint32_t begin = sentence(lead.sentence).tokens.first;
        while (first > begin && lead.tokens.first - first < longest_subject &&
               paper_.text.tokens[first - 1].kind != text::TokenKind::punctuation) {
            if (turns_aside(paper_.stem(first - 1))) return {};
            --first;
        }
        const auto heading = role_at(paper_, lead.sentence, first);
        const bool headed =
            heading && *paper_.property(*heading, "role") == "ask-label" && heading->tokens.last < lead.tokens.first;
        const std::string words = paper_.words({headed ? heading->tokens.last : first, lead.tokens.first});
        return words.size() < longest_body ? words : std::string();
    }

    bool names_meeting(const match::Hit& lead, const std::string& subject) const {
        if (subject.empty()) return true;
        for (const match::Mention& mention : paper_.mentions_in(lead.sentence)) {
            if (mention.tokens.first > lead.tokens.last) break;
            const auto role = paper_.property(mention, "role");
            if (paper_.property(mention, "structure") || role == "meeting-word" || role == "addressee") return true;
        }
        return false;
    }

    void add_lead(const match::Hit& lead) {
        if (seen_[lead.sentence] || found_.size() >= most_recommendations) return;
        const auto& lead_ins = sentence(lead.sentence).lead_ins;  // patterns match with them as well
        if (std::any_of(lead_ins.begin(), lead_ins.end(), [&](std::uint32_t above) { return seen_[above]; })) return;
        const auto body = subject(lead);
        if (!body || !names_meeting(lead, *body)) return;
        const std::uint32_t last = sentence(lead.sentence).tokens.last;
        const bool open =
            lead.tokens.last + longest_tail >= last && (paper_.is_sign(last - 1, ":") || lead.tokens.last + 1 >= last);
        const std::vector<std::uint32_t> items = open ? items_after(lead.sentence) : std::vector<std::uint32_t>();
        seen_[lead.sentence] = true;
        const auto asks = asks_in(paper_, lead.sentence, {lead.tokens.last, last});
        const bool told = !asks.empty() && asks.front().known;
        if (items.empty() || told) {
            const bool shared = told && asks.size() == 1 && asks.front().object + 1 >= last && !items.empty();
            if (shared)
                add_shared(items, asks.front().ask, *body);
            else if (told || !open)
                add_asks(lead.sentence, lead.tokens.last, *body, true);
            if (told)
                for (const std::uint32_t item : items) seen_[item] = true;
            return;
        }
        for (const std::uint32_t item : items) add_item(item, *body);
    }

    /// "The Board is asked to agree:", and a list of things.
    void add_shared(const std::vector<std::uint32_t>& items, const std::string& ask, const std::string& body) {
        for (const std::uint32_t item : items) {
            const TokenRange tokens = sentence(item).tokens;
            if (!seen_[item] && tokens.first < tokens.last) add(item, {ask, {}, tokens, tokens.first, true}, body);
        }
    }

    /// Items of a lead-in; also paragraphs that are numbered as items, or that have lost their bullets and begin with
    /// an asking verb.
    std::vector<std::uint32_t> items_after(std::uint32_t lead) const {
        std::vector<std::uint32_t> items;
        for (const std::uint32_t item : paper_.items_of(lead)) {
            if (begins_block(paper_, item) && paper_.block_of(item).table == 0) items.push_back(item);
        }
        if (!items.empty()) return without_next_list(items);
        const std::size_t end = std::min<std::size_t>(paper_.text.sentences.size(), lead + longest_list);
        for (std::uint32_t i = lead + 1; i < end; ++i) {
            if (!begins_block(paper_, i)) continue;
            const ingest::Block& block = paper_.block_of(i);
            if (!ingest::is_body(block.kind) && block.kind != ingest::BlockKind::footnote) continue;
            const bool numbered = !block.number.empty() && block.number.find('.') == std::string::npos;
            const bool item = block.kind == ingest::BlockKind::list_item || numbered || begins_with_ask(paper_, i);
            if (!item || block.kind == ingest::BlockKind::heading || block.table != 0) break;
            items.push_back(i);
        }
        return without_next_list(items);
    }

    /// Without what is numbered anew: headings of a converted text may look like more items.
    std::vector<std::uint32_t> without_next_list(std::vector<std::uint32_t> items) const {
        const std::string first = items.empty() ? std::string() : paper_.block_of(items.front()).number;
        if (first.empty()) return items;
        const auto again = std::find_if(items.begin() + 1, items.end(),
                                        [&](std::uint32_t item) { return paper_.block_of(item).number == first; });
        items.erase(again, items.end());
        return items;
    }

    void add_item(std::uint32_t item, const std::string& body) {
        const TokenRange tokens = sentence(item).tokens;
        if (seen_[item] || tokens.first >= tokens.last) return;
        const bool question = paper_.is_sign(tokens.last - 1, "?");
        if (question && !begins_with_ask(paper_, item))
            add(item, {"consider", {}, tokens, tokens.first, false}, body);
        else
            add_asks(item, tokens.first, body, false);
    }

    /// The asks of a sentence from `token` on; `only_known`: nothing where the first one's verb is not known.
    void add_asks(std::uint32_t index, std::uint32_t token, const std::string& body, bool only_known) {
        const auto asks = asks_in(paper_, index, {token, sentence(index).tokens.last});
        if (asks.empty() || (only_known && !asks.front().known)) return;
        for (const Ask& ask : asks) add(index, ask, body);
    }

    void add(std::uint32_t index, const Ask& ask, const std::string& body) {
        seen_[index] = true;
        if (found_.size() >= most_recommendations) return;
        Recommendation recommendation;
        recommendation.ask = ask.ask;
        recommendation.body = body;
        const bool first = found_.empty() || found_.back().evidence.sentence != index;
        recommendation.number = ask.number.empty() && first ? paper_.block_of(index).number : ask.number;
        recommendation.item = paper_.words({ask.known ? ask.object : ask.tokens.first, ask.tokens.last});
        recommendation.place = place_of(index);
        recommendation.evidence = paper_.evidence(index, ask.tokens);
        found_.push_back(std::move(recommendation));
    }

    bool is_ask_label(std::uint32_t index, std::uint32_t& after) const {
        const auto label = role_at(paper_, index, sentence(index).tokens.first, "ask-label");
        if (!label) return false;
        after = label->tokens.last;
        return true;
    }

    /// What stands under the heading "Recommendations", beside it in a table, or after it on its line.
    void add_labelled() {
        for (std::uint32_t i = 0; i < paper_.text.sentences.size(); ++i) {
            std::uint32_t after = 0;
            if (seen_[i] || !is_ask_label(i, after)) continue;
            const std::uint32_t last = sentence(i).tokens.last;
            if (after >= last || (after + 1 >= last && paper_.is_sign(after, ":"))) {
                add_under(i);
                continue;
            }
            const auto& tokens = paper_.text.tokens;
            const bool gap = tokens[after].span.begin > tokens[after - 1].span.end + 1;  // a column of a form
            const bool set_off =
                gap || paper_.is_sign(after, ":") || paper_.is_sign(after, "-") || paper_.block_of(i).table != 0;
            if (set_off) add_asks(i, after, {}, true);
        }
    }

    void add_under(std::uint32_t heading) {
        const std::size_t end = std::min<std::size_t>(paper_.text.sentences.size(), heading + longest_list);
        for (std::uint32_t i = heading + 1; i < end; ++i) {
            const ingest::Block& block = paper_.block_of(i);
            if (block.kind == ingest::BlockKind::heading && !is_resolution(i)) return;
            std::uint32_t after = 0;
            if (!begins_block(paper_, i) || seen_[i]) continue;
            const bool label =
                is_ask_label(i, after) && (after >= sentence(i).tokens.last || paper_.is_sign(after, ":"));
            if (label) continue;
            if (is_resolution(i)) {
                for (const std::uint32_t item : items_after(i)) add_item(item, {});
                continue;
            }
            if (!begins_with_ask(paper_, i)) {
                if (block.kind == ingest::BlockKind::paragraph) return;
                continue;
            }
            add_item(i, {});
        }
    }

    /// "That Cabinet:", to be said by the meeting; the colon may be lost where items follow.
    bool is_resolution(std::uint32_t index) const {
        const TokenRange tokens = sentence(index).tokens;
        if (tokens.first >= tokens.last || paper_.stem(tokens.first) != "that" ||
            tokens.last - tokens.first > longest_label)
            return false;
        return paper_.is_sign(tokens.last - 1, ":") || !items_after(index).empty();
    }

    /// "Questions for the Board" with questions under it.
    void add_questions(std::uint32_t heading) {
        const bool is_heading = paper_.block_of(heading).kind == ingest::BlockKind::heading;
        const auto items = paper_.items_of(heading);
        if (!is_heading && items.empty()) return;
        const std::size_t end = std::min<std::size_t>(paper_.text.sentences.size(), heading + longest_list);
        for (std::uint32_t i = heading + 1; i < end; ++i) {
            if (paper_.block_of(i).kind == ingest::BlockKind::heading) return;
            if (!is_heading && !std::binary_search(items.begin(), items.end(), i)) return;
            const TokenRange tokens = sentence(i).tokens;
            const bool question = tokens.last > tokens.first && paper_.is_sign(tokens.last - 1, "?");
            if (question && !seen_[i]) add_item(i, {});
        }
    }

    PlaceInPaper place_of(std::uint32_t index) const {
        const std::size_t all = paper_.text.sentences.size();
        if (4 * static_cast<std::size_t>(index) < all) return PlaceInPaper::front;
        for (const std::uint32_t heading : text::headings_of(paper_.text, index)) {
            std::uint32_t after = 0;
            if (is_ask_label(heading, after)) return PlaceInPaper::end;
        }
        return 4 * static_cast<std::size_t>(index) >= 3 * all ? PlaceInPaper::end : PlaceInPaper::text;
    }

    const Paper& paper_;
    std::vector<bool> seen_;
    std::vector<Recommendation> found_;
};

}  // namespace

std::vector<Recommendation> find_recommendations(const Paper& paper) { return Finder(paper).find(); }

}  // namespace boardcheck::extract
