// Steps through the elements of a Word part in document order, without recursion: input may nest as deep as it likes.
//
// Of alternative contents (the same text box for new and for old programs) one is seen: the first Choice, or else the
// Fallback.
#pragma once

#include <string_view>

#include <pugixml.hpp>

namespace boardcheck::ingest::docx {

/// The first node inside of `node`; null where it is empty.
pugi::xml_node first_inside(const pugi::xml_node& node);
/// The node after `node` below `root`: inside of it where `enter` says so, else behind it. Null after the last.
pugi::xml_node node_after(pugi::xml_node node, const pugi::xml_node& root, bool enter);
/// An element whose text is not part of the paper any more, or stands elsewhere now.
inline bool is_deletion(std::string_view name) { return name == "del" || name == "moveFrom"; }
/// A switch of Word: present without a value, "1", "true" and "on" are on. False where `node` is null.
bool is_on(const pugi::xml_node& node);

}  // namespace boardcheck::ingest::docx
