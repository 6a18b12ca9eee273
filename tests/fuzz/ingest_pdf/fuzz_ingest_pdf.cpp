// Takes any bytes for what poppler's tool wrote, lays them out, splits them as a pack, and checks what must hold for
// every Document, and that the papers of a pack have all its blocks.
#include <cstdio>
#include <cstdlib>

#include "../../ingest/invariants.hpp"
#include "ingest/assemble.hpp"
#include "ingest/pack/pack.hpp"
#include "ingest/pdf/layout.hpp"
#include "ingest/pdf/page_xml.hpp"

using namespace boardcheck;

namespace {

void holds(const std::string& broken) {
    if (broken.empty()) return;
    std::fprintf(stderr, "does not hold: %s\n", broken.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    ingest::pdf::PageParser parser;
    parser.take(bytes.substr(0, size / 2));
    parser.take(bytes.substr(size / 2));
    ingest::pdf::PageRun run = std::move(parser).finish();
    const ingest::pdf::Layout layout = ingest::pdf::lay_out(std::move(run.pages), run.outline);
    ingest::Document document;
    document.format = ingest::Format::pdf;
    ingest::assemble(layout.draft, document);
    if (document.blocks.empty()) return 0;
    holds(test::broken_invariant(document, document.text));
    const std::size_t blocks = document.blocks.size();
    std::size_t split = 0;
    for (const auto& paper : ingest::split_pack(std::move(document))) {
        if (!paper) continue;
        holds(test::broken_invariant(*paper, paper->text));
        split += paper->blocks.size();
    }
    holds(split == blocks ? "" : "the papers of a pack have other blocks than the pack");
    return 0;
}
