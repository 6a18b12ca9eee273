// The languages that a paper is written in.
#pragma once

#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

/// Sets `language` and `second_language` of a document by the words of its body, and tells of a second one. Safe to
/// call from several threads. Time is linear.
void tell_languages(Document& document);

}  // namespace boardcheck::ingest
