#include "cli/examples.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "cli/assess.hpp"
#include "cli/suggestion.hpp"

namespace boardcheck::cli {

using catalogue::Catalogue;
using catalogue::Example;
using catalogue::ExampleKind;
using catalogue::Requirement;
using catalogue::Standing;

namespace {

/// Examples are short; any profile that leaves nothing out will do, and this one is there for papers of any kind.
constexpr std::string_view profile = "default";

/// An example without a date is judged as if written when all sources had appeared, so that none is too new for it.
Date day_for(const Example& example, const Catalogue& catalogue) {
    if (example.date.year != 0) return example.date;
    Date latest;
    for (const catalogue::Source& source : catalogue.sources) latest = std::max(latest, source.date);
    return latest;
}

std::optional<std::string> standing_fault(const Example& example, Standing standing) {
    const auto expected = [&](std::string_view wanted) {
        return fmt::format("expected {}, came out {}", wanted, to_string(standing));
    };
    const bool said = standing != Standing::silent && standing != Standing::not_applicable;
    switch (example.kind) {
        case ExampleKind::match:
            if (example.standing && standing != *example.standing) return expected(to_string(*example.standing));
            if (!said) return expected("a standing");
            if (!example.standing && standing == Standing::contradicted)
                return expected("anything but a contradiction");
            return {};
        case ExampleKind::near_miss:
            if (standing != Standing::silent) return expected(to_string(Standing::silent));
            return {};
        case ExampleKind::contradicting:
            if (standing != Standing::contradicted) return expected(to_string(Standing::contradicted));
            return {};
    }
    return {};
}

std::optional<std::string> place_fault(const Example& example, const report::Paper& paper,
                                       const check::RequirementResult& result) {
    if (stands_where_marked(example, paper, result)) return {};
    return "the evidence is not where <at> marks it";
}

std::optional<std::string> missing_fault(const Example& example, const Requirement& requirement,
                                         const check::RequirementResult& result) {
    if (example.missing.empty()) return {};
    const std::set<std::string> missing(result.missing.begin(), result.missing.end());
    std::set<std::string> expected;
    for (const catalogue::Facet& facet : requirement.facets) {
        const bool listed =
            std::find(example.missing.begin(), example.missing.end(), facet.id) != example.missing.end();
        if (listed) expected.insert(facet.label);
    }
    if (missing == expected) return {};
    return fmt::format("expected to be missing: {}", fmt::join(expected, "; "));
}

}  // namespace

std::string title_of(const Example& example) {
    switch (example.kind) {
        case ExampleKind::match:
            return example.standing ? fmt::format("match ({})", to_string(*example.standing)) : std::string("match");
        case ExampleKind::near_miss:
            return "near-miss";
        case ExampleKind::contradicting:
            return "contradicting";
    }
    return {};
}

std::string marked(const Example& example) {
    std::string text;
    std::uint32_t done = 0;
    for (const Span at : example.at) {
        text += slice(example.text, {done, at.begin});
        text += fmt::format("<at>{}</at>", slice(example.text, at));
        done = at.end;
    }
    return text + example.text.substr(done);
}

Result<report::Paper> paper_of(const Example& example, const Catalogue& catalogue) {
    const check::Options options{std::string(profile), day_for(example, catalogue)};
    auto document = ingest::ingest("example.md", example.text);
    if (!document) return tl::make_unexpected(document.error());
    return assess(std::move(*document), catalogue, options);
}

bool stands_where_marked(const Example& example, const report::Paper& paper, const check::RequirementResult& result) {
    if (example.at.empty() || result.evidence.empty()) return true;
    return std::any_of(result.evidence.begin(), result.evidence.end(), [&](const extract::Evidence& evidence) {
        const Span place = report::place_of(paper, evidence).source;
        return std::any_of(example.at.begin(), example.at.end(), [&](Span at) { return overlap(at, place); });
    });
}

Verdict judge(const Catalogue& catalogue, std::uint32_t index, const Example& example) {
    const Requirement& requirement = catalogue.requirements[index];
    const auto read = paper_of(example, catalogue);
    if (!read) return {{"it cannot be read: " + read.error().message}, "", {}};
    const report::Paper& paper = *read;
    const check::RequirementResult& result = paper.assessment.requirements[index];
    Verdict verdict;
    verdict.outcome = to_string(result.standing);
    if (!result.missing.empty()) verdict.outcome += fmt::format(", without: {}", fmt::join(result.missing, "; "));
    for (const extract::Evidence& evidence : result.evidence) {
        verdict.evidence.push_back(report::quote_of(paper, evidence));
    }
    for (auto fault : {standing_fault(example, result.standing), place_fault(example, paper, result),
                       missing_fault(example, requirement, result)}) {
        if (fault) verdict.faults.push_back(std::move(*fault));
    }
    return verdict;
}

Error unknown_requirement(const std::string& id, const Catalogue& catalogue, bool themes) {
    std::vector<std::string> names;
    for (const Requirement& requirement : catalogue.requirements) {
        names.push_back(requirement.id);
        const bool listed = std::find(names.begin(), names.end(), requirement.theme) != names.end();
        if (themes && !listed) names.push_back(requirement.theme);
    }
    for (const catalogue::Marker& marker : catalogue.markers) {
        if (themes) names.push_back(marker.name);
    }
    for (const catalogue::FindingRule& rule : catalogue.findings) {
        if (themes) names.push_back(rule.id);
    }
    return {"", 0,
            fmt::format("there is no requirement{} '{}'{}", themes ? " or theme" : "", id, suggestion(id, names)),
            "boardcheck rules list names them all"};
}

Result<Chosen> chosen(const std::vector<std::string>& ids, const Catalogue& catalogue) {
    std::set<std::string_view> unknown(ids.begin(), ids.end());
    const auto named = [&](std::string_view name) {
        unknown.erase(name);
        return ids.empty() || std::find(ids.begin(), ids.end(), name) != ids.end();
    };
    Chosen chosen;
    for (std::uint32_t i = 0; i < catalogue.requirements.size(); ++i) {
        const bool by_id = named(catalogue.requirements[i].id);
        const bool by_theme = named(catalogue.requirements[i].theme);
        if (by_id || by_theme) chosen.requirements.push_back(i);
    }
    for (std::uint32_t i = 0; i < catalogue.markers.size(); ++i) {
        if (named(catalogue.markers[i].name)) chosen.markers.push_back(i);
    }
    for (std::uint32_t i = 0; i < catalogue.findings.size(); ++i) {
        const bool by_id = named(catalogue.findings[i].id);
        const bool by_family = named(catalogue.findings[i].family);
        if (by_id || by_family) chosen.findings.push_back(i);
    }
    for (const std::string& id : ids) {
        if (unknown.contains(id)) return tl::make_unexpected(unknown_requirement(id, catalogue, true));
    }
    return chosen;
}

}  // namespace boardcheck::cli
