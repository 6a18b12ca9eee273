// CommonMark (with tables) to draft blocks, through cmark-gfm.
#pragma once

#include "ingest/draft.hpp"
#include "ingest/markdown/prepare.hpp"

namespace boardcheck::ingest {

/// Reads the prepared text piece by piece, so that memory is bounded by the largest piece; stops after `limits.blocks`.
Draft read_markdown(const Prepared& prepared, const Limits& limits);

}  // namespace boardcheck::ingest
