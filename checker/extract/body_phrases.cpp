// Reads the phrases that name bodies: from the noun that heads each of them back to where it begins.
#include <algorithm>
#include <array>

#include "extract/bodies.hpp"
#include "extract/name_words.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenKind;
using text::TokenRange;

constexpr std::uint32_t longest_name = 14;      // tokens before the noun
constexpr std::uint32_t most_common_words = 5;  // words in lower case before the noun
constexpr std::uint32_t longest_variant = 40;   // tokens
constexpr std::int64_t standing_panel = 6;      // people
constexpr std::uint32_t longest_tail = 12;      // tokens after the noun
constexpr std::int64_t most_bodies = 500;       // higher numbers are years, or count people

class Reader {
public:
    explicit Reader(const Paper& paper)
        : paper_(paper), local_name_(paper.catalogue.term("local-name").value_or(catalogue::TermId{0})) {
        for (const text::Word& word : paper.text.words) sorts_.push_back(sort_of(word));
        for (const catalogue::Term& term : paper.catalogue.terms) {
            const auto heads = term.properties.find("heads");
            heads_.push_back(heads == term.properties.end() ? "" : heads->second);
            const auto makes = term.properties.find("makes");
            makes_.push_back(makes == term.properties.end() ? "" : makes->second);
        }
    }

    void sentence(std::uint32_t index, std::vector<BodyPhrase>& out) {
        const auto mentions = paper_.mentions_in(index);
        range_ = paper_.text.sentences[index].tokens;
        row_ = paper_.document.blocks[paper_.text.sentences[index].block].kind == ingest::BlockKind::table_cell;
        mark(mentions);
        std::vector<BodyPhrase> phrases;
        for (const match::Mention& mention : anchors(mentions)) {
            BodyPhrase phrase = read(index, mention, mentions);
            if (!phrase.kind.empty() && !is_listed_name(phrase)) phrases.push_back(std::move(phrase));
        }
        // A body that another's name contains is part of that name: "ICS" in "ICS People Board".
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            const bool named = phrases[i].place.first < phrases[i].place.last && is_general(phrases[i]);
            const bool part = !named && i + 1 < phrases.size() && phrases[i + 1].name.first <= phrases[i].noun.first;
            if (!part) out.push_back(std::move(phrases[i]));
        }
    }

private:
    const text::Word& word(std::uint32_t token) const { return paper_.word(token); }
    Sort sort(std::uint32_t token) const { return sorts_[paper_.text.tokens[token].word]; }
    bool is_punctuation(std::uint32_t token) const { return paper_.text.tokens[token].kind == TokenKind::punctuation; }
    bool is(std::uint32_t token, std::string_view surface) const { return word(token).surface == surface; }
    bool adjoins(std::uint32_t token) const {  // to the token before it
        return paper_.text.tokens[token - 1].span.end == paper_.text.tokens[token].span.begin;
    }
    bool begins_cell(std::uint32_t token) const {
        if (token == range_.first) return true;
        if (!row_) return false;
        const Span gap{paper_.text.tokens[token - 1].span.end, paper_.text.tokens[token].span.begin};
        return slice(paper_.text.text, gap).find('\n') != std::string_view::npos;
    }

    /// Where bodies, sectors and nouns that head names end in this sentence: what is joined to one is no part of a
    /// name.
    void mark(const std::vector<match::Mention>& mentions) {
        ends_.assign(range_.last - range_.first + 1, false);
        spoken_of_ = ends_;
        for (const match::Mention& mention : mentions) {
            const auto& kinds = paper_.catalogue.index.kinds;
            if (kinds.structure[mention.term] || !heads_[mention.term].empty())
                ends_[mention.tokens.last - range_.first] = true;
            const auto kind = paper_.catalogue.terms[mention.term].properties.find("kind");
            const bool post = kind != paper_.catalogue.terms[mention.term].properties.end() && kind->second == "post";
            if (mention.term != local_name_ && !post) spoken_of_[mention.tokens.last - range_.first] = true;
        }
    }

    /// The first of the mentions around a place at which a test holds. Variants are short: no other can overlap it.
    template <typename Test>
    static const match::Mention* find_near(const std::vector<match::Mention>& mentions, TokenRange place, Test test) {
        const std::uint32_t from = place.first < longest_variant ? 0 : place.first - longest_variant;
        auto mention = std::lower_bound(mentions.begin(), mentions.end(), from,
                                        [](const match::Mention& a, std::uint32_t b) { return a.tokens.first < b; });
        for (; mention != mentions.end() && mention->tokens.first < place.last; ++mention) {
            if (test(*mention)) return &*mention;
        }
        return nullptr;
    }

    /// The noun that heads names at just this place.
    const match::Mention* noun_at(TokenRange place, const std::vector<match::Mention>& mentions) const {
        return find_near(mentions, place, [&](const match::Mention& other) {
            return other.tokens == place && !heads_[other.term].empty();
        });
    }

    /// A short form ("the Board") is read by the words before it where these tell more: "the Digital Board".
    bool is_short_form(const match::Mention& mention, const std::vector<match::Mention>& mentions) const {
        const auto& shorts = paper_.catalogue.index.kinds.shorts[mention.term];
        const bool short_form =
            mention.tokens.last - mention.tokens.first == 1 &&
            std::find(shorts.begin(), shorts.end(), paper_.stem(mention.tokens.first)) != shorts.end();
        return short_form && noun_at(mention.tokens, mentions) != nullptr;
    }

    /// Mentions of bodies, and of nouns that head names and are no part of such a mention; the longest of each place.
    std::vector<match::Mention> anchors(const std::vector<match::Mention>& mentions) const {
        std::vector<match::Mention> anchors;
        const auto& kinds = paper_.catalogue.index.kinds;
        const auto names_body = [&](const match::Mention& mention) {
            return kinds.structure[mention.term] && !is_short_form(mention, mentions);
        };
        const auto inside = [](const match::Mention& a, const match::Mention& b) {
            return b.tokens.first <= a.tokens.first && a.tokens.last <= b.tokens.last;
        };
        for (const match::Mention& mention : mentions) {
            const bool body = names_body(mention);
            if (!kinds.structure[mention.term] && heads_[mention.term].empty()) continue;
            // A noun inside the name of a body, or of a longer noun, is part of it; so is a body inside a longer one.
            const bool covered = find_near(mentions, mention.tokens, [&](const match::Mention& other) {
                                     if (!inside(mention, other)) return false;
                                     const bool longer = mention.tokens != other.tokens;
                                     if (names_body(other)) return longer || !body;
                                     return longer && !body && !heads_[other.term].empty();
                                 }) != nullptr;
            const bool repeated = !anchors.empty() && anchors.back().tokens.last > mention.tokens.first;
            if (covered || (repeated && !replaces(anchors.back(), mention))) continue;
            if (repeated) anchors.pop_back();
            anchors.push_back(mention);
        }
        return anchors;
    }

    /// Of two anchors at one place a body counts more than a noun, and a narrower term more than a broader one.
    bool replaces(const match::Mention& old, const match::Mention& other) const {
        const auto& kinds = paper_.catalogue.index.kinds;
        if (!kinds.structure[old.term]) return kinds.structure[other.term];
        const auto& broader = paper_.catalogue.terms[other.term].broader;
        return old.tokens == other.tokens && std::find(broader.begin(), broader.end(), old.term) != broader.end();
    }

    /// "The alliances (Ash, Elm and Oak)": what a bracket lists are places, no names for all of them.
    bool is_listed_name(const BodyPhrase& phrase) const {
        const std::uint32_t first = phrase.name.first, last = phrase.name.last;
        return first > range_.first && last < range_.last && is(first - 1, "(") && is(last, ",") && phrase.term &&
               phrase.place.first == phrase.place.last;
    }

    /// Whether the word may stand in a proper name.
    bool is_name_word(std::uint32_t token) const {
        const std::string& surface = word(token).surface;
        const bool shouted = surface.size() > 5 &&
                             std::none_of(surface.begin(), surface.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return !is_punctuation(token) && word(token).capitalised && sort(token) == Sort::plain && !shouted &&
               word(token).number < 0 && !is_month(surface);
    }
    bool is_common_word(std::uint32_t token) const {
        return !is_punctuation(token) && !word(token).capitalised && sort(token) == Sort::plain &&
               word(token).number < 0;
    }
    bool ends_body(std::uint32_t token) const { return ends_[token + 1 - range_.first]; }

    /// One step back from `first` inside a name; `first` itself where the name begins there.
    std::uint32_t step(std::uint32_t first, bool proper, bool several, bool& joined) const {
        if (begins_cell(first) || first == range_.first) return first;
        const std::uint32_t before = first - 1;
        const auto fits = [&](std::uint32_t token) {
            return is_name_word(token) || (!proper && is_common_word(token));
        };
        const bool roomy = before > range_.first && !begins_cell(before);
        if (is_punctuation(before) || sort(before) == Sort::joiner) {
            const bool hyphen = (is(before, "-") || is(before, "/")) && adjoins(first) && adjoins(before) && roomy &&
                                !ends_body(before - 1);
            const bool plural_owner = is(before, "'") && adjoins(before) && word(before - 1).surface.ends_with('s');
            if (roomy && (hyphen || plural_owner) && fits(before - 1)) return before - 1;
            const bool joiner = sort(before) == Sort::joiner || (joined && is(before, ","));
            if (!roomy || !joiner || !fits(before - 1) || ends_body(before - 1)) return first;
            if (is(before, ",") && !(several || (proper && spoken_of_[before - range_.first]))) return first;
            joined = true;
            return before - 1;
        }
        if (is(before, "'s")) {
            static constexpr std::array<std::string_view, 4> plurals{"children", "women", "men", "people"};
            const bool part = roomy && is_one_of(plurals, lower(word(before - 1).surface));
            return part ? before - 1 : first;
        }
        return fits(before) ? before : first;
    }

    BodyPhrase read(std::uint32_t index, const match::Mention& mention, const std::vector<match::Mention>& mentions) {
        const bool known = paper_.catalogue.index.kinds.structure[mention.term];
        if (known && is_short_form(mention, mentions)) {
            const match::Mention* noun = noun_at(mention.tokens, mentions);
            BodyPhrase named = read_from(index, *noun, mentions);
            const bool refers = named.article != Article::indefinite && named.article != Article::each && !named.count;
            if (!named.vague || !refers) return named;
            BodyPhrase phrase = read_from(index, mention, mentions);
            phrase.short_form = true;
            return phrase;
        }
        return read_from(index, mention, mentions);
    }

    BodyPhrase read_from(std::uint32_t index, const match::Mention& mention,
                         const std::vector<match::Mention>& mentions) {
        const bool known = paper_.catalogue.index.kinds.structure[mention.term];
        BodyPhrase phrase;
        phrase.sentence = index;
        phrase.noun = mention.tokens;
        phrase.term = known ? &paper_.catalogue.terms[mention.term] : nullptr;
        phrase.proper = word(mention.tokens.last - 1).capitalised;
        phrase.plural = is_plural(core_of(mention.tokens));
        bool joined = false;
        std::uint32_t first = mention.tokens.first, common = 0;
        bool proper = phrase.proper || known;
        while (mention.tokens.first - first < longest_name && common <= most_common_words) {
            const std::uint32_t next = step(first, proper, phrase.plural, joined);
            if (next == first) break;
            proper = proper || is_name_word(next);  // before a name there are only names
            common += proper ? 0 : 1;
            first = next;
        }
        phrase.name = {first, mention.tokens.last};
        if (known && phrase.plural) phrase.count = listed(first, mention.tokens.first);
        if (known) phrase.place = {first, mention.tokens.first};
        if (known && first == range_.first && first == mention.tokens.first) take_line_before(index, phrase);
        before_name(phrase);
        if (phrase.plural && !phrase.count) phrase.count = number_after(phrase.noun.last);
        classify(phrase, mention, mentions);
        return phrase;
    }

    /// A body that only its name declares is named inside another's name as well: "Ash NHS Trust Board of Directors".
    static bool is_general(const BodyPhrase& phrase) {
        if (phrase.term == nullptr) return false;
        const auto general = phrase.term->properties.find("general");
        return general != phrase.term->properties.end() && general->second == "yes";
    }

    /// "The Ashby, Brent and Carl PCNs" are three.
    std::optional<std::int64_t> listed(std::uint32_t first, std::uint32_t last) const {
        std::int64_t commas = 0, count = 1;
        for (std::uint32_t token = first; token < last; ++token) {
            commas += is(token, ",") ? 1 : 0;
            count += is(token, ",") || sort(token) == Sort::joiner ? 1 : 0;
        }
        return commas > 0 ? std::optional(count) : std::nullopt;
    }

    /// A name over two lines, of which the first is the place alone.
    void take_line_before(std::uint32_t index, BodyPhrase& phrase) {
        if (index == 0 || row_ || !paper_.catalogue.index.kinds.names_place[term_index(*phrase.term)]) return;
        const TokenRange line = paper_.text.sentences[index - 1].tokens;
        const auto mentions = paper_.mentions_in(index - 1);
        const bool place = std::any_of(mentions.begin(), mentions.end(), [&](const match::Mention& mention) {
            return mention.term == local_name_ && mention.tokens == line;
        });
        if (place && line.last == phrase.noun.first) phrase.place.first = phrase.name.first = line.first;
    }
    std::size_t term_index(const catalogue::Term& term) const {
        return static_cast<std::size_t>(&term - paper_.catalogue.terms.data());
    }

    /// The word that is counted: "council" in "council of governors".
    std::uint32_t core_of(TokenRange noun) const {
        for (std::uint32_t token = noun.first + 1; token < noun.last; ++token) {
            if (paper_.stem(token) == "of" || paper_.stem(token) == "in") return token - 1;
        }
        return noun.last - 1;
    }

    bool is_plural(std::uint32_t token) const {
        const text::Word& last = word(token);
        return last.surface.size() > 2 && last.surface.ends_with('s') && !last.surface.ends_with("ss") &&
               lower(last.surface) != last.stem;
    }

    /// What stands before the name: adjectives, number, article, owner.
    void before_name(BodyPhrase& phrase) const {
        std::uint32_t first = phrase.name.first;
        for (std::uint32_t steps = 0; steps < 4 && first > range_.first && !begins_cell(first); ++steps) {
            const std::uint32_t before = first - 1;
            const std::string folded = lower(word(before).surface);
            if (is(before, "\"") || is(before, "'") || is(before, "*")) {
                --first;
                continue;
            }
            if (is(before, "'s") || (is(before, "'") && before > range_.first)) {
                phrase.owner = owner_before(before);
                phrase.article = Article::definite;
                first = phrase.owner.first;
                break;
            }
            const Sort kind = sort(before);
            if (word(before).number >= 0 && !is_ordinal(folded) && !phrase.count) {
                if (word(before).number <= most_bodies) phrase.count = word(before).number;
            } else if (kind == Sort::article || kind == Sort::definite || kind == Sort::each) {
                phrase.article = kind == Sort::article    ? Article::indefinite
                                 : kind == Sort::definite ? Article::definite
                                                          : Article::each;
                --first;
                if (kind != Sort::definite) break;
                continue;
            } else if (is_common_word(before)) {
                phrase.former = phrase.former || folded == "former";
            } else {
                break;
            }
            --first;
        }
        phrase.tokens = {first, phrase.noun.last};
    }

    /// "Place committees (3)".
    std::optional<std::int64_t> number_after(std::uint32_t token) const {
        if (token + 2 >= range_.last || !is(token, "(") || !is(token + 2, ")")) return {};
        const std::int64_t number = word(token + 1).number;
        return number > 1 && number <= most_bodies ? std::optional(number) : std::nullopt;
    }

    TokenRange owner_before(std::uint32_t mark) const {
        std::uint32_t first = mark;
        while (first > range_.first && mark - first < 6 && !begins_cell(first)) {
            if (!is_name_word(first - 1) && !is_common_word(first - 1)) break;
            --first;
            if (is_common_word(first)) break;
        }
        return {first, mark};
    }

    /// The kind, by the term, or by the noun and the words before it.
    void classify(BodyPhrase& phrase, const match::Mention& mention, const std::vector<match::Mention>& mentions) {
        if (phrase.term) {
            phrase.kind = phrase.term->properties.at("structure");
            const match::Mention* noun = noun_at({phrase.noun.last - 1, phrase.noun.last}, mentions);
            if (noun != nullptr) phrase.heads = heads_[noun->term].substr(0, heads_[noun->term].find(' '));
            return;
        }
        const std::string& heads = heads_[mention.term];
        const std::size_t space = heads.find(' ');
        phrase.heads = heads.substr(0, space);
        std::string kind = space == std::string::npos ? "" : heads.substr(space + 1);
        bool made = false;
        std::vector<bool> says(phrase.noun.first - phrase.name.first, true);  // words that tell which body it is
        for (std::uint32_t token = phrase.name.first; token < phrase.noun.first; ++token) {
            if (is_punctuation(token) || sort(token) != Sort::plain) says[token - phrase.name.first] = false;
        }
        find_near(mentions, phrase.name, [&](const match::Mention& other) {
            const std::string& makes = makes_[other.term];
            if (makes.empty() || other.tokens.first < phrase.name.first || other.tokens.last > phrase.noun.first)
                return false;
            if (makes == "nothing") {
                for (std::uint32_t token = other.tokens.first; token < other.tokens.last; ++token)
                    says[token - phrase.name.first] = false;
            } else if (makes.starts_with(phrase.heads + " ")) {
                kind = makes.substr(phrase.heads.size() + 1);
                made = true;
            }
            return false;
        });
        phrase.vague = std::find(says.begin(), says.end(), true) == says.end();
        const bool long_noun = phrase.noun.last - phrase.noun.first > 1;
        if (long_noun && phrase.proper) phrase.vague = false;
        // Several groups of no sort in particular are people, not bodies.
        if (phrase.plural && !phrase.proper && !phrase.count && !made) phrase.vague = true;
        // A noun in lower case without anything that makes it one thing is talk: "board level".
        const bool adjective = phrase.heads == "collaborative" || phrase.heads == "alliance";
        const bool opens = begins_cell(phrase.tokens.first) && !adjective;
        if (!phrase.proper && !phrase.count && phrase.article == Article::none && !opens && !phrase.plural)
            phrase.vague = true;
        trim(phrase, says);
        phrase.kind = kind;
        if (is_joint(phrase) || (phrase.vague && phrase.heads == "panel")) read_tail(phrase);
    }

    /// "Joint" alone tells nothing: "a joint committee of the councils" is told apart by what follows.
    bool is_joint(const BodyPhrase& phrase) const {
        const std::uint32_t words = phrase.noun.first - phrase.name.first;
        return words == 0 ? phrase.vague && phrase.article == Article::indefinite && phrase.heads == "committee"
                          : words == 1 && paper_.stem(phrase.name.first) == "joint";
    }

    /// What follows the noun and says whose it is or for what; without it the phrase is vague, and so it is where it
    /// only says what another body is: "..., a joint committee of".
    void read_tail(BodyPhrase& phrase) const {
        static constexpr std::array<std::string_view, 4> links{"of", "with", "for", "between"};
        static constexpr std::array<std::string_view, 9> predicates{",",      "as", "is",     "be",   "becomes",
                                                                    "become", "or", "remain", "being"};
        const std::uint32_t before = phrase.tokens.first;
        const bool joint = phrase.name.first < phrase.noun.first;
        const bool predicate =
            before > range_.first && !begins_cell(before) && is_one_of(predicates, word(before - 1).surface);
        std::uint32_t last = phrase.noun.last;
        if (last < range_.last && is_one_of(links, word(last).surface) && !begins_cell(last)) {
            const std::uint32_t end = std::min(range_.last, last + longest_tail);
            while (last < end && !begins_cell(last) && !ends_tail(last)) ++last;
        }
        bool tail = last > phrase.noun.last + 1 && !phrase.plural;
        // "A panel of three" chooses someone; "a panel of thirty residents" is there to stay.
        if (phrase.heads != "committee") tail = tail && word(phrase.noun.last + 1).number >= standing_panel;
        phrase.vague = predicate || !(tail || (joint && phrase.article == Article::definite)) || !(joint || tail);
        if (!joint && phrase.heads == "committee") phrase.vague = true;
        phrase.tailed = tail && !phrase.vague;
        if (phrase.tailed) phrase.name.last = last;
    }
    bool ends_tail(std::uint32_t token) const {
        static constexpr std::array<std::string_view, 15> ends{
            ".", ";", ":", "(", ")", "which", "that", "who", "has", "will", "is", "would", "was", "are", "from"};
        return is_one_of(ends, word(token).surface);
    }

    /// A name does not begin with words that say nothing: "our own", "the present".
    void trim(BodyPhrase& phrase, const std::vector<bool>& says) const {
        if (phrase.vague) return;
        std::uint32_t first = phrase.name.first;
        while (first < phrase.noun.first && !says[first - phrase.name.first]) ++first;
        phrase.name.first = first;
    }

    const Paper& paper_;
    std::vector<Sort> sorts_;                 // of each word
    std::vector<std::string> heads_, makes_;  // of each term
    catalogue::TermId local_name_;
    std::vector<bool> ends_, spoken_of_;  // tokens of the sentence
    TokenRange range_;
    bool row_ = false;  // the sentence is a row of a table
};

}  // namespace

std::vector<BodyPhrase> find_body_phrases(const Paper& paper) {
    std::vector<BodyPhrase> phrases;
    Reader reader(paper);
    for (std::uint32_t i = 0; i < paper.text.sentences.size(); ++i) reader.sentence(i, phrases);
    for (BodyPhrase& phrase : marked_phrases(paper)) phrases.push_back(std::move(phrase));
    for (BodyPhrase& phrase : listed_phrases(paper)) phrases.push_back(std::move(phrase));
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const BodyPhrase& a, const BodyPhrase& b) { return a.tokens < b.tokens; });
    return phrases;
}

}  // namespace boardcheck::extract
