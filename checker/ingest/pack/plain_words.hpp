// Words of titles and labels without case and punctuation, to be compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace boardcheck::ingest::pack {

/// Small letters and digits, whatever else is between them one space: "Agenda Item:  7" is "agenda item 7". Reads at
/// most `longest` bytes.
std::string plain(std::string_view text, std::size_t longest = 160);
/// As plain, without digits: what running heads that count pages have in common.
std::string plain_letters(std::string_view text);

bool has_several_letters(std::string_view text);

/// The words that tell one title from another, sorted, each once.
using TitleWords = std::vector<std::string>;
TitleWords title_words(std::string_view text);
/// 0 (nothing in common) to 1.
double likeness(const TitleWords& first, const TitleWords& second);
/// From here on two titles are taken for the same.
constexpr double alike = 0.7;

}  // namespace boardcheck::ingest::pack
