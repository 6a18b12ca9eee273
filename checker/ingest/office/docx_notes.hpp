// Footnotes, endnotes or comments of a Word file: asides that its text calls by their ids.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace boardcheck::ingest::docx {

struct Note {
    pugi::xml_node node;
    std::string number;  // as printed; empty for comments, and where the text prints a mark of its own
};

class Notes {
public:
    /// `format` numbers the notes as w:numFmt does; "none" for comments.
    Notes(pugi::xml_document tree, std::string_view format);
    Notes(const Notes&) = delete;
    Notes& operator=(const Notes&) = delete;
    /// The note that a reference calls; nothing where there is none, or it has been called already.
    std::optional<Note> call(const pugi::xml_node& reference);

private:
    pugi::xml_document tree_;
    std::string format_;
    std::unordered_map<int, pugi::xml_node> notes_;  // not called yet
    int count_ = 0;
};

}  // namespace boardcheck::ingest::docx
