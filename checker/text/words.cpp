#include "text/words.hpp"

#include <algorithm>

#include <libstemmer.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include "text/code_point.hpp"
#include "text/numbers.hpp"

namespace boardcheck::text {

namespace {

// What is longer is an address or noise: it has no inflections.
constexpr std::size_t longest_stemmed = 64;

std::uint32_t hash_of(std::string_view surface) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : surface) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool starts_with_capital(std::string_view surface) {
    if (is_ascii(surface.front())) return is_upper(surface.front());
    const std::int32_t c = code_point_at(surface, 0).value;
    return c >= 0 && (u_isupper(c) || u_istitle(c));
}

/// "ICBs" without its "s": the plural of an abbreviation, which the stemmer would not take for one ("ICSs").
std::string_view without_plural(std::string_view surface) {
    if (surface.size() < 3 || surface.back() != 's') return surface;
    const std::string_view body = surface.substr(0, surface.size() - 1);
    return std::all_of(body.begin(), body.end(), is_upper) ? body : surface;
}

}  // namespace

std::string fold(std::string_view surface) {
    std::string folded;
    if (std::all_of(surface.begin(), surface.end(), is_ascii)) {
        folded.resize(surface.size());
        std::transform(surface.begin(), surface.end(), folded.begin(),
                       [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
        return folded;
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&folded);
    icu::CaseMap::utf8Fold(0, icu::StringPiece(surface.data(), static_cast<std::int32_t>(surface.size())), sink,
                           nullptr, status);
    return U_SUCCESS(status) ? folded : std::string(surface);
}

void WordTable::Release::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

WordTable::WordTable() : stemmer_(sb_stemmer_new("english", nullptr)), slots_(1024) {}

std::uint32_t WordTable::index_of(std::string_view surface, TokenKind kind) {
    const std::uint32_t hash = hash_of(surface);
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot] != 0) {
        const std::uint32_t index = slots_[slot] - 1;
        if (hashes_[index] == hash && words_[index].surface == surface) return index;
        slot = (slot + 1) & mask;
    }
    const auto index = static_cast<std::uint32_t>(words_.size());
    words_.push_back(make(surface, kind));
    hashes_.push_back(hash);
    slots_[slot] = index + 1;
    if (words_.size() * 2 > slots_.size()) grow();
    return index;
}

void WordTable::grow() {
    std::vector<std::uint32_t> larger(slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (std::uint32_t index = 0; index < words_.size(); ++index) {
        std::size_t slot = hashes_[index] & mask;
        while (larger[slot] != 0) slot = (slot + 1) & mask;
        larger[slot] = index + 1;
    }
    slots_ = std::move(larger);
}

Word WordTable::make(std::string_view surface, TokenKind kind) {
    Word word;
    word.surface = surface;
    if (surface == "&") {
        word.stem = "and";
        return word;
    }
    word.capitalised = starts_with_capital(surface);
    const std::string folded = fold(kind == TokenKind::word ? without_plural(surface) : surface);
    word.number = number_of(folded);
    word.stem = kind == TokenKind::word ? stem_of(folded) : folded;
    return word;
}

std::string WordTable::stem_of(std::string_view folded) {
    if (stemmer_ == nullptr || folded.size() > longest_stemmed || folded.front() == '\'') return std::string(folded);
    const auto* letters = reinterpret_cast<const sb_symbol*>(folded.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), letters, static_cast<int>(folded.size()));
    if (stem == nullptr) return std::string(folded);
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace boardcheck::text
