#include "ingest/office/docx_notes.hpp"

#include <utility>

#include "ingest/office/docx_numbering.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest::docx {

Notes::Notes(pugi::xml_document tree, std::string_view format) : tree_(std::move(tree)), format_(format) {
    for (const pugi::xml_node each : tree_.document_element().children()) {
        // The lines that are drawn above notes are kept among them.
        if (attribute(each, "type").ends_with("eparator")) continue;
        if (has_attribute(each, "id")) notes_.try_emplace(number_in(attribute(each, "id")), each);
    }
}

std::optional<Note> Notes::call(const pugi::xml_node& reference) {
    const auto found = notes_.find(number_in(attribute(reference, "id"), -1));
    if (found == notes_.end()) return std::nullopt;
    Note note{found->second, {}};
    notes_.erase(found);
    const auto own_mark = attribute(reference, "customMarkFollows");
    if (own_mark.empty() || own_mark == "0" || own_mark == "false") note.number = list_number(++count_, format_);
    return note;
}

}  // namespace boardcheck::ingest::docx
