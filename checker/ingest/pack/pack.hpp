// One PDF that holds the papers of a meeting, in; its papers out.
#pragma once

#include <vector>

#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

/// The papers of a pack in the order of their pages, each with its place in the pack; a document that is no pack, or
/// has no pages, comes back as it is. Every block of the pack is in exactly one paper, the one on whose pages it
/// begins; page numbers stay those of the file. A paper without any words is an error in its place. In doubt a
/// document is left whole. Linear in the length of the pack.
std::vector<Result<Document>> split_pack(Document document);

}  // namespace boardcheck::ingest
