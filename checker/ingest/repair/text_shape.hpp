// What a piece of text looks like from outside, before there are sentences: open at its end, a date, a title, a name
// with a post. English.
#pragma once

#include <cstddef>
#include <string_view>

namespace boardcheck::ingest {

/// Ends without a full stop, colon, semicolon, question or exclamation mark, also inside closing quotes or brackets.
bool ends_open(std::string_view text);
/// Ends with a comma or with a word that needs another after it: "the", "of", "with".
bool ends_in_mid_phrase(std::string_view text);
bool ends_with_conjunction(std::string_view text);  // "and", "or"
bool begins_lower(std::string_view text);
bool begins_upper(std::string_view text);

/// Has a verb form that makes a statement of it: "is", "will", "must".
bool has_finite_verb(std::string_view text);
/// Only days, months, years: "Thursday 23 September 2021".
bool is_date(std::string_view text);
/// "Jane Smith, Director of Finance": a comma before a capital letter.
bool is_name_and_post(std::string_view text);
/// "RECOMMENDATIONS": several letters, and none of them small.
bool is_capitals(std::string_view text);
std::size_t count_words(std::string_view text);
/// Could be a heading that lost its markup: short, begins with a capital, makes no statement.
bool is_title(std::string_view text);
/// As is_title, but it may have a verb, a colon or a name in it: its number tells it from a sentence.
bool is_numbered_title(std::string_view text);
/// "From:", "Report to:": one to five words and a colon at the front; 0 or the length with the colon.
std::size_t label_length(std::string_view text);
/// "12", "Page 3 of 14".
bool is_page_number(std::string_view text);
bool is_month(std::string_view word);

}  // namespace boardcheck::ingest
