// Whose promise a sentence is: the subject of its verb, and whom its pronouns mean.
#include <algorithm>
#include <array>
#include <cctype>

#include "extract/commitments.hpp"
#include "extract/date_pieces.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_subject = 24;  // tokens
constexpr std::uint32_t longest_bracket = 12;
constexpr int most_steps = 2;             // back from pronoun to pronoun
constexpr std::uint32_t most_agents = 4;  // looked at in one sentence

constexpr std::array<std::string_view, 13> prepositions{"of", "for", "in",    "on",    "at",     "with",  "from",
                                                        "by", "to",  "under", "after", "before", "during"};
constexpr std::array<std::string_view, 16> articles{"the", "a",   "an",   "this", "that", "our",   "its",   "their",
                                                    "his", "her", "each", "both", "all",  "every", "these", "new"};
constexpr std::array<std::string_view, 12> adverbs{"also",  "then",  "now",     "therefore", "next", "nevertheless",
                                                   "still", "again", "already", "together",  "both", "all"};

constexpr std::array<std::string_view, 14> finite_verbs{"will", "would", "shall",  "should", "can",  "could", "may",
                                                        "must", "might", "cannot", "goes",   "came", "comes", "went"};

class Owners {
public:
    Owners(const Promising& promising, std::uint32_t sentence)
        : promising_(promising),
          paper_(promising.paper),
          sentence_(sentence),
          mentions_(promising.paper.mentions_in(sentence)) {}

    /// The subject that ends before the verb, resolved; empty where it is no one who can act.
    std::string subject(std::uint32_t from, std::uint32_t verb) const {
        const std::uint32_t end = without_adverbs(from, verb);
        const std::uint32_t begin = promising_.sentence(sentence_).tokens.first;
        if (end == begin) return {};
        const std::string last = lower(end - 1);
        if (is_pronoun(last)) return resolved_at(last, end - 1);
        // "Our intention is to"
        if (last == "our") return resolved("we");
        if (last == "my") return resolved("i");
        if (last == ":" && is_one_of(finite_verbs, lower(verb))) {
            const TokenRange before{noun_phrase(begin, end - 1).first, end - 1};
            return before.first < before.last && is_person(before) ? paper_.words(before) : std::string();
        }
        // "the Panel, which will": the words before are meant.
        if (last == "which" || last == "who" || last == "that") {
            const std::uint32_t before = end >= begin + 2 && lower(end - 2) == "," ? end - 2 : end - 1;
            const TokenRange meant = actor_phrase(begin, before);
            if (last != "that" && meant.first < meant.last) return paper_.words(without_article(meant));
        }
        if (end == from || (end == from + 1 && (last == "and" || last == "but"))) return inherited(end);
        if (last == ",") return beside(begin, end);
        const TokenRange phrase = actor_phrase(from, end);
        return phrase.first < phrase.last ? paper_.words(without_article(phrase)) : before_relative(from, end);
    }

    /// The one named in the words with which a row's text begins: "Governing Body approves the plan".
    std::string leading(TokenRange tokens) const {
        for (std::uint32_t end = tokens.first + 1; end < std::min(tokens.last, tokens.first + longest_bracket); ++end) {
            const bool inside = paper_.word(end).capitalised || paper_.is_punctuation(end) ||
                                is_one_of(prepositions, lower(end)) || lower(end) == "and";
            if (inside) continue;
            const bool deed = std::any_of(mentions_.begin(), mentions_.end(), [&](const match::Mention& mention) {
                return mention.tokens.first == end && paper_.property(mention, "sense") == "deed";
            });
            const bool third_person = end > tokens.first + 1 && lower(end).ends_with("s");
            const bool verb = third_person || (deed && !lower(end).ends_with("ed"));
            return verb && is_noun_of_actor({tokens.first, end}) ? phrase_of_actor(tokens.first, end) : std::string();
        }
        return {};
    }

    /// The cell of a table ends after the token.
    bool ends_line(std::uint32_t token) const {
        const auto& tokens = paper_.text.tokens;
        const Span gap{tokens[token].span.end, tokens[token + 1].span.begin};
        return slice(paper_.text.text, gap).find('\n') != std::string_view::npos;
    }

    /// The whole tokens, as one who can act.
    std::string phrase_of_actor(std::uint32_t from, std::uint32_t end) const {
        const TokenRange phrase{from, end};
        return from < end && is_actor(phrase) ? paper_.words(without_article(phrase)) : std::string();
    }

    Subject kind(std::uint32_t from, std::uint32_t verb) const {
        const std::uint32_t end = without_adverbs(from, verb);
        if (end == from) return Subject::none;
        const std::string last = lower(end - 1);
        if (last == "we" || last == "i") return Subject::speaker;
        for (const match::Mention& mention : mentions_) {
            const bool near =
                mention.tokens.first >= from && mention.tokens.last <= end && mention.tokens.last + 1 >= end;
            const bool general =
                paper_.property(mention, "kind") == "national" || paper_.property(mention, "sense") == "anyone";
            if (near && general) return Subject::national;
        }
        const TokenRange phrase = actor_phrase(from, end);
        if (phrase.first >= phrase.last) return Subject::none;
        return is_person(phrase) ? Subject::person : Subject::body;
    }

    bool is_person(TokenRange phrase) const {
        const std::uint32_t head_end = end_of_head(phrase);
        const bool post = std::any_of(mentions_.begin(), mentions_.end(), [&](const match::Mention& mention) {
            const bool office =
                paper_.property(mention, "kind") == "post" || paper_.property(mention, "sense") == "officer";
            return mention.tokens.last == head_end && office;
        });
        return post || (head_end > phrase.first + 1 && is_name({phrase.first, head_end}));
    }

    /// The first one who can act, near the beginning of the sentence: whom the next one calls "it" or "they".
    std::string first_actor(int steps = 0) const {
        const TokenRange all = promising_.sentence(sentence_).tokens;
        if (all.first < all.last && is_pronoun(lower(all.first)) && steps < most_steps) {
            return resolved(lower(all.first), steps + 1);
        }
        for (std::uint32_t end = all.first + 1; end < std::min(all.first + longest_subject, all.last); ++end) {
            // The subject ends where a word in small letters follows that is no part of a name.
            const std::string word = lower(end);
            const bool comma = word == ",";
            if (!comma && (paper_.word(end).capitalised || paper_.is_punctuation(end) ||
                           is_one_of(prepositions, word) || word == "and"))
                continue;
            if (is_one_of(prepositions, lower(end - 1)) || is_one_of(articles, lower(end - 1))) continue;
            const TokenRange phrase = noun_phrase(all.first, end);
            if (phrase.first < phrase.last && is_actor(phrase)) return paper_.words(without_article(phrase));
            if (is_one_of(finite_verbs, word) || (comma && phrase.first == all.first)) break;
        }
        return {};
    }

    bool is_actor(TokenRange phrase) const {
        for (std::uint32_t at = phrase.first; at < phrase.last; ++at) {
            if (is_pronoun(lower(at))) return false;
        }
        return is_noun_of_actor(phrase) || is_name({phrase.first, end_of_head(phrase)});
    }

    /// By its last word: "the two boards", "Director of Finance"; not by being a name.
    bool is_noun_of_actor(TokenRange phrase) const {
        const std::uint32_t head_end = end_of_head(phrase);
        for (const match::Mention& mention : mentions_) {
            if (mention.tokens.last != head_end || mention.tokens.first < phrase.first) continue;
            if (paper_.property(mention, "structure") || paper_.property(mention, "kind") == "post") return true;
            const auto role = paper_.property(mention, "sense");
            if (role == "actor" || role == "officer") return true;
        }
        return false;
    }

private:
    std::uint32_t without_adverbs(std::uint32_t from, std::uint32_t verb) const {
        static constexpr std::array<std::string_view, 8> auxiliaries{"have", "has", "had", "'ve",
                                                                     "is",   "are", "am",  "been"};
        while (verb > from && (is_one_of(adverbs, lower(verb - 1)) || is_one_of(auxiliaries, lower(verb - 1)))) --verb;
        return verb;
    }

    /// Of "... and will report": the subject of the whole sentence; of "the Director, Gail Attwater, will": the
    /// director.
    std::string inherited(std::uint32_t end) const {
        const std::uint32_t begin = promising_.sentence(sentence_).tokens.first;
        if (end > begin && lower(end - 1) == ",") return beside(begin, end);
        return first_actor();
    }

    /// Words between commas stand beside the subject, which is before them.
    std::string beside(std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t comma = end - 1;
        const std::uint32_t stop = std::max(begin + longest_bracket, end) - longest_bracket;
        while (comma > stop && lower(comma - 1) != ",") --comma;
        if (comma <= stop) return {};
        const TokenRange subject = actor_phrase(begin, comma - 1);
        // A name or office stands beside it; a clause does not belong to it.
        const bool clause = !paper_.word(comma).capitalised;
        if (subject.first < subject.last)
            return paper_.words({without_article(subject).first, clause ? subject.last : end - 1});
        const TokenRange name{comma, end - 1};
        return is_actor(name) ? paper_.words(name) : std::string();
    }

    /// The subject, or the end of it where more stands before: "..., and the Council"; empty where no one acts.
    TokenRange actor_phrase(std::uint32_t from, std::uint32_t end) const {
        const TokenRange phrase = noun_phrase(from, end);
        if (phrase.first < phrase.last && is_actor(phrase)) return phrase;
        static constexpr std::array<std::string_view, 8> before_subject{"and",   "but",  "that", "so",
                                                                        "while", "then", "or",   "as"};
        for (std::uint32_t at = end; at > phrase.first + 1; --at) {
            const bool begins = is_one_of(before_subject, lower(at - 1)) || ends_date(at, phrase);
            if (begins && at < end && is_actor({at, end})) return {at, end};
        }
        return {end, end};
    }
    bool ends_date(std::uint32_t token, TokenRange phrase) const {
        const auto dates = promising_.dates.in(sentence_, phrase);
        return std::any_of(dates.begin(), dates.end(),
                           [&](const DateIndex::Placed& date) { return date.tokens.last == token; });
    }

    std::string lower(std::uint32_t token) const { return extract::lower(paper_.word(token).surface); }

    static bool is_pronoun(std::string_view word) {
        static constexpr std::array<std::string_view, 6> pronouns{"we", "i", "it", "they", "he", "she"};
        return is_one_of(pronouns, word);
    }

    /// "The panel that the two trusts set up will decide": who stands before the relative clause.
    std::string before_relative(std::uint32_t from, std::uint32_t end) const {
        const std::uint32_t first = noun_phrase(from, end).first;
        if (first <= from + 1 || lower(first - 1) != "that") return {};
        const TokenRange phrase = actor_phrase(from, first - 1);
        return phrase.first < phrase.last ? paper_.words(without_article(phrase)) : std::string();
    }

    /// Whom a pronoun means, first in its own sentence: "Mr Hale said that he would"; "we" in a quotation are those for
    /// whom its speaker speaks.
    std::string resolved_at(const std::string& pronoun, std::uint32_t token) const {
        const TokenRange all = promising_.sentence(sentence_).tokens;
        if (pronoun == "we" || pronoun == "i") {
            for (std::uint32_t at = all.first + 1; at < token; ++at) {
                if (paper_.word(at).surface == "\"") return pronoun == "i" ? first_actor() : speaker(at);
            }
        } else if (token > all.first + 1 && lower(token - 1) == "that") {
            const std::string named = Owners(promising_, sentence_).first_actor();
            if (!named.empty()) return named;
        }
        return resolved(pronoun);
    }

    /// "The Chief Executive of Lowfell Hospitals told the Committee:": Lowfell Hospitals; else who speaks.
    std::string speaker(std::uint32_t quote) const {
        const TokenRange all = promising_.sentence(sentence_).tokens;
        for (std::uint32_t at = all.first + 1; at + 1 < quote; ++at) {
            if (lower(at) != "of" && lower(at) != "for") continue;
            std::uint32_t end = at + 1;
            if (lower(end) == "the") ++end;
            const std::uint32_t first = end;
            while (end < quote && (paper_.word(end).capitalised || lower(end) == "and")) ++end;
            if (end > first + 1 || phrase_of_actor(first, end) != "") return paper_.words({first, end});
        }
        return first_actor();
    }

    /// The last person whom a sentence names: "thanked Ms Imelda Croft".
    std::string person_named() const {
        const TokenRange all = promising_.sentence(sentence_).tokens;
        std::string person;
        for (const match::Mention& mention : mentions_) {
            const auto role = paper_.property(mention, "role");
            if (role != "honorific" && role != "given-name") continue;
            std::uint32_t end = mention.tokens.last;
            while (end < all.last && (paper_.word(end).capitalised || paper_.is_sign(end, "-"))) ++end;
            const bool covered = mention.tokens.first > all.first && role == "given-name" &&
                                 person.find(paper_.word(mention.tokens.first).surface) != std::string::npos;
            if (end > mention.tokens.last && !covered) person = paper_.words({mention.tokens.first, end});
        }
        return person;
    }

    std::string resolved(const std::string& pronoun, int steps = 0) const {
        if (pronoun == "we") return promising_.own_body.empty() ? "we" : promising_.own_body;
        if (pronoun == "i") {
            if (promising_.meta.authors.empty()) return {};
            const Author& author = promising_.meta.authors.front();
            return author.name;
        }
        // Whom the sentence before spoke of.
        if (sentence_ == 0) return {};
        const bool together = promising_.sentence(sentence_).section == promising_.sentence(sentence_ - 1).section;
        if (!together) return {};
        const Owners before(promising_, sentence_ - 1);
        if (pronoun == "he" || pronoun == "she") {
            if (std::string person = before.person_named(); !person.empty()) return person;
        }
        return before.first_actor(steps);
    }

    /// Back from the verb to where its subject begins.
    TokenRange noun_phrase(std::uint32_t from, std::uint32_t end) const {
        std::uint32_t first = end;
        const std::uint32_t stop = std::max(from + longest_subject, end) - longest_subject;
        int brackets = 0;
        while (first > stop) {
            const std::string word = lower(first - 1);
            if (word == ")") ++brackets;
            if (brackets == 0 &&
                (word == "that" || (paper_.is_punctuation(first - 1) && word != "'" && word != "-" && word != "/")))
                break;
            if (word == "(") --brackets;
            --first;
        }
        static constexpr std::array<std::string_view, 10> joints{"and",      "but",   "so", "or",   "though",
                                                                 "although", "where", "as", "then", "while"};
        while (first < end && is_one_of(joints, lower(first))) ++first;
        // "In the first year the ICB": the subject begins with the last article, or after the date.
        if (first < end && is_one_of(prepositions, lower(first))) {
            for (std::uint32_t at = end - 1; at > first; --at) {
                if (lower(at) == "the" && !is_one_of(prepositions, lower(at - 1))) return {at, end};
            }
            for (const DateIndex::Placed& date : promising_.dates.in(sentence_, {first, end})) first = date.tokens.last;
        }
        return {first, end};
    }

    TokenRange without_article(TokenRange phrase) const {
        while (phrase.first < phrase.last && is_one_of(articles, lower(phrase.first))) ++phrase.first;
        for (std::uint32_t at = phrase.first; at < phrase.last; ++at) {
            if (lower(at) == "(" || lower(at) == ",") phrase.last = at;
        }
        return phrase;
    }

    /// "The chair of the Partnership": the head ends before "of".
    std::uint32_t end_of_head(TokenRange phrase) const {
        for (std::uint32_t at = phrase.first + 1; at < phrase.last; ++at) {
            const std::string word = lower(at);
            if (word == "(" || word == "," || is_one_of(prepositions, word)) {
                // "Director of Finance" and "Head of Paid Service" are posts.
                const bool in_mention = std::any_of(
                    mentions_.begin(), mentions_.end(),
                    [&](const match::Mention& each) { return each.tokens.first < at && at < each.tokens.last; });
                if (!in_mention) return at;
            }
        }
        return phrase.last;
    }

    /// "Owen Brackley", "Dr Ruth Imberley": capital letters and no article.
    bool is_name(TokenRange phrase) const {
        if (phrase.last - phrase.first == 1) return is_single_name(phrase.first);
        if (phrase.last - phrase.first < 2 || phrase.last - phrase.first > 5) return false;
        for (std::uint32_t at = phrase.first; at < phrase.last; ++at) {
            const bool part = paper_.word(at).capitalised || lower(at) == "." || lower(at) == "-" || lower(at) == "'";
            if (!part || is_one_of(articles, lower(at))) return false;
        }
        return true;
    }

    bool is_initials(std::uint32_t token) const {
        const std::string& word = paper_.word(token).surface;
        return word.size() >= 2 && word.size() <= 3 && token == promising_.sentence(sentence_).tokens.first &&
               std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; });
    }
    bool is_given(std::uint32_t token) const {
        return std::any_of(mentions_.begin(), mentions_.end(), [&](const match::Mention& mention) {
            return mention.tokens.first == token && paper_.property(mention, "role") == "given-name";
        });
    }
    bool in_date(std::uint32_t token) const {
        const auto dates = promising_.dates.in(sentence_, promising_.sentence(sentence_).tokens);
        return std::any_of(dates.begin(), dates.end(), [&](const DateIndex::Placed& date) {
            return date.tokens.first <= token && token < date.tokens.last;
        });
    }

    /// "Marie", "Larkhill", "JD": a word that the paper never writes in small letters.
    bool is_single_name(std::uint32_t token) const {
        const std::string word = lower(token);
        return word.size() >= 2 && paper_.word(token).capitalised && paper_.word(token).number < 0 &&
               (promising_.names.contains(word) || is_initials(token) || is_given(token)) &&
               !is_one_of(articles, word) && !is_pronoun(word) && !in_date(token);
    }

    const Promising& promising_;
    const Paper& paper_;
    std::uint32_t sentence_;
    std::vector<match::Mention> mentions_;
};

}  // namespace

Subject subject_of(const Promising& promising, std::uint32_t sentence, std::uint32_t from, std::uint32_t verb) {
    return Owners(promising, sentence).kind(from, verb);
}

std::string first_actor_in(const Promising& promising, std::uint32_t sentence) {
    return Owners(promising, sentence).first_actor();
}

std::string person_in(const Promising& promising, std::uint32_t sentence, TokenRange tokens) {
    if (tokens.first >= tokens.last) return {};
    return Owners(promising, sentence).is_person(tokens) ? promising.paper.words(tokens) : std::string();
}

std::string owner_of(const Promising& promising, std::uint32_t sentence, std::uint32_t from, std::uint32_t verb) {
    return Owners(promising, sentence).subject(from, verb);
}

std::string agent_in(const Promising& promising, std::uint32_t sentence, TokenRange tokens) {
    static constexpr std::array<std::string_view, 11> ends{"to", "in",     "on",    "for", "from", "with",
                                                           "at", "before", "after", "by",  "as"};
    const LowerWords words(promising.paper, promising.sentence(sentence).tokens);
    const Owners owners(promising, sentence);
    const bool row = promising.block(sentence).table != 0;
    std::uint32_t tried = 0;
    for (std::uint32_t at = tokens.first; at < tokens.last && tried < most_agents; ++at) {
        if (words.at(at) != "by" || words.number(at + 1) >= 0) continue;
        ++tried;
        std::uint32_t end = at + 1;
        while (end < tokens.last && !words.mark(end) && !(row && owners.ends_line(end - 1)) &&
               std::find(ends.begin(), ends.end(), words.at(end)) == ends.end())
            ++end;
        const std::string agent = owners.phrase_of_actor(at + 1, end);
        if (!agent.empty()) return agent;
    }
    return {};
}

std::string leading_actor(const Promising& promising, std::uint32_t sentence, TokenRange tokens) {
    return Owners(promising, sentence).leading(tokens);
}

std::string owner_of_list(const Promising& promising, std::uint32_t sentence) {
    const auto& lead_ins = promising.sentence(sentence).lead_ins;
    if (lead_ins.empty()) return {};
    const Paper& paper = promising.paper;
    const std::uint32_t lead = lead_ins.back();
    TokenRange tokens = promising.sentence(lead).tokens;
    if (paper.is_heading(lead) || promising.block(lead).table != 0 || !paper.is_sign(tokens.last - 1, ":")) return {};
    while (tokens.last > tokens.first && paper.is_punctuation(tokens.last - 1)) --tokens.last;
    if (tokens.last - tokens.first > longest_bracket) return {};
    for (const match::Mention& mention : paper.mentions_in(lead)) {
        const bool label = mention.tokens.first == tokens.first && paper.property(mention, "role") == "action-label";
        if (label && mention.tokens.last < tokens.last) tokens.first = mention.tokens.last;
    }
    if (tokens.first < tokens.last && paper.stem(tokens.first) == "for") ++tokens.first;
    return Owners(promising, lead).phrase_of_actor(tokens.first, tokens.last);
}

std::string owner_in_brackets(const Promising& promising, std::uint32_t sentence, TokenRange tokens) {
    const Paper& paper = promising.paper;
    std::uint32_t last = tokens.last;
    while (last > tokens.first && paper.word(last - 1).surface == ".") --last;
    if (last == tokens.first || paper.word(last - 1).surface != ")") return {};
    std::uint32_t open = last - 1;
    const std::uint32_t stop = std::max(tokens.first + longest_bracket, last) - longest_bracket;
    while (open > stop && paper.word(open).surface != "(") --open;
    if (paper.word(open).surface != "(") return {};
    TokenRange inner{open + 1, last - 1};
    for (std::uint32_t at = inner.first; at < inner.last; ++at) {
        if (paper.word(at).surface == ":") inner.first = at + 1;
    }
    return Owners(promising, sentence).is_actor(inner) ? paper.words(inner) : std::string();
}

std::string condition_in(const Promising& promising, std::uint32_t sentence, TokenRange tokens) {
    const Paper& paper = promising.paper;
    for (const text::Clause& clause : promising.sentence(sentence).clauses) {
        const bool inside = clause.tokens.first < tokens.last && tokens.first < clause.tokens.last;
        if (!clause.conditional || !inside) continue;
        std::uint32_t last = clause.tokens.first;
        while (last < clause.tokens.last && paper.word(last).surface != "," && paper.word(last).surface != ";") ++last;
        return paper.words({clause.tokens.first, last});
    }
    return {};
}

}  // namespace boardcheck::extract
