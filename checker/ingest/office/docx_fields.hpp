// Fields of a Word file: their results are text, their instructions are not. They nest, and may span paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <pugixml.hpp>

namespace boardcheck::ingest::docx {

class Fields {
public:
    /// Looks for fields of the part that never end, to ignore them: else all words after them would be lost.
    explicit Fields(const pugi::xml_node& root);

    /// A w:fldChar. What a field shows without a result, as the chosen entry of a list; mostly empty.
    std::string_view mark(const pugi::xml_node& node);
    void instruction(std::string_view text);
    /// Whether the place belongs to an instruction.
    bool in_instruction() const { return instructions_ > 0; }
    /// Whether a field that encloses the place begins with this word: "TOC".
    bool inside(std::string_view name) const;

private:
    struct Open {
        std::string instruction;
        bool result = false;
    };
    std::vector<Open> open_;
    std::size_t instructions_ = 0;  // of `open_`, those that are not at their result
    std::unordered_set<std::size_t> endless_;
};

/// "SEQ" for " SEQ Table \* ARABIC ".
std::string_view field_name(std::string_view instruction);

}  // namespace boardcheck::ingest::docx
