#include "check/check.hpp"

#include <cassert>

#include "check/readings.hpp"

namespace boardcheck::check {

Assessment check(const ingest::Document& document, const text::Text& text, const match::Matches& matches,
                 const extract::Declarations& declarations, const catalogue::Catalogue& catalogue,
                 const Options& options) {
    const ChosenProfile chosen = options.profile == automatic
                                     ? choose_profile(text, matches, declarations.meta, catalogue)
                                     : ChosenProfile{catalogue.profile(options.profile), ""};
    assert(chosen.profile != nullptr);
    const std::optional<Date> as_at = options.as_at ? options.as_at : declarations.meta.date;
    const Case paper{document, text, matches, declarations, catalogue, *chosen.profile, as_at};
    Assessment assessment;
    assessment.profile = chosen.profile->id;
    assessment.profile_why = chosen.why;
    assessment.as_at = as_at;
    assessment.requirements = assess_requirements(paper);
    const Readings read(paper);
    assessment.findings = find(paper, read, assessment.requirements);
    assessment.figures = figures_of(read);
    return assessment;
}

}  // namespace boardcheck::check
