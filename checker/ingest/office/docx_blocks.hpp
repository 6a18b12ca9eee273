// Writes the stories of a Word file as blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ingest/draft_writer.hpp"
#include "ingest/office/docx_notes.hpp"
#include "ingest/office/docx_numbering.hpp"
#include "ingest/office/docx_story.hpp"
#include "ingest/office/parts.hpp"

namespace boardcheck::ingest::docx {

/// What the text of a block looks like; headings that are no headings by their style are told by it.
struct TextLook {
    int size = 0;  // of its smallest letters, in half points; 0: not known
    bool underlined = false;
    bool capitals = false;
    bool contents = false;  // a line of the table of contents
};

/// What blocks call.
struct DocxAsides {
    Notes& footnotes;
    Notes& endnotes;
    Notes& comments;
    OfficeParts& parts;  // with diagrams among them
};

class DocxBlocks {
public:
    DocxBlocks(Draft& draft, Styles& styles, Numbering& numbering, DocxAsides asides, std::size_t depth)
        : draft_(draft), writer_(draft), styles_(styles), numbering_(numbering), asides_(asides), depth_(depth) {}

    /// The paper's own text, with the notes and comments that it calls behind the blocks that call them.
    void body(const Story& story);
    /// A header or footer; nothing that has been written before as the same kind.
    void furniture(const Story& story, BlockKind kind);
    /// Of the blocks of the draft, one each.
    const std::vector<TextLook>& looks() const { return looks_; }
    const StoryNotes& aside_notes() const { return notes_; }

private:
    DraftBlock block_of(const Story& story, const Paragraph& paragraph);
    void place_in_list(DraftBlock& block);
    void place_in_table(DraftBlock& block, const CellPlace& place);
    bool write(const Story& story, const Paragraph& paragraph, const DraftBlock& block);
    bool end_block(const Story& story, const Paragraph& paragraph, const DraftBlock& block, const TextLook& look);
    TextLook look_of(const Story& story, const Paragraph& paragraph, bool& bold) const;
    void call_notes(const Story& story, const Paragraph& paragraph);
    void aside(const Note& note, BlockKind kind);
    void diagram(const Story& story, const Paragraph& paragraph, const pugi::xml_node& reference);

    Draft& draft_;
    DraftWriter writer_;
    Styles& styles_;
    Numbering& numbering_;
    DocxAsides asides_;
    std::size_t depth_;
    std::vector<TextLook> looks_;
    StoryNotes notes_;                                         // of the asides
    std::unordered_map<std::uint32_t, std::uint32_t> tables_;  // as the story numbers them -> those that have words
    std::uint32_t lists_ = 0;
    std::unordered_set<std::string> furniture_;
};

}  // namespace boardcheck::ingest::docx
