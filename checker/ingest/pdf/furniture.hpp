// Running heads, feet and page numbers: what stands at the edge of several pages that follow each other, numbers apart.
#pragma once

#include <vector>

#include "ingest/pdf/page.hpp"

namespace boardcheck::ingest::pdf {

struct Furniture {
    std::vector<Line> heads, feet;
};

/// Takes the furniture from the pages' lines, and each page's printed number as its label; one Furniture for each page.
std::vector<Furniture> take_furniture(std::vector<Page>& pages);

}  // namespace boardcheck::ingest::pdf
