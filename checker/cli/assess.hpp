// The pipeline, from the bytes of a paper to all that a report says of it.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "check/check.hpp"
#include "cli/progress.hpp"
#include "ingest/ingest.hpp"
#include "report/report.hpp"

namespace boardcheck::cli {

struct Options {
    std::optional<check::Options> check;  // none: papers are read and not judged
    ingest::Limits limits = {};
};

/// The pipeline without its last room: what the paper declares.
report::Paper declare(ingest::Document document, const catalogue::Catalogue& catalogue);

/// `options.profile` must be one of the catalogue's.
report::Paper assess(ingest::Document document, const catalogue::Catalogue& catalogue, const check::Options& options);

struct Assessed {
    std::vector<report::Outcome> outcomes;
    std::vector<Notice> notices;  // on files as a whole: what was left out of a zip
};

/// Those papers that could be read, for checks across papers, with the index of each among the outcomes. Borrows from
/// these.
struct KnownPapers {
    std::vector<check::Known> papers;
    std::vector<std::uint32_t> places;
};
KnownPapers known_of(const std::vector<report::Outcome>& outcomes);

/// One outcome for each paper of each input, in their order, whatever the number of threads.
Assessed assess_all(const std::vector<ingest::Input>& inputs, const catalogue::Catalogue& catalogue,
                    const Options& options, Progress& progress);

}  // namespace boardcheck::cli
