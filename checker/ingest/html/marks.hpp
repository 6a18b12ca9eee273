// Numbers and bullets in front of lists and paragraphs, and the notes of a page, as HTML and its producers write them.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/html/page.hpp"

namespace boardcheck::ingest {

/// "3", "c", "iii" of a list's type ("1", "a", "A", "i", "I").
std::string list_number(int value, char type);
/// Of <ol>: its type attribute or the style of its marks.
char list_type(const GumboNode& list);

/// A number or bullet that Word wrote into the text of a paragraph, as browsers know nothing of its lists.
struct WrittenMark {
    const GumboNode* end = nullptr;  // the text up to and with this node is the mark
    std::string number;              // empty: a bullet
    int level = 1;
};
std::optional<WrittenMark> written_mark(const GumboNode& paragraph);
/// "(a)" of " (a) ", "5" of "5.", nothing of a bullet.
std::string mark_number(std::string_view text);

enum class NoteKind { footnote, comment };
struct HtmlNote {
    const GumboNode* node = nullptr;
    NoteKind kind = NoteKind::footnote;
    std::string number;
};

/// Footnotes, endnotes and reviewers' comments.
class HtmlNotes {
public:
    explicit HtmlNotes(const GumboNode& root) { find(root, false); }
    const std::vector<HtmlNote>& all() const { return notes_; }
    /// Index of the note at this node.
    std::optional<std::size_t> at(const GumboNode& node) const;
    /// Index of the note that a link calls.
    std::optional<std::size_t> called_by(const GumboNode& link) const;

private:
    void find(const GumboNode& node, bool in_notes);
    void add(const GumboNode& node, NoteKind kind);
    void learn_names(const GumboNode& node, std::size_t index);
    std::vector<HtmlNote> notes_;
    std::unordered_map<const GumboNode*, std::size_t> of_node_;
    std::unordered_map<std::string, std::size_t> of_name_;
};

}  // namespace boardcheck::ingest
