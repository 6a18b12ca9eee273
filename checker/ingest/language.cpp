#include "ingest/language.hpp"
#include "ingest/characters.hpp"

#include <algorithm>
#include <array>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <fmt/format.h>

namespace boardcheck::ingest {

namespace {

constexpr std::size_t fewest_words = 20;
constexpr std::size_t passages = 64;         // of a long paper are read, all through it
constexpr std::size_t passage_length = 256;  // bytes
constexpr int good_part = 20;                // per cent of the text

std::string body_of(const Document& document) {
    std::string text;
    for (const Block& block : document.blocks) {
        if (!is_body(block.kind)) continue;
        text += slice(document.text, block.span);
        text += '\n';
    }
    return text;
}

/// The words of as many passages as tell the languages of a paper and their shares; reading more changes nothing, and
/// takes longer than reading the paper did.
std::string sample_of(const std::string& text) {
    if (text.size() <= 2 * passages * passage_length) return text;
    std::string sample;
    for (std::size_t i = 0; i < passages; ++i) {
        const std::size_t begin = text.find_first_of(" \n", text.size() / passages * i);
        if (begin == std::string::npos) break;
        const std::size_t end = std::min(text.find_first_of(" \n", begin + passage_length), text.size());
        sample.append(text, begin, end - begin);
    }
    return sample;
}

std::size_t words_in(const std::string& text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool letter = is_letter(c) || is_beyond_ascii(c);
        if (letter && !inside) ++words;
        inside = letter;
    }
    return words;
}

struct Shares {
    std::array<CLD2::Language, 3> languages{CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    std::array<int, 3> percent{};
    bool reliable = false;
};

Shares detect(const std::string& text) {
    Shares shares;
    const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<double, 3> scores{};
    int bytes = 0;
    CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0, shares.languages.data(),
                                   shares.percent.data(), scores.data(), nullptr, &bytes, &shares.reliable);
    return shares;
}

bool is_known(CLD2::Language language) {
    return language != CLD2::UNKNOWN_LANGUAGE && language != CLD2::TG_UNKNOWN_LANGUAGE;
}

}  // namespace

std::string name_of_language(const std::string& code) {
    const CLD2::Language language = CLD2::GetLanguageFromName(code.c_str());
    if (!is_known(language)) return code;
    std::string name = CLD2::LanguageName(language);
    std::transform(name.begin() + 1, name.end(), name.begin() + 1, [](char c) { return lower(c); });
    return name;
}

void tell_languages(Document& document) {
    const std::string text = sample_of(body_of(document));
    if (words_in(text) < fewest_words) return;
    const Shares shares = detect(text);
    if (!is_known(shares.languages[0]) || (!shares.reliable && shares.languages[0] != CLD2::ENGLISH)) return;
    document.language = CLD2::LanguageCode(shares.languages[0]);
    if (!is_known(shares.languages[1]) || shares.percent[1] < good_part) return;
    document.second_language = CLD2::LanguageCode(shares.languages[1]);
    document.notices.push_back(
        {document.file, 0,
         fmt::format("the paper is in two languages, {} and {}: only what is in English is judged",
                     name_of_language(document.language), name_of_language(document.second_language))});
}

}  // namespace boardcheck::ingest
