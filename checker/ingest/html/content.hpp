// Which part of a page is the paper: not the furniture of the site around it.
//
// What the page itself calls its main part is believed where it holds enough of the words. Else the way goes down from
// the body as long as one element holds nearly all running text; what stands beside that way is furniture where it is
// mostly links, where its name says so, or where it speaks of cookies or copyright. When in doubt it is read.
#pragma once

#include <unordered_set>
#include <vector>

#include "ingest/html/page.hpp"

namespace boardcheck::ingest {

struct Content {
    std::vector<const GumboNode*> roots;  // in order
    std::unordered_set<const GumboNode*> left_out;
    std::unordered_set<const GumboNode*> layout_tables;  // only arrange the page: their cells are read one by one
};

Content find_content(const GumboNode& body);

}  // namespace boardcheck::ingest
