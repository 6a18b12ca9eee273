#include "text/grammar.hpp"

#include <initializer_list>
#include <unordered_map>

#include "text/words.hpp"

namespace boardcheck::text {

namespace {

// What is longer is in no closed class.
constexpr std::size_t longest_word = 32;

using Lexicon = std::unordered_map<std::string_view, Classes>;

Lexicon make_lexicon() {
    Lexicon lexicon;
    const auto add = [&lexicon](Classes classes, std::initializer_list<std::string_view> words) {
        for (const std::string_view word : words) lexicon[word] |= classes | closed_class;
    };
    add(be_present, {"is", "are", "am", "isn", "aren", "'re", "'m"});
    add(be_past, {"was", "were", "wasn", "weren"});
    add(be_other, {"be", "been", "being"});
    add(have_present, {"has", "have", "hasn", "haven", "'ve"});
    add(have_past, {"had", "hadn"});
    add(do_present, {"do", "does", "don", "doesn"});
    add(do_past, {"did", "didn"});
    add(modal_must, {"must", "shall", "mustn"});
    add(modal_expected, {"should", "ought", "shouldn"});
    add(modal_will, {"will", "'ll"});
    add(modal_may, {"may", "might", "can", "could", "would", "couldn", "wouldn", "cannot"});
    add(negator, {"not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere", "cannot", "unable"});
    add(coordinator, {"and", "&", "but", "or", "nor", "yet", "so"});
    add(subordinator, {"while", "whilst", "although", "though", "because", "if", "unless", "whereas", "whereby"});
    add(relative, {"which", "who", "whom", "whose"});
    add(conditional, {"if", "unless"});
    add(determiner, {"the", "a",    "an", "this", "these", "those", "its",   "their", "our",  "his",     "her",
                     "my",  "your", "no", "all",  "any",   "each",  "every", "both",  "some", "several", "another"});
    add(subject_pronoun,
        {"we",    "they",  "it",    "he",     "she",     "you",      "i",         "who",  "which", "this", "that",
         "there", "these", "those", "nobody", "nothing", "everyone", "everybody", "none", "most",  "many"});
    add(preposition, {"of",     "in",      "on",     "at",      "by",    "for",        "from",  "with",   "to",
                      "as",     "into",    "onto",   "over",    "under", "between",    "among", "across", "through",
                      "within", "without", "about",  "against", "after", "before",     "since", "until",  "during",
                      "per",    "via",     "toward", "towards", "upon",  "throughout", "than",  "around", "including"});
    add(adverb, {"also",    "already", "now",     "then",     "always",   "often",   "soon",      "still",
                 "just",    "only",    "even",    "not",      "never",    "since",   "therefore", "thus",
                 "however", "yet",     "again",   "together", "ever",     "all",     "both",      "once",
                 "further", "indeed",  "instead", "likewise", "moreover", "perhaps", "well",      "longer"});
    add(0, {"rather", "instead", "given", "provided"});  // with the next word they join clauses
    add(0, {"embed", "shed", "bed", "red", "wed", "hundred", "series", "news"});  // no inflection, though it seems one
    add(linking, {"remain", "remains", "seem", "seems", "appears", "becomes"});
    add(simple_past,
        {"took", "gave",  "went", "began",  "saw",   "wrote", "chose",     "knew",    "grew",     "fell", "drove",
         "rose", "spoke", "came", "became", "broke", "arose", "undertook", "oversaw", "withdrew", "drew", "forgot"});
    add(past_or_participle,
        {"made",  "met",    "held", "led",     "said",       "found", "brought", "built", "left",  "sent",
         "spent", "kept",   "told", "thought", "paid",       "meant", "heard",   "lost",  "put",   "set",
         "got",   "sought", "won",  "stood",   "understood", "felt",  "laid",    "sat",   "agreed"});
    add(participle, {"taken",  "given",  "gone",   "begun",      "seen",     "written",   "chosen", "known",
                     "grown",  "fallen", "driven", "risen",      "spoken",   "drawn",     "done",   "shown",
                     "broken", "become", "come",   "undertaken", "overseen", "withdrawn", "proven", "forgotten"});
    return lexicon;
}

bool ends_with(std::string_view word, std::string_view ending) {
    return word.size() > ending.size() + 1 && word.substr(word.size() - ending.size()) == ending;
}

Classes by_ending(std::string_view folded) {
    if (ends_with(folded, "ed") && folded[folded.size() - 3] != 'e') return past_or_participle;
    if (ends_with(folded, "ing")) return gerund;
    if (ends_with(folded, "ly")) return adverb;
    if (ends_with(folded, "s") && !ends_with(folded, "ss") && !ends_with(folded, "us") && !ends_with(folded, "is")) {
        return ends_in_s;
    }
    return 0;
}

}  // namespace

std::vector<WordForm> forms_of(const std::vector<Word>& words) {
    static const Lexicon lexicon = make_lexicon();
    std::vector<WordForm> forms(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view surface = words[i].surface;
        if (surface.size() > longest_word) continue;
        const std::string folded = fold(surface);
        const auto found = lexicon.find(folded);
        Classes& classes = forms[i].classes;
        classes = found != lexicon.end() ? found->second : by_ending(folded);
        if (surface.front() >= 'a' && surface.front() <= 'z') classes |= lower_case;
        if (folded == "may" && (classes & lower_case) == 0) classes = 0;  // the month
        forms[i].key = Key::of(folded);
    }
    return forms;
}

bool is_sentence_opener(std::string_view folded) {
    constexpr std::string_view openers[] = {
        "the",  "this",    "that",  "these", "those", "it",   "its",  "they",    "their", "we",   "our",   "he",
        "she",  "there",   "in",    "on",    "at",    "by",   "for",  "from",    "to",    "with", "as",    "if",
        "when", "where",   "while", "all",   "any",   "each", "some", "no",      "not",   "and",  "but",   "or",
        "an",   "however", "what",  "who",   "which", "how",  "you",  "members", "also",  "once", "under", "following"};
    for (const std::string_view opener : openers) {
        if (opener == folded) return true;
    }
    return false;
}

}  // namespace boardcheck::text
