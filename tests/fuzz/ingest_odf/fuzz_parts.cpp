// Reads any bytes as an office file, or as the parts of one in the form of our cases, and checks what must hold for
// every Document. The seeds say which reader is tried.
#include <cstdio>
#include <cstdlib>

#include "../../ingest/invariants.hpp"
#include "../../ingest/office/zipped.hpp"
#include "ingest/ingest.hpp"

using namespace boardcheck;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const test::Parts parts = test::parts_in(bytes.substr(0, bytes.find("== blocks")));
    const std::string file = parts.empty() ? std::string(bytes) : test::zipped(parts);
    const auto document = ingest::ingest("paper", file);
    if (!document) return 0;
    const std::string broken = test::broken_invariant(*document, document->text);
    if (!broken.empty() && !test::is_text(document->format)) {
        std::fprintf(stderr, "does not hold: %s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
