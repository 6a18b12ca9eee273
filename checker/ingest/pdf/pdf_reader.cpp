#include "ingest/pdf/pdf_reader.hpp"

#include <fmt/format.h>

#include "ingest/pdf/layout.hpp"
#include "ingest/pdf/poppler.hpp"

namespace boardcheck::ingest {

namespace {

/// One notice for each run of pages.
void note_empty_pages(const std::string& file, const std::vector<std::uint32_t>& pages, std::vector<Notice>& notices) {
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
        notices.push_back({file, 0,
                           last == i ? fmt::format("page {} has no text layer", pages[i])
                                     : fmt::format("pages {} to {} have no text layer", pages[i], pages[last])});
        i = last + 1;
    }
}

}  // namespace

Result<Reading> read_pdf(const std::string& file, std::string_view bytes, const Limits& limits) {
    auto pages = pdf::read_pages(file, bytes, limits);
    if (!pages) return tl::unexpected(std::move(pages.error()));
    const std::size_t count = pages->pages.size();
    pdf::Layout layout = pdf::lay_out(std::move(pages->pages), pages->outline);
    if (layout.empty_pages.size() == count) {
        return tl::unexpected(
            Error{file, 0, "the PDF has no text layer: its pages are pictures",
                  "run OCR on it (ocrmypdf, or a scanner's \"searchable PDF\"), and give the result"});
    }
    Reading reading{std::move(layout.draft)};
    reading.format = Format::pdf;
    reading.properties = std::move(pages->properties);
    reading.outline = std::move(pages->outline);
    reading.notices = std::move(pages->notices);
    note_empty_pages(file, layout.empty_pages, reading.notices);
    return reading;
}

}  // namespace boardcheck::ingest
