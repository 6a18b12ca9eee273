// People under two spellings of their name, or with two posts.
#include <algorithm>
#include <map>
#include <set>

#include "check/marks.hpp"
#include "check/readings.hpp"
#include "check/words.hpp"

namespace boardcheck::check {

namespace {

constexpr std::size_t most_people = 2000;
constexpr std::size_t most_with_given_name = 40;
constexpr std::size_t shortest_surname = 5;
constexpr std::uint32_t longest_post = 16;  // words

/// A person named in the paper.
struct Named {
    std::string given;    // empty after a title: "Mr Nunn"
    std::string surname;  // as written
    extract::Evidence evidence;
    std::set<std::string> post;  // stems of the post and body beside the name; empty: none
    std::string said;            // as written
};

/// Whether one letter more, less, changed or exchanged makes one word of the other.
bool is_one_letter_off(const std::string& a, const std::string& b) {
    if (a.size() > b.size()) return is_one_letter_off(b, a);
    if (b.size() - a.size() > 1 || a == b) return false;
    const std::size_t at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    if (b.size() > a.size()) return a.compare(at, std::string::npos, b, at + 1) == 0;
    if (a.compare(at + 1, std::string::npos, b, at + 1) == 0) return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
           a.compare(at + 2, std::string::npos, b, at + 2) == 0;
}

class PeopleFaults {
public:
    PeopleFaults(const Case& paper, const Words& words, std::vector<Finding>& findings)
        : paper_(paper), words_(words), findings_(findings), changing_(paper, "value.other-post") {}

    void find() {
        gather();
        spellings();
        posts();
    }

private:
    bool has_role(const match::Mention& mention, std::string_view role) const {
        const auto& properties = paper_.catalogue.terms[mention.term].properties;
        const auto found = properties.find("role");
        return found != properties.end() && found->second == role;
    }

    void gather() {
        post_words_.assign(paper_.text.tokens.size(), false);
        std::vector<bool> given(paper_.text.tokens.size(), false);
        for (const match::Mention& mention : paper_.matches.mentions) {
            const auto& properties = paper_.catalogue.terms[mention.term].properties;
            const auto kind = properties.find("kind");
            const bool post = (kind != properties.end() && kind->second == "post") || has_role(mention, "post-word");
            for (std::uint32_t token = mention.tokens.first; token < mention.tokens.last && post; ++token)
                post_words_[token] = true;
            if (has_role(mention, "given-name")) given[mention.tokens.first] = true;
        }
        for (const match::Mention& mention : paper_.matches.mentions) {
            if (people_.size() >= most_people) break;
            const std::uint32_t end = paper_.text.sentences[mention.sentence].tokens.last;
            const std::uint32_t first = mention.tokens.first;
            if (has_role(mention, "given-name")) {
                name(mention.sentence, std::string(words_.surface(first)), first, first + 1, end);
            } else if (has_role(mention, "honorific")) {
                std::uint32_t at = mention.tokens.last;
                if (words_.is(at, ".")) ++at;
                if (at + 1 >= end || given[at]) continue;
                // "Professor Salma Rehman": a given name that nobody has listed.
                const bool two = is_name_word(at, end) && is_name_word(at + 1, end) && !words_.ends_line(at);
                name(mention.sentence, two ? std::string(words_.surface(at)) : "", first, two ? at + 1 : at, end);
            }
        }
    }

    bool is_name_word(std::uint32_t token, std::uint32_t end) const {
        return token < end && words_.is_capitalised(token) && !words_.is_mark(token) && !post_words_[token] &&
               words_.is_content(token) && words_.surface(token).size() > 1;
    }

    /// The surname at `at`: "Nunn", "Lowndes-Hay", "O'Brien".
    void name(std::uint32_t sentence, std::string given, std::uint32_t first, std::uint32_t at, std::uint32_t end) {
        if (!is_name_word(at, end) || words_.ends_line(at - 1)) return;
        std::uint32_t last = at + 1;
        while (last + 1 < end && words_.is_any(last, {"-", "'"}) && words_.is_joined(last) &&
               is_name_word(last + 1, end))
            last += 2;
        // What goes on with a capital is the name of a street, a ward or a body.
        if (is_name_word(last, end) && !words_.ends_line(last - 1)) return;
        Named named{std::move(given), words_.said({at, last}), words_.evidence(sentence, {first, last}), {}, {}};
        read_post(named, last, end);
        people_.push_back(std::move(named));
    }

    /// "Peter Nunn, Head of Estates, Hollin Community Health NHS Trust": up to the end of the apposition.
    void read_post(Named& named, std::uint32_t at, std::uint32_t end) {
        if (!words_.is(at, ",") || at + 1 >= end) return;
        const std::uint32_t first = at + 1;
        std::uint32_t last = first;
        int segments = 0;
        bool post = false;
        while (last < end && last - first < longest_post) {
            if (words_.is(last, ",")) {
                if (!post || ++segments > 1 || !words_.is_capitalised(last + 1) || post_words_[last + 1]) break;
            } else if (words_.is_mark(last) && !words_.is_any(last, {"-", "'"})) {
                break;
            }
            if (last == first && !words_.is_capitalised(last)) return;
            post = post || post_words_[last];
            if (words_.ends_line(last++)) break;
        }
        if (!post || changing_.in({first, last})) return;
        for (std::uint32_t token = first; token < last; ++token) {
            if (words_.is_any(token, {"and", "&", "was", "is", "will", "had", "who", "to"})) {
                named.post.clear();
                return;
            }
            if (words_.is_capitalised(token) && words_.is_content(token)) named.post.emplace(words_.stem(token));
        }
        named.said = words_.said({first, last});
        named.evidence.span.end = paper_.text.tokens[last - 1].span.end;
    }

    /// Two surnames that differ by a letter, with one given name; or "Mr Stubs" where the paper only has a Stubbs.
    void spellings() {
        std::map<std::string, std::map<std::string, std::vector<const Named*>>> by_given;
        std::map<std::string, std::string> full;  // surnames of people with a given name
        for (const Named& named : people_) {
            if (named.given.empty()) continue;
            by_given[named.given][named.surname].push_back(&named);
            full.emplace(named.surname, named.given);
        }
        for (const auto& [given, surnames] : by_given) {
            if (surnames.size() > most_with_given_name) continue;
            for (auto a = surnames.begin(); a != surnames.end(); ++a) {
                for (auto b = std::next(a); b != surnames.end(); ++b) spelling(a->second, b->second);
            }
        }
    }

    void spelling(const std::vector<const Named*>& a, const std::vector<const Named*>& b) {
        const Named &first = *a.front(), &second = *b.front();
        if (std::min(first.surname.size(), second.surname.size()) < shortest_surname) return;
        if (!is_one_letter_off(first.surname, second.surname)) return;
        const bool first_is_rare = a.size() != b.size() ? a.size() < b.size() : first.evidence < second.evidence;
        const Named& rare = first_is_rare ? first : second;
        const Named& usual = first_is_rare ? second : first;
        tell("consistency.spelling", rare, usual,
             {{"here", rare.given + " " + rare.surname}, {"there", usual.given + " " + usual.surname}});
    }

    /// The same person with two posts, of which one is told twice: the post with two bodies, or the body with two
    /// posts.
    void posts() {
        std::map<std::string, std::set<std::string>> givens;  // of each surname
        for (const Named& named : people_) {
            if (!named.given.empty()) givens[named.surname].insert(named.given);
        }
        std::map<std::string, const Named*> known;
        for (const Named& named : people_) {
            const auto given = givens.find(named.surname);
            const bool one_person = given == givens.end() || given->second.size() == 1;
            if (named.post.size() < 2 || !one_person) continue;
            const auto [other, fresh] = known.emplace(named.surname, &named);
            if (fresh || !differ(named.post, other->second->post)) continue;
            tell("consistency.two-posts", named, *other->second,
                 {{"name", named.surname}, {"here", named.said}, {"there", other->second->said}});
        }
    }

    static bool differ(const std::set<std::string>& a, const std::set<std::string>& b) {
        std::size_t shared = 0;
        for (const std::string& stem : a) shared += b.contains(stem) ? 1 : 0;
        const std::size_t least = shared >= 4 ? 1 : 2;
        return shared >= 2 && a.size() - shared >= least && b.size() - shared >= least;
    }

    void tell(std::string_view rule, const Named& here, const Named& there, const Values& values) {
        Finding* finding = add(paper_, findings_, rule, here.evidence, values);
        if (finding != nullptr) finding->others.push_back({values.at("there"), there.evidence, {}});
    }

    const Case& paper_;
    const Words& words_;
    std::vector<Finding>& findings_;
    Marks changing_;
    std::vector<bool> post_words_;
    std::vector<Named> people_;
};

}  // namespace

void add_people(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    PeopleFaults(paper, read.words, findings).find();
}

}  // namespace boardcheck::check
