#include <algorithm>
#include <iterator>

#include "check/compare.hpp"
#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "cli/profiles.hpp"
#include "cli/version.hpp"

namespace boardcheck::cli {

namespace {

std::vector<check::PaperChange> changes_between(const std::vector<report::Outcome>& before,
                                                const std::vector<report::Outcome>& after) {
    const KnownPapers old_ones = known_of(before), new_ones = known_of(after);
    auto changes = check::compare(old_ones.papers, new_ones.papers);
    for (check::PaperChange& change : changes) {
        if (change.before) change.before = old_ones.places[*change.before];
        if (change.after) change.after = new_ones.places[*change.after];
    }
    return changes;
}

/// Whether there is a new finding of this severity or above.
bool reaches(const report::Compared& compared, catalogue::Severity threshold) {
    return std::any_of(compared.changes.begin(), compared.changes.end(), [&](const check::PaperChange& paper) {
        return std::any_of(paper.findings.begin(), paper.findings.end(), [&](const check::FindingChange& change) {
            if (change.drift != check::Drift::added) return false;
            const auto& after = std::get<report::Paper>(compared.after[*paper.after]);
            return after.assessment.findings[*change.after].severity >= threshold;
        });
    });
}

}  // namespace

int compare(const CompareArguments& arguments, const Rules& rules, const Environment& environment,
            const Streams& streams) {
    if (const auto error = unknown_profile(arguments.profile, rules.catalogue)) {
        complain(streams, *error);
        return failed;
    }
    const Options options{check::Options{arguments.profile, {}}, arguments.limits};
    const std::vector<std::string> before{arguments.before}, after{arguments.after};
    auto old_ones = gather({before, {arguments.output}, options}, rules.catalogue, environment, streams);
    if (!old_ones) return failed;
    auto new_ones = gather({after, {arguments.output}, options}, rules.catalogue, environment, streams);
    if (!new_ones) return failed;
    std::vector<Notice> notices = std::move(old_ones->notices);
    std::move(new_ones->notices.begin(), new_ones->notices.end(), std::back_inserter(notices));
    const report::Compared compared{old_ones->outcomes, new_ones->outcomes,
                                    changes_between(old_ones->outcomes, new_ones->outcomes)};
    const report::Options how{std::string(version()), coloured(arguments.colour, arguments.output, environment),
                              environment.width, catalogue::Severity::none, std::move(notices)};
    const std::string report = arguments.format == Format::json
                                   ? report::compared_json(compared, rules.catalogue, how)
                                   : report::compared_human(compared, rules.catalogue, how);
    if (!deliver(arguments.output, report, streams)) return failed;
    if (!all_read(old_ones->outcomes) || !all_read(new_ones->outcomes)) return failed;
    return arguments.fail_on && reaches(compared, *arguments.fail_on) ? found : clean;
}

}  // namespace boardcheck::cli
