#include "text/normalise.hpp"

#include <array>
#include <optional>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "text/code_point.hpp"

namespace boardcheck::text {

namespace {

// A base letter followed by more marks than this is not writing; the bound keeps canonical ordering linear.
constexpr std::uint32_t longest_sequence = 128;
// Below this no character takes part in composition as a second one, and none has a normal form other than itself.
constexpr UChar32 first_combining = 0x300;

// The Latin ligatures from U+FB00.
constexpr std::array<std::string_view, 7> ligatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

constexpr bool is_plain(char c) { return c >= 0x20 && c < 0x7f; }

/// What stands for a character wherever it occurs: nothing (nullopt) where the character stays; "" where it goes.
std::optional<std::string_view> stand_in(UChar32 c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201a:
        case 0x201b:
        case 0x2032:
        case 0x2039:
        case 0x203a:
        case 0x02bc:
        case 0x00b4:
        case 0xff07:
            return "'";
        case 0x201c:
        case 0x201d:
        case 0x201e:
        case 0x201f:
        case 0x2033:
        case 0x00ab:
        case 0x00bb:
        case 0xff02:
            return "\"";
        case 0x2026:
            return "...";
        case 0x2116:
            return "No";
        case 0x2212:
        case 0x2043:
            return "-";
        default:
            break;
    }
    if (c >= 0xfb00 && c <= 0xfb06) return ligatures[static_cast<std::size_t>(c - 0xfb00)];
    switch (u_charType(c)) {
        case U_SPACE_SEPARATOR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
        case U_CONTROL_CHAR:
            return " ";
        case U_DASH_PUNCTUATION:
            return "-";
        case U_FORMAT_CHAR:
            return "";
        default:
            return std::nullopt;
    }
}

class Normaliser {
public:
    Normaliser(std::string_view source, std::uint32_t source_begin, std::string& out, OffsetMap& map)
        : source_(source), base_(source_begin), out_(out), map_(map), nfc_(nfc_instance()) {}

    void run() {
        while (at_ < source_.size()) {
            if (is_plain(source_[at_])) {
                plain_run();
            } else {
                sequence(at_);
            }
        }
    }

private:
    static const icu::Normalizer2* nfc_instance() {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
        return U_SUCCESS(status) ? nfc : nullptr;
    }

    bool joins_previous(std::uint32_t at) const {
        if (at >= source_.size() || static_cast<unsigned char>(source_[at]) < 0x80 || nfc_ == nullptr) return false;
        const UChar32 c = code_point_at(source_, at).value;
        return c >= first_combining && !nfc_->hasBoundaryBefore(c);
    }

    void plain_run() {
        std::uint32_t end = at_;
        while (end < source_.size() && is_plain(source_[end])) ++end;
        const bool last_is_composed = joins_previous(end);
        if (last_is_composed) --end;
        copy(end);
        if (last_is_composed) sequence(at_);
    }

    /// One character with the marks that follow it.
    void sequence(std::uint32_t begin) {
        const CodePoint first = code_point_at(source_, begin);
        std::uint32_t end = first.end;
        while (joins_previous(end) && end - begin < longest_sequence) end = code_point_at(source_, end).end;
        if (end == first.end) {
            single(first);
        } else {
            compose(end);
        }
    }

    void single(CodePoint decoded) {
        if (decoded.value < 0) return replace(decoded.end, "\xef\xbf\xbd");
        if (is_unspaced_dash(decoded)) return replace(decoded.end, " - ");
        if (decoded.value >= 0xff01 && decoded.value <= 0xff5e && decoded.value != 0xff07 && decoded.value != 0xff02) {
            const char narrow = static_cast<char>(decoded.value - 0xff01 + '!');
            return replace(decoded.end, {&narrow, 1});
        }
        if (const auto other = stand_in(decoded.value)) return replace(decoded.end, *other);
        if (decoded.value < first_combining ||
            u_getIntPropertyValue(decoded.value, UCHAR_NFC_QUICK_CHECK) == UNORM_YES) {
            return copy(decoded.end);
        }
        compose(decoded.end);
    }

    /// A long dash between two words is punctuation, not a hyphen: spaces keep the two apart.
    bool is_unspaced_dash(CodePoint decoded) const {
        if (decoded.value != 0x2014 && decoded.value != 0x2015) return false;
        return !out_.empty() && out_.back() != ' ' && out_.back() != '\n' && decoded.end < source_.size() &&
               source_[decoded.end] != ' ';
    }

    void compose(std::uint32_t end) {
        std::string composed;
        UErrorCode status = U_ZERO_ERROR;
        if (nfc_ != nullptr) {
            icu::StringByteSink<std::string> sink(&composed);
            nfc_->normalizeUTF8(0, icu::StringPiece(source_.data() + at_, static_cast<std::int32_t>(end - at_)), sink,
                                nullptr, status);
        }
        if (nfc_ == nullptr || U_FAILURE(status)) return copy(end);
        replace(end, composed);
    }

    void copy(std::uint32_t end) {
        out_.append(source_.substr(at_, end - at_));
        map_.copy(base_ + at_, end - at_);
        at_ = end;
    }

    void replace(std::uint32_t end, std::string_view text) {
        out_.append(text);
        map_.replace({base_ + at_, base_ + end}, static_cast<std::uint32_t>(text.size()));
        at_ = end;
    }

    std::string_view source_;
    std::uint32_t base_;
    std::uint32_t at_ = 0;
    std::string& out_;
    OffsetMap& map_;
    const icu::Normalizer2* nfc_;
};

}  // namespace

void normalise(std::string_view source, std::uint32_t source_begin, std::string& out, OffsetMap& map) {
    Normaliser(source, source_begin, out, map).run();
}

}  // namespace boardcheck::text
