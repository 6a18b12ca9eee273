#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

std::string_view name_of(Format format) {
    switch (format) {
        case Format::text:
            return "text";
        case Format::markdown:
            return "markdown";
        case Format::html:
            return "html";
        case Format::docx:
            return "docx";
        case Format::pptx:
            return "pptx";
        case Format::odt:
            return "odt";
        case Format::odp:
            return "odp";
        case Format::pdf:
            return "pdf";
        case Format::zip:
            return "zip";
    }
    return {};
}

std::string_view name_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::heading:
            return "heading";
        case BlockKind::paragraph:
            return "paragraph";
        case BlockKind::list_item:
            return "list_item";
        case BlockKind::table_cell:
            return "table_cell";
        case BlockKind::caption:
            return "caption";
        case BlockKind::header:
            return "header";
        case BlockKind::footer:
            return "footer";
        case BlockKind::footnote:
            return "footnote";
        case BlockKind::slide_title:
            return "slide_title";
        case BlockKind::speaker_note:
            return "speaker_note";
        case BlockKind::comment:
            return "comment";
    }
    return {};
}

}  // namespace boardcheck::ingest
