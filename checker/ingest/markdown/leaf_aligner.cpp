#include "ingest/markdown/leaf_aligner.hpp"

#include <algorithm>
#include <cctype>

namespace boardcheck::ingest {

namespace {

bool is_punctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }
bool is_alphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Length of "&name;" or "&#12;" at the front, 0 where there is none.
std::uint32_t entity_length(std::string_view at) {
    constexpr std::size_t longest = 34;
    const auto stop = at.substr(0, longest).find(';');
    if (stop == std::string_view::npos || stop < 2) return 0;
    const auto name = at.substr(at[1] == '#' ? 2 : 1, stop - (at[1] == '#' ? 2 : 1));
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_alphanumeric)) return 0;
    return static_cast<std::uint32_t>(stop) + 1;
}

/// Length of the UTF-8 sequence at the front.
std::uint32_t first_point(std::string_view text) {
    std::uint32_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
    return length;
}

}  // namespace

void LeafAligner::move_to(std::uint32_t begin, std::uint32_t end) {
    end_ = std::min(end, static_cast<std::uint32_t>(source_.size()));
    at_ = done_ = std::min(begin, end_);
}

std::uint32_t LeafAligner::agreeing(std::string_view piece, bool escapes) const {
    const std::string_view here = source_.substr(at_, end_ - at_);
    const auto most = std::min(here.size(), piece.size());
    std::size_t same = 0;
    while (same < most && here[same] == piece[same] && !(escapes && (here[same] == '&' || here[same] == '\\'))) ++same;
    if (same > 0 || most == 0 || here[0] != piece[0]) return static_cast<std::uint32_t>(same);
    if (here[0] == '\\') return here.size() > 1 && is_punctuation(here[1]) ? 0 : 1;
    const std::uint32_t entity = entity_length(here);
    return entity == 0 || piece.starts_with(here.substr(0, entity)) ? 1 : 0;
}

/// Where the next words of the paper stand, some way ahead; or behind, where a destination was taken to be too long.
void LeafAligner::find_words(std::string_view piece) {
    constexpr std::size_t fewest = 3;
    constexpr std::size_t most = 12;
    constexpr std::size_t window = 4096;
    const auto words = std::find_if_not(
        piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(std::min(most, piece.size())),
        [](char c) { return is_alphanumeric(c) || c == ' ' || static_cast<unsigned char>(c) >= 0x80; });
    const auto key = piece.substr(0, static_cast<std::size_t>(words - piece.begin()));
    if (key.size() < fewest) return;
    const auto ahead = source_.substr(at_, std::min<std::size_t>(end_ - at_, window)).find(key);
    if (ahead != std::string_view::npos) {
        at_ += static_cast<std::uint32_t>(ahead);
        return;
    }
    const auto behind = source_.substr(done_, std::min<std::size_t>(end_ - done_, window)).find(key);
    if (behind != std::string_view::npos) at_ = done_ + static_cast<std::uint32_t>(behind);
}

void LeafAligner::append(std::string_view piece, bool escapes) {
    text_ += piece;
    const std::uint32_t from = at_;
    constexpr std::string_view markup = "*_`[]!~()";
    while (at_ < end_ && agreeing(piece, escapes) == 0 && markup.find(source_[at_]) != std::string_view::npos) ++at_;
    constexpr std::size_t enough = 3;
    if (agreeing(piece, escapes) < std::min(enough, piece.size())) {
        at_ = from;
        find_words(piece);
    }
    align(piece, escapes);
    done_ = at_;
}

void LeafAligner::align(std::string_view piece, bool escapes) {
    while (!piece.empty()) {
        if (at_ == end_) {
            map_.replace({end_, end_}, static_cast<std::uint32_t>(piece.size()));
            return;
        }
        if (const std::uint32_t same = agreeing(piece, escapes); same > 0) {
            map_.copy(at_, same);
            at_ += same;
            piece.remove_prefix(same);
            continue;
        }
        const std::uint32_t entity =
            escapes && source_[at_] == '&' ? entity_length(source_.substr(at_, end_ - at_)) : 0;
        const bool broken_space = source_[at_] == '\n' && piece.front() == ' ';
        if (entity > 0 || broken_space) {
            const std::uint32_t taken = broken_space ? 1 : entity;
            const std::uint32_t made = first_point(piece);
            map_.replace({at_, at_ + taken}, made);
            at_ += taken;
            piece.remove_prefix(made);
            continue;
        }
        // An escaped backslash: the second one is the text.
        const bool escaped = escapes && source_[at_] == '\\' && piece.front() == '\\' && at_ + 1 < end_;
        ++at_;
        if (!escaped) continue;
        map_.copy(at_++, 1);
        piece.remove_prefix(1);
    }
}

void LeafAligner::pass_line() {
    const auto stop = source_.substr(0, end_).find('\n', at_);
    at_ = stop == std::string_view::npos ? end_ : static_cast<std::uint32_t>(stop) + 1;
}

void LeafAligner::pass_destination(std::uint32_t hint) {
    if (hint >= at_ && hint < end_ && source_[hint] == ')') {
        at_ = hint + 1;
        return;
    }
    const std::string_view until = source_.substr(0, end_);
    const auto begin = until.find("](", at_);
    const auto stop = begin == std::string_view::npos ? begin : until.find(')', begin);
    if (stop != std::string_view::npos) at_ = static_cast<std::uint32_t>(stop) + 1;
}

}  // namespace boardcheck::ingest
