// Which papers are versions of each other, and what of their standings and findings changed.
#include "check/compare.hpp"

#include <algorithm>

#include "check/compare_parts.hpp"

namespace boardcheck::check {

namespace {

constexpr double least_alike_papers = 0.4, least_alike_findings = 0.6;
constexpr std::uint32_t front_sentences = 6;

/// By which a paper is known again: its title, and how it begins.
Bag front_of(const Known& paper) {
    std::string words = paper.declarations.meta.title + ' ' + paper.declarations.meta.agenda_item;
    const std::size_t end = std::min<std::size_t>(front_sentences, paper.text.sentences.size());
    for (std::size_t i = 0; i < end; ++i) {
        words += ' ';
        words += slice(paper.text.text, paper.text.sentences[i].span);
    }
    return bag_of(words);
}

std::vector<Bag> fronts_of(const std::vector<Known>& papers) {
    std::vector<Bag> fronts;
    for (const Known& paper : papers) fronts.push_back(front_of(paper));
    return fronts;
}

std::vector<Pair> versions(const std::vector<Known>& before, const std::vector<Known>& after) {
    if (before.size() == 1 && after.size() == 1) return {{0, 0, 1}};
    return pair_up(fronts_of(before), fronts_of(after), least_alike_papers);
}

/// The heading under which a finding stands, and the number of its paragraph.
std::pair<std::string, std::string> place_of(const Known& paper, const Finding& finding) {
    if (!finding.evidence) return {};
    const text::Sentence& sentence = paper.text.sentences[finding.evidence->sentence];
    const text::Section& section = paper.text.sections[sentence.section];
    std::string heading;
    if (section.heading != text::Section::no_heading)
        heading = slice(paper.text.text, paper.text.sentences[section.heading].span);
    return {section.number + ' ' + heading, paper.document.blocks[sentence.block].number};
}

Bag words_of(const Known& paper, const Finding& finding) {
    Bag bag = finding.evidence ? bag_of(paper.text, finding.evidence->span) : Bag();
    bag.push_back("rule " + finding.rule);  // always in common; and of those without evidence all there is
    std::sort(bag.begin(), bag.end());
    return bag;
}

std::vector<Bag> words_of(const Known& paper) {
    std::vector<Bag> bags;
    for (const Finding& finding : paper.assessment.findings) bags.push_back(words_of(paper, finding));
    return bags;
}

/// A requirement on which the new version says nothing any more is no finding that moved.
bool is_same(const Finding& one, const Finding& other) {
    return one.rule == other.rule && one.evidence.has_value() == other.evidence.has_value();
}

}  // namespace

std::string_view to_string(Fate fate) {
    switch (fate) {
        case Fate::kept:
            return "kept";
        case Fate::slipped:
            return "slipped";
        case Fate::brought_forward:
            return "brought-forward";
        case Fate::dropped:
            return "dropped";
        case Fate::done:
            return "done";
        case Fate::added:
            return "new";
    }
    return "";
}

std::string_view to_string(Drift drift) {
    switch (drift) {
        case Drift::gone:
            return "gone";
        case Drift::added:
            return "new";
        case Drift::moved:
            return "moved";
    }
    return "";
}

std::vector<StandingChange> standing_changes(const Assessment& before, const Assessment& after) {
    std::vector<StandingChange> changes;
    for (std::size_t i = 0; i < std::min(before.requirements.size(), after.requirements.size()); ++i) {
        const RequirementResult &was = before.requirements[i], &is = after.requirements[i];
        if (was.standing != is.standing) changes.push_back({is.requirement, was.standing, is.standing});
    }
    return changes;
}

std::vector<FindingChange> finding_changes(const Known& before, const Known& after) {
    const auto &old_ones = before.assessment.findings, &new_ones = after.assessment.findings;
    std::vector<bool> lasts(old_ones.size()), known(new_ones.size());
    std::vector<FindingChange> moved;
    for (const Pair& pair : alike(words_of(before), words_of(after), least_alike_findings)) {
        const Finding &was = old_ones[pair.one], &is = new_ones[pair.other];
        if (lasts[pair.one] || known[pair.other] || !is_same(was, is)) continue;
        lasts[pair.one] = known[pair.other] = true;
        if (place_of(before, was) != place_of(after, is)) moved.push_back({Drift::moved, pair.one, pair.other});
    }
    std::vector<FindingChange> changes;
    for (std::uint32_t i = 0; i < old_ones.size(); ++i)
        if (!lasts[i]) changes.push_back({Drift::gone, i, {}});
    for (std::uint32_t i = 0; i < new_ones.size(); ++i)
        if (!known[i]) changes.push_back({Drift::added, {}, i});
    std::sort(moved.begin(), moved.end(),
              [](const FindingChange& a, const FindingChange& b) { return a.after < b.after; });
    changes.insert(changes.end(), moved.begin(), moved.end());
    return changes;
}

std::vector<PaperChange> compare(const std::vector<Known>& before, const std::vector<Known>& after) {
    std::vector<PaperChange> papers(after.size());
    for (std::uint32_t i = 0; i < after.size(); ++i) papers[i].after = i;
    std::vector<bool> lasts(before.size());
    for (const Pair& pair : versions(before, after)) {
        const Known &was = before[pair.one], &is = after[pair.other];
        lasts[pair.one] = true;
        papers[pair.other] = {pair.one, pair.other, promise_changes(was, is),
                              standing_changes(was.assessment, is.assessment), finding_changes(was, is)};
    }
    for (std::uint32_t i = 0; i < before.size(); ++i)
        if (!lasts[i]) papers.push_back({i, {}, {}, {}, {}});
    return papers;
}

}  // namespace boardcheck::check
