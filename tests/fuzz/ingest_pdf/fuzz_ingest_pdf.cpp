// Takes any bytes for what poppler's tool wrote, lays them out, and checks what must hold for every Document.
#include <cstdio>
#include <cstdlib>

#include "../../ingest/invariants.hpp"
#include "ingest/assemble.hpp"
#include "ingest/pdf/layout.hpp"
#include "ingest/pdf/page_xml.hpp"

using namespace boardcheck;

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
    const std::string broken = test::broken_invariant(document, document.text);
    if (!broken.empty()) {
        std::fprintf(stderr, "does not hold: %s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
