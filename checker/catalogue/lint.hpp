// What is legal in rules but surely not meant: patterns that can never match, terms that nothing asks for, requirements
// that say the same. For whoever writes rules; nothing that checks papers needs it.
#pragma once

#include <string>
#include <vector>

#include "base/base.hpp"
#include "catalogue/catalogue.hpp"

namespace boardcheck::catalogue {

struct Warning {
    std::string kind;  // "never-matches", "unused-term", ...: the list is in rules/README.md
    Error about;       // where, what, and how to mend it
    friend auto operator<=>(const Warning&, const Warning&) = default;
};

/// In the order of file and line; each once.
std::vector<Warning> lint(const Catalogue& catalogue);

}  // namespace boardcheck::catalogue
