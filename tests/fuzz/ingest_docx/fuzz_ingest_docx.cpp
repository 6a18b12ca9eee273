// Reads any bytes as a Word file, or as the parts of one in the form of our cases, and checks what must hold for every
// Document.
#include <cstdio>
#include <cstdlib>

#include "../../ingest/docx/word_file.hpp"
#include "../../ingest/invariants.hpp"
#include "ingest/ingest.hpp"

using namespace boardcheck;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto begin = bytes.find("-- "); begin < 16) bytes.remove_prefix(begin);
    const std::string file =
        bytes.starts_with("-- ") ? test::word_file(bytes.substr(0, bytes.find("== blocks"))) : std::string(bytes);
    const auto document = ingest::ingest("paper.docx", file);
    if (!document) return 0;
    const std::string broken = test::broken_invariant(*document, document->text);
    if (!broken.empty() && document->format == ingest::Format::docx) {
        std::fprintf(stderr, "does not hold: %s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
