// HTML that a parser can read in linear time and bounded depth, whatever was written.
//
// gumbo takes quadratic time on deep nesting, on formatting that is never closed and on elements with thousands of
// attributes. What it is given here is nested properly and no deeper than a fixed bound, without formatting that no
// reader needs, without attributes that nobody asks for, and without what is never read: scripts, styles, drawings,
// widgets of forms. No readable word is lost: of what stands deeper, the tags become line breaks.
#pragma once

#include <string>
#include <string_view>

#include "base/base.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

/// Elements within each other, at most, in what `tame` writes and a parser makes of it.
constexpr std::size_t deepest_element = 256;

/// Errors: more elements than a paper of `limits.blocks` can have.
Result<std::string> tame(const std::string& file, std::string_view html, const Limits& limits);

}  // namespace boardcheck::ingest
