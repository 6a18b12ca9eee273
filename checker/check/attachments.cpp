#include "check/attachments.hpp"

#include <algorithm>

#include "check/content_words.hpp"
#include "check/look_up.hpp"

namespace boardcheck::check {

namespace {

using text::TokenKind;
using text::TokenRange;

constexpr std::size_t most_attachments = 500;
constexpr std::uint32_t most_listed = 30;    // sentences
constexpr std::uint32_t longest_title = 16;  // tokens
constexpr std::uint32_t least_body = 2;      // sentences under the name of an appendix that stands in the paper

bool is_attached_kind(std::string_view kind) { return kind == "appendix" || kind == "annex" || kind == "schedule"; }

class Reader {
public:
    explicit Reader(const Case& paper) : paper_(paper), text_(paper.text) {}

    Attachments read() {
        std::uint32_t block = 0xffffffff;
        for (std::uint32_t i = 0; i < text_.sentences.size() && out_.all.size() < most_attachments; ++i) {
            const bool fresh = text_.sentences[i].block != block;
            block = text_.sentences[i].block;
            if (fresh) read_number(i);
        }
        for (const match::Mention& mention : paper_.matches.mentions) {
            if (out_.all.size() >= most_attachments) break;
            const std::string_view kind = kind_referred_to(paper_, mention);
            if (is_attached_kind(kind)) read_mention(mention, kind);
        }
        std::stable_sort(out_.all.begin(), out_.all.end(), [](const Attachment& a, const Attachment& b) {
            return a.sentence != b.sentence ? a.sentence < b.sentence : a.evidence < b.evidence;
        });
        auto end = static_cast<std::uint32_t>(text_.sentences.size());
        for (std::size_t i = out_.all.size(); i-- > 0;) {
            clip(i);
            settle(i, end);
            if (out_.all[i].stands) end = out_.all[i].sentence;
        }
        return std::move(out_);
    }

private:
    const ingest::Block& block_of(std::uint32_t sentence) const {
        return paper_.document.blocks[text_.sentences[sentence].block];
    }
    const std::string& surface(std::uint32_t token) const { return text_.words[text_.tokens[token].word].surface; }

    bool begins_block(std::uint32_t sentence) const {
        return sentence == 0 || text_.sentences[sentence - 1].block != text_.sentences[sentence].block;
    }

    void add(std::string_view kind, std::string_view label, std::uint32_t sentence, TokenRange title, bool named) {
        title.last = std::min(title.last, title.first + longest_title);
        const TokenRange all = text_.sentences[sentence].tokens;
        const TokenRange shown = title.first < title.last ? title : TokenRange{all.first, all.last};
        const Span span{text_.tokens[shown.first].span.begin, text_.tokens[shown.last - 1].span.end};
        Attachment attachment{std::string(kind), label_of(label), title,           named,
                              sentence,          sentence + 1,    {sentence, span}};
        out_.all.push_back(std::move(attachment));
    }

    /// A block that the reader of the file has numbered "Appendix A".
    void read_number(std::uint32_t sentence) {
        const ingest::Block& block = block_of(sentence);
        const std::size_t space = block.number.rfind(' ');
        if (space == std::string::npos || block.table != 0) return;
        std::string kind = label_of(std::string_view(block.number).substr(0, space));
        if (kind == "annexe") kind = "annex";
        if (!is_attached_kind(kind)) return;
        add(kind, std::string_view(block.number).substr(space + 1), sentence, text_.sentences[sentence].tokens, true);
    }

    bool is_label(std::uint32_t token, std::uint32_t last) const {
        if (token >= last) return false;
        const std::string& word = surface(token);
        const bool digits = word.size() <= 2 && word[0] >= '1' && word[0] <= '9';
        const bool letter =
            word.size() == 1 && ((word[0] >= 'A' && word[0] <= 'Z') || (word[0] >= 'a' && word[0] <= 'z'));
        return digits || letter;
    }

    bool is_separator(std::uint32_t token) const {
        const std::string& sign = surface(token);
        return sign == ":" || sign == "-" || sign == "--" || sign == "." || sign == "|" || sign == ")" || sign == ",";
    }

    void read_mention(const match::Mention& mention, std::string_view kind) {
        const TokenRange range = text_.sentences[mention.sentence].tokens;
        const std::uint32_t next = mention.tokens.last;
        if (says_none(mention, range)) out_.none = true;
        const bool plural = surface(next - 1).ends_with("s") && mention.tokens.first == range.first;
        if (is_label(next, range.last) && !plural) {
            read_named(mention, kind, range);
            return;
        }
        if (mention.tokens.first != range.first) return;
        read_listed(kind, mention.sentence, {next, range.last});
        for (std::uint32_t i = mention.sentence + 1; i < text_.sentences.size() && goes_on(mention.sentence, i); ++i)
            read_listed(kind, i, text_.sentences[i].tokens);
    }

    /// In the same paragraph, or in the same row of a table.
    bool goes_on(std::uint32_t from, std::uint32_t to) const {
        const ingest::Block& one = block_of(from);
        const ingest::Block& other = block_of(to);
        if (to - from > most_listed) return false;
        if (one.table == 0) return text_.sentences[from].block == text_.sentences[to].block;
        return one.table == other.table && one.row == other.row;
    }

    /// "There are no appendices", "Appendices: none".
    bool says_none(const match::Mention& mention, TokenRange range) const {
        const auto is_no = [&](std::uint32_t token) {
            const std::string& stem = text_.words[text_.tokens[token].word].stem;
            return stem == "no" || stem == "none" || stem == "nil";
        };
        if (mention.tokens.last == mention.tokens.first) return false;
        if (mention.tokens.first > range.first && is_no(mention.tokens.first - 1)) return true;
        const std::uint32_t next = mention.tokens.last;
        return next + 1 < range.last && is_separator(next) && is_no(next + 1);
    }

    /// "Appendix A: Risk register" at the beginning of a line, or after a semicolon in a list.
    void read_named(const match::Mention& mention, std::string_view kind, TokenRange range) {
        const std::uint32_t after = mention.tokens.last + 1;
        const bool first = mention.tokens.first == range.first && begins_block(mention.sentence);
        const bool separated =
            after + 1 < range.last && is_separator(after) && surface(after) != "," && surface(after) != ")";
        const bool alone = after >= range.last || (after + 1 == range.last && is_separator(after));
        const bool row = block_of(mention.sentence).table != 0;
        const bool capital = after < range.last && text_.words[text_.tokens[after].word].capitalised &&
                             surface(range.last - 1) != "." && range.last - after < longest_title;
        if (first && (separated || (alone && !row) || capital)) {
            const std::uint32_t title = separated ? after + 1 : after;
            add(kind, surface(mention.tokens.last), mention.sentence, {title, end_of(title, range.last)}, !row);
        } else if (!first && separated && surface(after) != "." && surface(after) != "|") {
            add(kind, surface(mention.tokens.last), mention.sentence, {after + 1, end_of(after + 1, range.last)},
                false);
        }
    }

    /// A title ends where the next one begins.
    std::uint32_t end_of(std::uint32_t token, std::uint32_t last) const {
        while (token < last && surface(token) != ";") ++token;
        return token;
    }

    /// "Appendices | A: plan; B: register".
    void read_listed(std::string_view kind, std::uint32_t sentence, TokenRange range) {
        std::vector<std::uint32_t> labels;
        for (std::uint32_t token = range.first; token + 2 < range.last; ++token) {
            const bool begins = token == range.first || text_.tokens[token - 1].kind == TokenKind::punctuation;
            const std::string& sign = surface(token + 1);
            if (begins && is_label(token, range.last) && is_separator(token + 1) && sign != "|" && sign != ",")
                labels.push_back(token);
        }
        for (std::size_t i = 0; i < labels.size() && out_.all.size() < most_attachments; ++i) {
            std::uint32_t title = labels[i] + 2;
            const std::uint32_t end = i + 1 < labels.size() ? labels[i + 1] - 1 : range.last;
            while (title < end && is_separator(title)) ++title;  // "A -- plan"
            add(kind, surface(labels[i]), sentence, {title, end}, false);
        }
    }

    /// "Appendix 1: plan Appendix 2: register": the first is no longer than to the second.
    void clip(std::size_t index) {
        Attachment& attachment = out_.all[index];
        if (index + 1 >= out_.all.size() || out_.all[index + 1].sentence != attachment.sentence) return;
        const std::uint32_t end = out_.all[index + 1].title.first;
        if (end < attachment.title.first + 4) return;
        attachment.title.last = std::min(attachment.title.last, end - 3);
        attachment.evidence.span.end = text_.tokens[attachment.title.last - 1].span.end;
    }

    /// Whether what has the name of an appendix stands in the paper: text of its own follows. It reaches to the next
    /// that does.
    void settle(std::size_t index, std::uint32_t end) {
        Attachment& attachment = out_.all[index];
        const std::uint32_t next = index + 1 < out_.all.size() ? out_.all[index + 1].sentence
                                                               : static_cast<std::uint32_t>(text_.sentences.size());
        if (!attachment.stands) return;
        const bool heading = block_of(attachment.sentence).kind == ingest::BlockKind::heading;
        const bool alone = attachment.title.first >= attachment.title.last;
        const bool follows = index > 0 && attachment.sentence <= out_.all[index - 1].sentence + 1 &&
                             attachment.label != out_.all[index - 1].label;
        const bool on_front = 2 * static_cast<std::size_t>(attachment.sentence) < text_.sentences.size();
        // On the front a line with the name of an appendix is one of a list.
        const bool in_list = !alone && ((heading ? follows && on_front : follows || on_front));
        attachment.stands = !in_list && next >= attachment.sentence + 1 + (heading || alone ? 1 : least_body);
        if (attachment.stands) attachment.last_sentence = end;
    }

    const Case& paper_;
    const text::Text& text_;
    Attachments out_;
};

}  // namespace

std::string_view kind_referred_to(const Case& paper, const match::Mention& mention) {
    constexpr std::string_view prefix = "refers-";
    const std::string_view role = property(paper, mention, "role");
    return role.starts_with(prefix) ? role.substr(prefix.size()) : std::string_view();
}

bool mentions_role(const Case& paper, std::uint32_t sentence, std::string_view role) {
    return first_with(paper, paper.text.sentences[sentence].tokens, "role", role).has_value();
}

std::string label_of(std::string_view number) {
    std::string out;
    for (const char c : number) {
        if (c != ' ') out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    while (!out.empty() && out.back() == '.') out.pop_back();
    return out;
}

const Attachment* Attachments::find(const std::string& kind, const std::string& label, bool stands) const {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Attachment& each) {
        return each.kind == kind && each.label == label && each.stands == stands;
    });
    return found == all.end() ? nullptr : &*found;
}

bool Attachments::lists(const std::string& kind) const {
    return std::any_of(all.begin(), all.end(), [&](const Attachment& each) { return each.kind == kind; });
}

Attachments attachments_of(const Case& paper) { return Reader(paper).read(); }

}  // namespace boardcheck::check
