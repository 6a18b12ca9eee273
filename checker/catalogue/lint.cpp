#include "catalogue/lint.hpp"

#include <algorithm>
#include <tuple>

#include "catalogue/lint_parts.hpp"

namespace boardcheck::catalogue {

std::vector<Warning> Warnings::sorted() && {
    std::stable_sort(warnings_.begin(), warnings_.end(), [](const Warning& a, const Warning& b) {
        return std::tie(a.about.file, a.about.line) < std::tie(b.about.file, b.about.line);
    });
    warnings_.erase(std::unique(warnings_.begin(), warnings_.end()), warnings_.end());
    return std::move(warnings_);
}

std::vector<Warning> lint(const Catalogue& catalogue) {
    Warnings warnings;
    lint_patterns(catalogue, warnings);
    lint_terms(catalogue, warnings);
    lint_requirements(catalogue, warnings);
    return std::move(warnings).sorted();
}

}  // namespace boardcheck::catalogue
