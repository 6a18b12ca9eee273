// What stands on each page of a document: the first of its blocks, its printed number, its running heads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.hpp"

namespace boardcheck::ingest::pack {

struct Page {
    std::uint32_t number = 0;            // in the file
    std::vector<std::size_t> top;        // its first blocks of the body, without running heads
    std::vector<std::size_t> furniture;  // headers, footers and running heads that begin here
    std::size_t last = 0;                // its last block of the body, where it has any
    std::size_t size = 0;                // bytes of its body, about
    std::uint32_t printed = 0;           // its own number as printed; 0: none known
    bool runs_on = false;                // begins inside of a block of the page before
    std::string running_head;            // letters of the running heads that were found in its body
    bool empty() const { return top.empty(); }
};

/// One for each page of the file from 1, also for those without words; empty where the document has no pages.
std::vector<Page> page_facts(const Document& document);

inline std::string_view text_of(const Document& document, std::size_t block) {
    return slice(document.text, document.blocks[block].span);
}
/// A block of the body other than a cell that could be a title: heading, short bold line, capitals.
bool stands_out(const Document& document, std::size_t block);
/// Bytes of a page of middle length.
std::size_t middle_size(const std::vector<Page>& pages);

}  // namespace boardcheck::ingest::pack
