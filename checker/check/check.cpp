#include "check/check.hpp"

#include <cassert>

#include "check/parts.hpp"

namespace boardcheck::check {

Assessment check(const text::Text& text, const match::Matches& matches, const extract::Declarations& declarations,
                 const catalogue::Catalogue& catalogue, const Options& options) {
    const catalogue::Profile* profile = catalogue.profile(options.profile);
    assert(profile != nullptr);
    const std::optional<Date> as_at = options.as_at ? options.as_at : declarations.meta.date;
    const Case paper{text, matches, declarations, catalogue, *profile, as_at};
    Assessment assessment;
    assessment.profile = options.profile;
    assessment.as_at = as_at;
    assessment.requirements = assess_requirements(paper);
    assessment.findings = find(paper, assessment.requirements);
    return assessment;
}

}  // namespace boardcheck::check
