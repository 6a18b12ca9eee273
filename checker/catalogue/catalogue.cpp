#include "catalogue/catalogue.hpp"

#include <algorithm>

namespace boardcheck::catalogue {

std::optional<TermId> Catalogue::term(std::string_view id) const {
    const auto found = term_ids.find(std::string(id));
    if (found == term_ids.end()) return {};
    return found->second;
}

const Requirement* Catalogue::requirement(std::string_view id) const {
    const auto found = std::lower_bound(
        requirements.begin(), requirements.end(), id,
        [](const Requirement& requirement, std::string_view wanted) { return requirement.id < wanted; });
    return found != requirements.end() && found->id == id ? &*found : nullptr;
}

const Profile* Catalogue::profile(std::string_view id) const {
    const auto found =
        std::find_if(profiles.begin(), profiles.end(), [&](const Profile& profile) { return profile.id == id; });
    return found != profiles.end() ? &*found : nullptr;
}

const FindingRule* Catalogue::finding(std::string_view id) const {
    const auto found = std::lower_bound(findings.begin(), findings.end(), id,
                                        [](const FindingRule& rule, std::string_view name) { return rule.id < name; });
    return found != findings.end() && found->id == id ? &*found : nullptr;
}

std::string Catalogue::message(std::string_view id,
                               const std::map<std::string, std::string, std::less<>>& values) const {
    const auto found = messages.find(id);
    if (found == messages.end()) return std::string(id);
    const std::string_view text = found->second;
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto open = std::min(text.find('{', at), text.size());
        const auto close = text.find('}', open);
        out += text.substr(at, open - at);
        if (close == std::string_view::npos) return out.append(text.substr(open));
        const auto value = values.find(text.substr(open + 1, close - open - 1));
        if (value != values.end())
            out += value->second;
        else
            out += text.substr(open, close + 1 - open);
        at = close + 1;
    }
    return out;
}

std::string_view to_string(Standing standing) {
    switch (standing) {
        case Standing::silent:
            return "silent";
        case Standing::restated:
            return "restated";
        case Standing::planned:
            return "planned";
        case Standing::in_place:
            return "in-place";
        case Standing::contradicted:
            return "contradicted";
        case Standing::not_applicable:
            return "not-applicable";
    }
    return {};
}

std::string_view to_string(Strength strength) {
    switch (strength) {
        case Strength::must:
            return "must";
        case Strength::should:
            return "should";
        case Strength::may:
            return "may";
        case Strength::fact:
            return "fact";
    }
    return {};
}

std::string_view to_string(Confidence confidence) {
    switch (confidence) {
        case Confidence::high:
            return "high";
        case Confidence::medium:
            return "medium";
        case Confidence::low:
            return "low";
    }
    return {};
}

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::none:
            return "none";
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return {};
}

std::optional<Standing> parse_standing(std::string_view text) {
    for (const auto standing : {Standing::silent, Standing::restated, Standing::planned, Standing::in_place,
                                Standing::contradicted, Standing::not_applicable})
        if (to_string(standing) == text) return standing;
    return {};
}

}  // namespace boardcheck::catalogue
