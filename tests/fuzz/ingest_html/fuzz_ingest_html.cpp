// Reads any bytes as a page, and checks what must hold for every Document.
#include <cstdio>
#include <cstdlib>

#include "../../ingest/invariants.hpp"
#include "ingest/ingest.hpp"

using namespace boardcheck;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    constexpr std::string_view of_case = "== paper\n";
    if (bytes.starts_with(of_case)) bytes.remove_prefix(of_case.size());
    const std::string page = "<html>" + std::string(bytes);
    const auto document = ingest::ingest("page.html", page);
    if (!document) return 0;
    const std::string broken = test::broken_invariant(*document, page);
    if (!broken.empty()) {
        std::fprintf(stderr, "does not hold: %s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
