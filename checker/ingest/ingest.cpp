#include "ingest/ingest.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "ingest/assemble.hpp"
#include "ingest/html/html_reader.hpp"
#include "ingest/language.hpp"
#include "ingest/markdown/text_reader.hpp"
#include "ingest/office/docx_reader.hpp"
#include "ingest/office/odf_reader.hpp"
#include "ingest/office/pptx_reader.hpp"
#include "ingest/pdf/pdf_reader.hpp"
#include "ingest/read_document.hpp"
#include "ingest/sniff.hpp"

namespace boardcheck::ingest {

namespace {

using Reader = Result<Reading> (*)(const std::string& file, std::string_view bytes, const Limits& limits);

struct ReaderOf {
    Format format;
    Reader read;
};
constexpr std::array readers{ReaderOf{Format::text, read_text}, ReaderOf{Format::html, read_html},
                             ReaderOf{Format::odt, read_odt},   ReaderOf{Format::odp, read_odp},
                             ReaderOf{Format::pptx, read_pptx}, ReaderOf{Format::docx, read_docx},
                             ReaderOf{Format::pdf, read_pdf}};

Result<Reading> read(const std::string& file, std::string_view bytes, const Limits& limits) {
    const auto format = sniff(file, bytes, limits);
    if (!format) return tl::unexpected(format.error());
    const auto* const reader =
        std::find_if(readers.begin(), readers.end(), [&](const ReaderOf& each) { return each.format == *format; });
    if (reader == readers.end()) {
        return tl::unexpected(
            Error{file, 0, fmt::format("a {} file is no single paper", name_of(*format)), "give the papers in it"});
    }
    return reader->read(file, bytes, limits);
}

}  // namespace

const PageStart* page_at(const Document& document, std::uint32_t position) {
    const auto after = std::upper_bound(document.pages.begin(), document.pages.end(), position,
                                        [](std::uint32_t at, const PageStart& page) { return at < page.begin; });
    return after == document.pages.begin() ? nullptr : &*std::prev(after);
}

Result<Document> read_document(std::string file, std::string_view bytes, const Limits& limits) {
    auto reading = read(file, bytes, limits);
    if (!reading) return tl::unexpected(std::move(reading.error()));
    if (reading->draft.blocks.size() > limits.blocks) {
        return tl::unexpected(
            Error{file, 0, fmt::format("the file has more than {} paragraphs, headings and cells", limits.blocks),
                  "split it, or check that it is a paper"});
    }
    Document document;
    document.file = std::move(file);
    document.format = reading->format;
    document.outline = std::move(reading->outline);
    document.properties = std::move(reading->properties);
    document.tracked_changes = reading->tracked_changes;
    document.notices = std::move(reading->notices);
    assemble(reading->draft, document);
    if (document.blocks.empty()) {
        return tl::unexpected(
            Error{document.file, 0, "there are no words in the file", "give a paper with text in it"});
    }
    return document;
}

Result<Document> ingest(std::string file, std::string_view bytes, const Limits& limits) {
    auto document = read_document(std::move(file), bytes, limits);
    if (document) tell_languages(*document);
    return document;
}

}  // namespace boardcheck::ingest
