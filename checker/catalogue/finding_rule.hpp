// What a finding is called, says and weighs: a part of catalogue.hpp. Its words are messages of the same id.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/base.hpp"
#include "catalogue/pattern.hpp"
#include "catalogue/requirement.hpp"

namespace boardcheck::catalogue {

struct FindingRule {
    std::string id;      // "reference.wrong-date"
    std::string family;  // "reference"
    Severity severity = Severity::note;
    Confidence confidence = Confidence::medium;
    std::optional<Date> from, until;  // only papers of these days are judged by it
    bool across_papers = false;       // looks at all papers of a pack: no example can have it
    std::vector<PatternId> patterns;  // where these match, there it is; none: the checker finds it otherwise
    std::vector<Example> examples;    // papers that have it, and papers that do not
    std::string file;
    std::uint32_t line = 0;
};

}  // namespace boardcheck::catalogue
