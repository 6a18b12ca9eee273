// The parts of the lint: one function for each kind of content.
#pragma once

#include <string>
#include <vector>

#include "catalogue/lint.hpp"

namespace boardcheck::catalogue {

class Warnings {
public:
    template <typename Content>  // anything that knows its file and line
    void add(std::string kind, const Content& at, std::string message, std::string mend) {
        warnings_.push_back({std::move(kind), {at.file, at.line, std::move(message), std::move(mend)}});
    }
    std::vector<Warning> sorted() &&;

private:
    std::vector<Warning> warnings_;
};

/// Patterns and alternatives that can never match, and alternatives that repeat others.
void lint_patterns(const Catalogue& catalogue, Warnings& warnings);
/// Terms that nothing asks for, variants that two terms share, entities that are hidden where they are looked for.
void lint_terms(const Catalogue& catalogue, Warnings& warnings);
/// Requirements that say the same as others, near-twins that do not know each other, parts that repeat the whole.
void lint_requirements(const Catalogue& catalogue, Warnings& warnings);

}  // namespace boardcheck::catalogue
