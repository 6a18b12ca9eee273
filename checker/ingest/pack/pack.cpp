#include "ingest/pack/pack.hpp"

#include "ingest/pack/cut.hpp"
#include "ingest/pack/page_facts.hpp"
#include "ingest/pack/paper_starts.hpp"

namespace boardcheck::ingest {

std::vector<Result<Document>> split_pack(Document document) {
    const auto pages = pack::page_facts(document);
    const auto starts = pages.empty() ? std::vector<pack::PaperStart>() : pack::paper_starts(document, pages);
    constexpr std::size_t fewest = 2;
    if (starts.size() >= fewest) return pack::cut(document, starts, pages.back().number);
    std::vector<Result<Document>> whole;
    whole.emplace_back(std::move(document));
    return whole;
}

}  // namespace boardcheck::ingest
