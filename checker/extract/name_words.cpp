#include "extract/name_words.hpp"

#include "extract/words.hpp"

namespace boardcheck::extract {

Sort sort_of(const text::Word& word) {
    static constexpr std::array<std::string_view, 2> indefinite{"a", "an"};
    static constexpr std::array<std::string_view, 16> definite{"the",  "this",  "that", "these", "those", "its",
                                                               "our",  "their", "his",  "her",   "my",    "your",
                                                               "both", "whose", "all",  "which"};
    static constexpr std::array<std::string_view, 9> each{"each", "every", "any",     "no",    "some",
                                                          "many", "other", "another", "either"};
    static constexpr std::array<std::string_view, 2> joiners{"and", "&"};
    static constexpr std::array<std::string_view, 87> stops{
        "of",       "in",       "on",     "at",       "to",     "by",      "for",    "from",  "with",      "through",
        "into",     "between",  "within", "under",    "over",   "across",  "via",    "as",    "than",      "or",
        "nor",      "but",      "if",     "when",     "while",  "where",   "who",    "what",  "how",       "why",
        "because",  "although", "though", "until",    "unless", "whether", "is",     "are",   "was",       "were",
        "be",       "been",     "being",  "has",      "have",   "had",     "will",   "would", "shall",     "should",
        "may",      "might",    "can",    "could",    "must",   "do",      "does",   "did",   "not",       "it",
        "we",       "they",     "he",     "she",      "you",    "i",       "us",     "them",  "including", "include",
        "includes", "per",      "about",  "against",  "during", "after",   "before", "there", "also",      "below",
        "above",    "neither",  "nobody", "everyone", "anyone", "someone", "nothing"};
    const std::string folded = lower(word.surface);
    if (is_one_of(indefinite, folded)) return Sort::article;
    if (is_one_of(definite, folded)) return Sort::definite;
    if (is_one_of(each, folded)) return Sort::each;
    if (is_one_of(joiners, folded)) return Sort::joiner;
    if (is_one_of(stops, folded)) return Sort::stop;
    const bool adverb = folded.size() > 4 && folded.ends_with("ly");
    return adverb ? Sort::stop : Sort::plain;
}

bool is_month(std::string_view surface) {
    static constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
    return is_one_of(months, surface);
}

bool is_ordinal(std::string_view folded) {
    static constexpr std::array<std::string_view, 6> ordinals{"first", "second", "third", "fifth", "ninth", "half"};
    return is_one_of(ordinals, folded) || folded.ends_with("th") || folded.ends_with("st") || folded.ends_with("nd") ||
           folded.ends_with("rd");
}

}  // namespace boardcheck::extract
