// Brings together the phrases that speak of one body: by its name, its acronym, its place, and short forms of these.
#include "extract/bodies.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace boardcheck::extract {

namespace {

using text::TokenKind;
using text::TokenRange;

constexpr std::size_t most_bodies = 2000;
constexpr std::size_t most_places = 60;
constexpr std::uint32_t longest_alias = 4;         // words
constexpr std::uint32_t reach_of_short_form = 12;  // sentences

/// A name in brackets after a body.
struct Alias {
    TokenRange name;
    std::size_t body = 0;
    std::uint32_t sentence = 0;
};

class Gatherer {
public:
    explicit Gatherer(const Paper& paper) : paper_(paper) {
        const auto places = paper.catalogue.term("local-name");
        for (const catalogue::Term& term : paper.catalogue.terms) {
            if (!term.properties.contains("general")) continue;
            for (const text::Word& word : text::words_of(term.label)) labels_[term.id].insert(word.stem);
        }
        former_.resize(paper.text.sentences.size());
        for (const Marked& marked : paper.marked("structure.former"))
            former_[marked.hit.sentence].push_back(marked.hit.tokens);
        no_place_.assign(paper.text.tokens.size(), false);
        for (const match::Mention& mention : paper.matches.mentions) {
            if (places && mention.term == *places) local_.push_back(mention);
            const auto kind = paper.catalogue.terms[mention.term].properties.find("kind");
            const bool none = kind != paper.catalogue.terms[mention.term].properties.end();
            for (std::uint32_t token = mention.tokens.first; none && token < mention.tokens.last; ++token)
                no_place_[token] = true;
        }
    }

    std::vector<Body> gather(const std::vector<BodyPhrase>& phrases) {
        for (const BodyPhrase& phrase : phrases) {
            if (bodies_.size() >= most_bodies) break;
            add(phrase);
        }
        add_aliases();
        join_short_names();
        join_placeless();
        std::vector<Body> bodies;
        for (Body& body : bodies_) {
            if (body.phrases.empty()) continue;
            std::stable_sort(body.phrases.begin(), body.phrases.end(),
                             [](const BodyPhrase& a, const BodyPhrase& b) { return a.tokens < b.tokens; });
            bodies.push_back(std::move(body));
        }
        return bodies;
    }

private:
    /// The term that stands for this one: a broader one of the same kind that begins on some day as well.
    const catalogue::Term* canonical(const catalogue::Term& term) const {
        for (const catalogue::TermId id : term.broader) {
            const catalogue::Term& broader = paper_.catalogue.terms[id];
            const auto kind = broader.properties.find("structure");
            if (id < paper_.catalogue.terms.size() && broader.id != term.id && kind != broader.properties.end() &&
                kind->second == term.properties.at("structure") && broader.properties.contains("starts"))
                return &broader;
        }
        return &term;
    }

    static std::string stem_of(const std::string& noun) {
        const auto words = text::words_of(noun);
        return words.empty() ? std::string() : words.front().stem;
    }

    /// The words of a range by which a body is known again, without marks and joiners.
    std::string key_of(TokenRange range) const {
        std::string key;
        for (std::uint32_t token = range.first; token < range.last; ++token) {
            const std::string_view stem = paper_.stem(token);
            if (paper_.text.tokens[token].kind == TokenKind::punctuation || stem == "and" || stem == "nhs") continue;
            if (!key.empty()) key += ' ';
            key += stem;
        }
        return key;
    }

    /// The words of a place before a body, without those that are none: "Joint", "Shadow".
    std::string place_of(const BodyPhrase& phrase) const {
        std::string place;
        for (std::uint32_t token = phrase.place.first; token < phrase.place.last; ++token) {
            if (!no_place_[token]) place += (place.empty() ? "" : " ") + key_of({token, token + 1});
        }
        while (place.starts_with(' ')) place.erase(0, 1);
        while (place.ends_with(' ')) place.pop_back();
        return place;
    }

    /// Of bodies that are told apart by the words of their terms ("acute", "mental health"): the words that the label
    /// does not have.
    std::string told_by_words(const BodyPhrase& phrase) const {
        const auto general = phrase.term->properties.find("general");
        if (general == phrase.term->properties.end() || general->second != "by-words") return {};
        std::string words;
        for (std::uint32_t token = phrase.noun.first; token < phrase.noun.last; ++token) {
            const std::string word = key_of({token, token + 1});
            if (word.empty() || labels_.at(phrase.term->id).contains(word)) continue;
            words += (words.empty() ? "" : " ") + word;
        }
        return words;
    }

    bool has_place(const BodyPhrase& phrase) const {
        const auto found = std::lower_bound(
            local_.begin(), local_.end(), phrase.place.first,
            [](const match::Mention& mention, std::uint32_t token) { return mention.tokens.last <= token; });
        return found != local_.end() && found->tokens.first < phrase.place.last;
    }

    void add(BodyPhrase phrase) {
        const auto& former = former_[phrase.sentence];
        phrase.former = phrase.former || std::any_of(former.begin(), former.end(), [&](TokenRange hit) {
                            return hit.first <= phrase.noun.first && phrase.noun.last <= hit.last;
                        });
        std::string key;
        const catalogue::Term* term = nullptr;
        bool named = false;
        if (phrase.term != nullptr) {
            term = canonical(*phrase.term);
            const std::string place = place_of(phrase);
            named = !phrase.plural && !place.empty() && (has_place(phrase) || place.find(' ') != std::string::npos);
            const std::string words = told_by_words(phrase);
            key = phrase.kind + "|" + term->id + "|" + words + "|" + (named ? place : "") + (phrase.plural ? "|s" : "");
            if (phrase.former) key += "|former";
        } else {
            if (phrase.vague) {
                refer_back(phrase);
                return;
            }
            key = phrase.kind + "|" + key_of(phrase.name);
            if (!phrase.implied.empty()) key += ' ' + stem_of(phrase.implied);
            named = phrase.proper;
        }
        const auto [found, is_new] = by_key_.emplace(key, bodies_.size());
        if (is_new) {
            Body body;
            body.kind = phrase.kind;
            body.term = term;
            body.several = phrase.plural;
            body.named = named;
            if (term != nullptr && named) body.place = ' ' + place_of(phrase) + ' ';
            if (term != nullptr) body.words = told_by_words(phrase);
            bodies_.push_back(std::move(body));
        }
        read_alias(phrase, found->second);
        Body& body = bodies_[found->second];
        body.named = body.named || named;
        body.phrases.push_back(phrase);
        body.optional = phrase.tailed;
        if (!phrase.heads.empty() && !phrase.short_form)
            last_of_class_[phrase.heads] = {found->second, phrase.sentence};
    }

    /// "The Group meets monthly": the body with this noun that was named last.
    void refer_back(const BodyPhrase& phrase) {
        const auto last = last_of_class_.find(phrase.heads);
        if (last == last_of_class_.end() || phrase.sentence - last->second.second > reach_of_short_form) return;
        const Body& body = bodies_[last->second.first];
        const bool bare = phrase.name.first == phrase.noun.first;
        const bool one = phrase.article == Article::definite && !phrase.plural && bare;
        const bool kind = phrase.plural && body.term != nullptr && !body.named;
        if (!one && !kind) return;
        bodies_[last->second.first].phrases.push_back(phrase);
        last->second.second = phrase.sentence;
    }

    bool is_mark(std::uint32_t token) const {
        static constexpr std::string_view marks = "\"'*";
        const std::string& surface = paper_.word(token).surface;
        return surface.size() == 1 && marks.find(surface) != std::string_view::npos;
    }

    /// "(CNOG)", "(the \"Partnership\")": what stands in brackets right after a name.
    void read_alias(const BodyPhrase& phrase, std::size_t body) {
        const std::uint32_t end = paper_.text.sentences[phrase.sentence].tokens.last;
        std::uint32_t token = phrase.noun.last;
        while (token < end && is_mark(token)) ++token;
        if (token >= end || paper_.word(token).surface != "(") return;
        ++token;
        while (token < end && (is_mark(token) || paper_.stem(token) == "the" || paper_.stem(token) == "or")) ++token;
        TokenRange name{token, token};
        while (name.last < end && name.last - name.first < longest_alias &&
               paper_.text.tokens[name.last].kind == TokenKind::word && paper_.word(name.last).capitalised)
            ++name.last;
        std::uint32_t close = name.last;
        while (close < end && is_mark(close)) ++close;
        const bool closed = close < end && (paper_.word(close).surface == ")" || paper_.word(close).surface == ",");
        if (name.first == name.last || !closed || !alias_names_.insert(paper_.words(name)).second) return;
        aliases_.push_back({name, body, phrase.sentence});
    }

    /// What stands for a body from where it was introduced on. Bodies that the rules know are found by match.
    void add_aliases() {
        std::unordered_map<std::uint32_t, std::vector<const Alias*>> by_word;
        for (const Alias& alias : aliases_) {
            Body& body = bodies_[alias.body];
            const std::string name = paper_.words(alias.name);
            const bool short_name = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'r'; });
            if (short_name && body.acronym.empty()) body.acronym = name;
            if (std::find(body.aliases.begin(), body.aliases.end(), name) == body.aliases.end())
                body.aliases.push_back(name);
            if (body.term == nullptr) by_word[paper_.text.tokens[alias.name.first].word].push_back(&alias);
        }
        if (by_word.empty()) return;
        for (std::uint32_t i = 0; i < paper_.text.sentences.size(); ++i) {
            const TokenRange range = paper_.text.sentences[i].tokens;
            for (std::uint32_t token = range.first; token < range.last; ++token) {
                const auto found = by_word.find(paper_.text.tokens[token].word);
                if (found == by_word.end()) continue;
                for (const Alias* alias : found->second) {
                    if (stands_at(*alias, i, token, range.last)) add_alias(*alias, i, token);
                }
            }
        }
    }
    bool stands_at(const Alias& alias, std::uint32_t sentence, std::uint32_t token, std::uint32_t end) const {
        const std::uint32_t length = alias.name.last - alias.name.first;
        if (sentence <= alias.sentence || token + length > end) return false;
        for (std::uint32_t i = 0; i < length; ++i) {
            if (paper_.text.tokens[alias.name.first + i].word != paper_.text.tokens[token + i].word) return false;
        }
        return true;
    }
    void add_alias(const Alias& alias, std::uint32_t sentence, std::uint32_t token) {
        Body& body = bodies_[alias.body];
        BodyPhrase phrase;
        phrase.kind = body.kind;
        phrase.sentence = sentence;
        phrase.tokens = phrase.name = phrase.noun = {token, token + alias.name.last - alias.name.first};
        phrase.proper = phrase.short_form = true;
        body.phrases.push_back(phrase);
    }

    void move_to(std::size_t from, std::size_t to) {
        Body& source = bodies_[from];
        Body& target = bodies_[to];
        target.phrases.insert(target.phrases.end(), source.phrases.begin(), source.phrases.end());
        target.named = target.named || source.named;
        target.aliases.insert(target.aliases.end(), source.aliases.begin(), source.aliases.end());
        if (target.acronym.empty()) target.acronym = source.acronym;
        source.phrases.clear();
    }

    /// "Partnership Board" is "Better Lives Partnership Board", where only one name ends so.
    void join_short_names() {
        std::map<std::string, std::vector<std::size_t>> by_ending;
        for (const auto& [key, index] : by_key_) {
            if (bodies_[index].term != nullptr) continue;
            const std::string kind = bodies_[index].kind + "|";
            for (std::size_t space = key.find(' ', kind.size()); space != std::string::npos;
                 space = key.find(' ', space + 1))
                by_ending[kind + key.substr(space + 1)].push_back(index);
        }
        for (const auto& [key, index] : by_key_) {
            if (bodies_[index].term != nullptr || bodies_[index].phrases.empty()) continue;
            const auto longer = by_ending.find(key);
            if (longer != by_ending.end() && longer->second.size() == 1 && longer->second.front() != index &&
                bodies_[longer->second.front()].several == bodies_[index].several)
                move_to(index, longer->second.front());
        }
    }

    /// What has no place of its own is the one that has, where there is one, or the commonest of several.
    void join_placeless() {
        std::map<std::pair<const catalogue::Term*, std::string>, std::vector<std::size_t>> of_term;
        for (std::size_t i = 0; i < bodies_.size(); ++i) {
            if (bodies_[i].term != nullptr && !bodies_[i].phrases.empty() && !bodies_[i].phrases.front().former)
                of_term[{bodies_[i].term, bodies_[i].words}].push_back(i);
        }
        for (const auto& [term, indices] : of_term) {
            join_places(indices);
            // "The trusts" are everyone's: none of those with names.
            const auto general = term.first->properties.find("general");
            if (general == term.first->properties.end() || general->second != "yes") join_placeless_of(indices);
        }
    }

    /// "The Vale Partnership" is that of "Ash and the Vale", where no other place has the word.
    void join_places(const std::vector<std::size_t>& indices) {
        if (indices.size() > most_places) return;
        for (const std::size_t i : indices) {
            std::size_t longer = bodies_.size(), count = 0;
            for (const std::size_t other : indices) {
                const bool inside = other != i && !bodies_[i].place.empty() && !bodies_[other].phrases.empty() &&
                                    bodies_[other].place.size() > bodies_[i].place.size() &&
                                    bodies_[other].place.find(bodies_[i].place) != std::string::npos;
                if (inside) longer = other;
                count += inside ? 1 : 0;
            }
            if (count == 1 && bodies_[i].several == bodies_[longer].several) move_to(i, longer);
        }
    }

    void join_placeless_of(const std::vector<std::size_t>& indices) {
        const std::size_t none = bodies_.size();
        std::size_t home = none, generic = none, several = none;
        for (const std::size_t i : indices) {
            const Body& body = bodies_[i];
            if (body.phrases.empty()) continue;
            if (body.several)
                several = several == none || counted(body) ? i : several;
            else if (!body.named)
                generic = i;
            else if (home == none || body.phrases.size() > bodies_[home].phrases.size())
                home = i;
        }
        const bool is_counted = several != none && counted(bodies_[several]);
        if (generic != none && home != none) {
            move_to(generic, home);
            generic = none;
        } else if (generic != none && several != none) {
            move_to(is_counted ? generic : several, is_counted ? several : generic);
        }
        const std::size_t one = home != none ? home : generic;
        if (several != none && one != none && !is_counted && !bodies_[several].phrases.empty() &&
            !bodies_[one].phrases.empty())
            move_to(several, one);
        std::size_t named = 0;
        for (const std::size_t i : indices)
            named += bodies_[i].named && !bodies_[i].several && !bodies_[i].phrases.empty() ? 1 : 0;
        const bool told = is_counted && count_of(bodies_[several]) == static_cast<std::int64_t>(named);
        if (told && home != none) move_to(several, home);
    }

    static bool counted(const Body& body) { return count_of(body).has_value(); }
    static std::optional<std::int64_t> count_of(const Body& body) {
        for (const BodyPhrase& phrase : body.phrases) {
            if (phrase.count && phrase.plural) return phrase.count;
        }
        return {};
    }

    const Paper& paper_;
    std::vector<Alias> aliases_;
    std::set<std::string> alias_names_;
    std::vector<match::Mention> local_;
    std::vector<std::vector<TokenRange>> former_;          // by sentence: words that speak of what is no more
    std::map<std::string, std::set<std::string>> labels_;  // stems of the labels of terms, by id
    std::vector<bool> no_place_;                           // tokens
    std::vector<Body> bodies_;
    std::map<std::string, std::size_t> by_key_;
    std::unordered_map<std::string, std::pair<std::size_t, std::uint32_t>> last_of_class_;
};

}  // namespace

std::vector<Body> bring_together(const Paper& paper, const std::vector<BodyPhrase>& phrases) {
    return Gatherer(paper).gather(phrases);
}

}  // namespace boardcheck::extract
