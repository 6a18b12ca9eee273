// Who presents an item, where an agenda's columns were not told apart: "Finance report Director of Finance".
#pragma once

#include <string_view>

namespace boardcheck::ingest::pack {

/// The title before the post at its end; all of it where none is there.
std::string_view without_presenter(std::string_view title);

}  // namespace boardcheck::ingest::pack
