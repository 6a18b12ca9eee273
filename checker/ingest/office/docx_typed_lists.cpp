#include "ingest/office/docx_typed_lists.hpp"

#include <algorithm>
#include <utility>

#include "ingest/markdown/line_start.hpp"

namespace boardcheck::ingest::docx {

namespace {

/// Length of a bullet and the space after it; 0 where there is none, or nothing else.
std::uint32_t bullet_length(std::string_view line) {
    const Marker marker = bullet_at(line);
    // A letter o is what converters make of a bullet; who types one in Word means the letter.
    if (marker.length == 0 || marker.length >= line.size() || marker.glyph == U'o') return 0;
    const auto begin = line.find_first_not_of(' ', marker.length);
    return begin == std::string_view::npos ? 0 : static_cast<std::uint32_t>(begin);
}

class Taker {
public:
    explicit Taker(Draft& draft) : draft_(draft) {
        for (const DraftBlock& block : draft.blocks) lists_ = std::max(lists_, block.list);
    }
    void run() {
        for (DraftBlock& block : draft_.blocks) {
            if (block.block.kind == BlockKind::paragraph && block.block.number.empty()) {
                split(block);
            } else {
                kept_.push_back(std::move(block));
            }
        }
        draft_.blocks = std::move(kept_);
    }

private:
    void split(DraftBlock& block) {
        const std::vector<Span> lines = std::exchange(block.lines, {});
        DraftBlock piece = block;
        for (const Span line : lines) {
            if (const std::uint32_t bullet = bullet_length(line_text(draft_, line)); bullet > 0) {
                end(std::move(piece));
                piece = item(block);
                piece.lines = {{line.begin + bullet, line.end}};
            } else {
                piece.lines.push_back(line);
            }
        }
        end(std::move(piece));
    }
    DraftBlock item(const DraftBlock& block) {
        const bool goes_on = !kept_.empty() && kept_.back().block.kind == BlockKind::list_item;
        DraftBlock made = block;
        made.block.kind = BlockKind::list_item;
        made.block.level = goes_on ? kept_.back().block.level : std::uint8_t{1};
        made.list = goes_on ? kept_.back().list : ++lists_;
        return made;
    }
    void end(DraftBlock piece) {
        if (!piece.lines.empty()) kept_.push_back(std::move(piece));
    }
    Draft& draft_;
    std::vector<DraftBlock> kept_;
    std::uint32_t lists_ = 0;
};

}  // namespace

void take_typed_bullets(Draft& draft) { Taker(draft).run(); }

}  // namespace boardcheck::ingest::docx
