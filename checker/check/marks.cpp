#include "check/marks.hpp"

namespace boardcheck::check {

Marks::Marks(const Case& paper, std::string_view name) : tokens_(paper.text.tokens.size(), false) {
    for (const catalogue::Marker& marker : paper.catalogue.markers) {
        if (marker.name != name) continue;
        for (const catalogue::PatternId pattern : marker.patterns) {
            for (const match::Hit& hit : match::hits_of(paper.matches, pattern)) {
                for (std::uint32_t token = hit.tokens.first; token < hit.tokens.last; ++token) tokens_[token] = true;
            }
        }
    }
}

bool Marks::in(text::TokenRange range) const {
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        if (at(token)) return true;
    }
    return false;
}

}  // namespace boardcheck::check
