// Reads any bytes as a paper, and checks what must hold for every Document.
#include <cstdio>
#include <cstdlib>

#include "../../ingest/invariants.hpp"
#include "ingest/ingest.hpp"

using namespace boardcheck;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto document = ingest::ingest("paper.md", bytes);
    if (!document) return 0;
    const auto decoded = ingest::decode("paper.md", bytes, {});
    const std::string_view text = decoded->rewritten ? std::string_view(*decoded->rewritten) : bytes;
    const std::string broken = test::broken_invariant(*document, text);
    if (!broken.empty()) {
        std::fprintf(stderr, "does not hold: %s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
