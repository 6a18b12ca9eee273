#include "ingest/ingest.hpp"

#include <fmt/format.h>

#include "ingest/assemble.hpp"
#include "ingest/bytes.hpp"
#include "ingest/markdown_reader.hpp"
#include "ingest/prepare.hpp"
#include "ingest/repair.hpp"

namespace boardcheck::ingest {

Result<Document> ingest(std::string file, std::string_view bytes, const Limits& limits) {
    auto decoded = decode(file, bytes, limits);
    if (!decoded) return tl::unexpected(std::move(decoded.error()));
    const std::string_view text = decoded->rewritten ? std::string_view(*decoded->rewritten) : bytes;
    const Prepared prepared = prepare(text, decoded->begin, limits);
    Draft draft = read_markdown(prepared, limits);
    if (draft.blocks.size() > limits.blocks) {
        return tl::unexpected(
            Error{file, 0, fmt::format("the file has more than {} paragraphs, headings and cells", limits.blocks),
                  "split it, or check that it is a paper"});
    }
    repair(draft, prepared);
    Document document;
    document.file = std::move(file);
    document.notices = std::move(decoded->notices);
    const bool named_so = document.file.ends_with(".md") || document.file.ends_with(".markdown");
    document.format = prepared.markdown || named_so ? Format::markdown : Format::text;
    assemble(text, prepared, draft, document);
    if (document.blocks.empty()) {
        return tl::unexpected(
            Error{document.file, 0, "there are no words in the file", "give a paper with text in it"});
    }
    return document;
}

}  // namespace boardcheck::ingest
