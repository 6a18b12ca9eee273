// Numbers that papers of a pack carry: "Agenda item 10.2", "Enc C", "GB 21/045"; and words that begin an appendix.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace boardcheck::ingest::pack {

enum class MarkerKind {
    agenda_item,  // "Agenda item 7", "Item 7"
    paper,        // "Paper C", "Enclosure 4": of the pack's own list of papers
    reference     // "GB 21/045", "TB(4)1.i"
};

struct ItemMarker {
    MarkerKind kind = MarkerKind::agenda_item;
    std::string item;  // "7", "C", "GB 21/045"
    friend bool operator==(const ItemMarker&, const ItemMarker&) = default;
};

/// The marker that a short line holds at its beginning or end; none in a sentence.
std::optional<ItemMarker> item_marker(std::string_view line);
/// "7", "10.2", "7a", "21/045", "3.1.2", also with a trailing stop, which goes; empty where `text` is something else.
std::string_view item_number(std::string_view text);
/// "Appendix 2: Costs", "Annex A": a part of the paper before.
bool begins_appendix(std::string_view line);
/// The words of `title` after its item number or marker and what separates them: "Item 7 - Finance" is "Finance".
std::string_view without_marker(std::string_view title);

}  // namespace boardcheck::ingest::pack
