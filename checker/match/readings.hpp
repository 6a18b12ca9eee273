// Which meanings a paper gives to ambiguous words, and where: the catalogue's readings.
#pragma once

#include <vector>

#include "match/match.hpp"

namespace boardcheck::match {

class Readings {
public:
    /// From the hits of the readings' own patterns.
    Readings(const text::Text& text, const catalogue::Catalogue& catalogue, const std::vector<Hit>& hits);

    /// Whether the paper as a whole reads so.
    const std::vector<bool>& of_paper() const { return of_paper_; }
    /// Whether it does at this sentence.
    bool hold(std::uint32_t reading, std::uint32_t sentence) const {
        return of_paper_[reading] && (near_[reading].empty() || near_[reading][sentence]);
    }

private:
    std::vector<bool> of_paper_;
    std::vector<std::vector<bool>> near_;  // by reading, then sentence; empty for one that holds everywhere
};

}  // namespace boardcheck::match
