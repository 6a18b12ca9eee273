// Reads what `pdftohtml -xml` writes, as it comes. That tool does not always nest its tags well (links across bold
// text), so this is no XML parser: it looks for the few elements that there are, and skips what it does not know.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/pdf/page.hpp"

namespace boardcheck::ingest::pdf {

/// What one run of the tool told: pages in their order, and bookmarks, which it adds at the end.
struct PageRun {
    std::vector<Page> pages;
    std::vector<Bookmark> outline;
};

class PageParser {
public:
    /// The next piece of the tool's output, of any size. False: a page is larger than any page should be.
    bool take(std::string_view piece);
    /// After the last piece.
    PageRun finish() &&;

private:
    struct Font {
        float size = 0;
        bool bold = false;
    };
    void parse_page(std::string_view element);
    void parse_font(std::string_view element);
    void parse_outline(std::string_view text);
    std::unordered_map<int, Font> fonts_;
    std::string waiting_;       // not parsed yet
    std::size_t searched_ = 0;  // of `waiting_`, without the end of a page in it
    PageRun run_;
};

}  // namespace boardcheck::ingest::pdf
