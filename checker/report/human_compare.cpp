// Two versions held against each other, for a terminal.
#include <fmt/format.h>

#include "report/compare_parts.hpp"
#include "report/human_parts.hpp"
#include "report/passage.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

using check::Drift;
using check::Fate;

constexpr std::size_t point_indent = 2, detail_indent = 4;

/// What a person should see first, with its heading.
struct Heading {
    Fate fate;
    std::string_view title;
};
constexpr Heading headings[] = {{Fate::dropped, "Promises that are silently dropped"},
                                {Fate::slipped, "Promises that slipped"},
                                {Fate::brought_forward, "Promises that are brought forward"},
                                {Fate::done, "Promises told as done"},
                                {Fate::added, "New promises"},
                                {Fate::kept, "Promises kept as they were"}};

void write_quote(Lines& lines, std::string_view side, const Paper& paper, const extract::Evidence& evidence) {
    lines.write(detail_indent, fmt::format("{}: ", side), "“" + to_string(passage_of(paper, evidence)) + "”",
                Ink::bold);
    lines.write(detail_indent + 2, "— " + place_label(place_of(paper, evidence)), Ink::faint);
}

void write_promise(Lines& lines, const Versions& versions, const check::PromiseChange& change) {
    const extract::Commitment* before = versions.before_of(change);
    const extract::Commitment* after = versions.after_of(change);
    const extract::Commitment& told = after == nullptr ? *before : *after;
    lines.write(point_indent, told.action, Ink::bold);
    if (before != nullptr && after != nullptr && before->by != after->by)
        lines.write(detail_indent, fmt::format("by: {}, now {}", date_or_none(before->by), date_or_none(after->by)));
    if (change.other_owner)
        lines.write(detail_indent, fmt::format("who: {}, now {}", someone(before->owner), someone(after->owner)));
    if (before != nullptr) write_quote(lines, "before", versions.before, before->evidence);
    if (after != nullptr) write_quote(lines, "now", versions.after, after->evidence);
    if (change.told) write_quote(lines, "now", versions.after, *change.told);
}

void write_promises(Lines& lines, const Versions& versions, const std::vector<check::PromiseChange>& changes) {
    for (const Heading& heading : headings) {
        std::vector<const check::PromiseChange*> chosen;
        for (const auto& change : changes)
            if (change.fate == heading.fate) chosen.push_back(&change);
        if (chosen.empty()) continue;
        lines.blank();
        lines.write(0, fmt::format("{} ({})", heading.title, chosen.size()), Ink::bold);
        for (const auto* change : chosen) {
            const bool as_it_was = change->fate == Fate::kept && !change->other_owner;
            if (as_it_was)
                lines.write(point_indent, versions.before_of(*change)->action);
            else
                write_promise(lines, versions, *change);
        }
    }
}

void write_standings(Lines& lines, const catalogue::Catalogue& catalogue,
                     const std::vector<check::StandingChange>& changes) {
    if (changes.empty()) return;
    lines.blank();
    lines.write(0, fmt::format("Standings that changed ({})", changes.size()), Ink::bold);
    for (const auto& change : changes) {
        const catalogue::Requirement& requirement = catalogue.requirements[change.requirement];
        lines.write(point_indent, fmt::format("{} {}: ", requirement.id, requirement.title),
                    fmt::format("{}, now {}", label(change.before), label(change.after)));
    }
}

void write_findings(Lines& lines, const Versions& versions, const std::vector<check::FindingChange>& changes,
                    Drift drift, std::string_view title) {
    std::vector<const check::FindingChange*> chosen;
    for (const auto& change : changes)
        if (change.drift == drift) chosen.push_back(&change);
    if (chosen.empty()) return;
    lines.blank();
    lines.write(0, fmt::format("{} ({})", title, chosen.size()), Ink::bold);
    for (const auto* change : chosen) {
        const Paper& paper = change->after ? versions.after : versions.before;
        const check::Finding& finding = paper.assessment.findings[change->after ? *change->after : *change->before];
        lines.write(point_indent, fmt::format("{} ", to_string(finding.severity)), finding.message);
        if (finding.evidence && drift != Drift::gone) write_quote(lines, "now", paper, *finding.evidence);
    }
}

void write_pair(Lines& lines, const Versions& versions, const check::PaperChange& change,
                const catalogue::Catalogue& catalogue) {
    lines.write(0, name_of(versions.after), Ink::bold);
    lines.write(
        0, fmt::format("{}, now {}", name_of_file(versions.before.document), name_of_file(versions.after.document)),
        Ink::faint);
    write_promises(lines, versions, change.promises);
    write_standings(lines, catalogue, change.standings);
    write_findings(lines, versions, change.findings, Drift::added, "New findings");
    write_findings(lines, versions, change.findings, Drift::gone, "Findings that are gone");
    write_findings(lines, versions, change.findings, Drift::moved, "Findings that moved");
    if (change.promises.empty() && change.standings.empty() && change.findings.empty())
        lines.write(0, "Nothing that matters changed.");
}

}  // namespace

std::string date_or_none(const std::string& iso) { return iso.empty() ? "no date" : long_period(iso); }
std::string someone(const std::string& owner) { return owner.empty() ? "no one" : owner; }

const extract::Commitment* Versions::before_of(const check::PromiseChange& change) const {
    return change.before ? &before.declarations.commitments[*change.before] : nullptr;
}
const extract::Commitment* Versions::after_of(const check::PromiseChange& change) const {
    return change.after ? &after.declarations.commitments[*change.after] : nullptr;
}

std::string compared_human(const Compared& compared, const catalogue::Catalogue& catalogue, const Options& options) {
    Lines lines(options);
    for (const check::PaperChange& change : compared.changes) {
        lines.rule();
        const Paper* before = change.before ? std::get_if<Paper>(&compared.before[*change.before]) : nullptr;
        const Paper* after = change.after ? std::get_if<Paper>(&compared.after[*change.after]) : nullptr;
        if (before != nullptr && after != nullptr)
            write_pair(lines, {*before, *after}, change, catalogue);
        else if (after != nullptr)
            lines.write(0, "New paper: ", name_of(*after), Ink::bold);
        else if (before != nullptr)
            lines.write(0, "Paper that is gone: ", name_of(*before), Ink::bold);
    }
    for (const auto* side : {&compared.before, &compared.after}) {
        for (const Outcome& outcome : *side)
            if (const auto* error = std::get_if<Error>(&outcome)) write_unreadable(lines, *error);
    }
    write_left_out(lines, options.notices);
    return std::move(lines).finish();
}

}  // namespace boardcheck::report
