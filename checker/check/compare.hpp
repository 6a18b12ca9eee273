// Two versions of a paper, or of a pack, in; what became of promises, standings and findings, out.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/check.hpp"

namespace boardcheck::check {

/// What became of a promise. Dropped: the new version says nothing of it. Done: it tells it as done.
enum class Fate { kept, slipped, brought_forward, dropped, done, added };
std::string_view to_string(Fate fate);  // "brought-forward"

struct PromiseChange {
    Fate fate = Fate::kept;
    bool other_owner = false;
    std::optional<std::uint32_t> before, after;  // indices into the commitments of the two papers
    std::optional<extract::Evidence> told;       // in the new paper, where it is told as done
};

struct StandingChange {
    std::uint32_t requirement = 0;  // index into Catalogue::requirements
    catalogue::Standing before = catalogue::Standing::silent, after = catalogue::Standing::silent;
};

/// Moved: the same words stand under another heading, or another number.
enum class Drift { gone, added, moved };
std::string_view to_string(Drift drift);  // "new" for added

struct FindingChange {
    Drift drift = Drift::gone;
    std::optional<std::uint32_t> before, after;  // indices into the findings of the two papers
};

/// Of two papers that are versions of one; or of a paper that only one side has, which has no changes.
struct PaperChange {
    std::optional<std::uint32_t> before, after;  // indices of the papers
    std::vector<PromiseChange> promises;         // those of the old paper in its order, then those that were added
    std::vector<StandingChange> standings;       // in the order of the catalogue
    std::vector<FindingChange> findings;         // gone, then new, then moved
};

/// One entry for each paper: those of the new side in their order, then those that are gone.
std::vector<PaperChange> compare(const std::vector<Known>& before, const std::vector<Known>& after);

}  // namespace boardcheck::check
