// Parts that a paper of any kind should have.
#include "check/parts.hpp"

namespace boardcheck::check {

void add_form(const Case& paper, std::vector<Finding>& findings) {
    const extract::Meta& meta = paper.declarations.meta;
    if (!meta.date) add(paper, findings, "form.no-date", {}, {});
    if (meta.authors.empty()) add(paper, findings, "form.no-author", {}, {});
    if (meta.purpose.empty()) add(paper, findings, "form.no-purpose", {}, {});
    if (paper.declarations.recommendations.empty()) add(paper, findings, "form.no-recommendation", {}, {});
}

}  // namespace boardcheck::check
