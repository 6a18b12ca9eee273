// The pipeline, from the bytes of a paper to all that a report says of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "check/check.hpp"
#include "cli/progress.hpp"
#include "ingest/ingest.hpp"
#include "report/report.hpp"

namespace boardcheck::cli {

/// `options.profile` must be one of the catalogue's.
Result<report::Paper> assess(std::string file, std::string_view bytes, const catalogue::Catalogue& catalogue,
                             const check::Options& options);

/// One outcome for each input, in their order, whatever the number of threads.
std::vector<report::Outcome> assess_all(const std::vector<ingest::Input>& inputs, const catalogue::Catalogue& catalogue,
                                        const check::Options& options, Progress& progress);

}  // namespace boardcheck::cli
