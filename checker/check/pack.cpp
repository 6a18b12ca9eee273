// Which papers are those of one meeting, and what holds them together.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "check/pack_parts.hpp"

namespace boardcheck::check {

namespace {

using Indices = std::vector<std::uint32_t>;

/// The folder, zip or PDF in which a paper lies.
std::string container(const ingest::Document& document) {
    if (document.pack) return document.file;
    const auto slash = document.file.rfind('/');
    return slash == std::string::npos ? std::string() : document.file.substr(0, slash);
}

bool is_agenda(const Known& paper) { return !paper.declarations.agenda.empty(); }

/// The first day that an agenda names before its items.
std::optional<Date> day_of_agenda(const Known& agenda) {
    const extract::DateValue* date = meeting_day(agenda);
    return date == nullptr ? agenda.declarations.meta.date : date->first;
}

/// Whether a folder holds the papers of its one agenda: most of those that have a date have the agenda's.
bool is_pack_of_agenda(const std::vector<Known>& papers, const Indices& together) {
    const auto agenda =
        std::find_if(together.begin(), together.end(), [&](std::uint32_t index) { return is_agenda(papers[index]); });
    const std::optional<Date> day = day_of_agenda(papers[*agenda]);
    std::size_t dated = 0, same = 0;
    for (const std::uint32_t index : together) {
        const auto& date = papers[index].declarations.meta.date;
        if (index == *agenda || !date || date->day == 0) continue;
        ++dated;
        if (date == day) ++same;
    }
    return day && 2 * same > dated;
}

/// Inside a file that is a pack.
bool is_bound(const Known& paper, const std::string& container) {
    return paper.document.pack.has_value() || container.ends_with(".zip");
}

/// To whom a paper goes, and when; nothing where it does not say both.
std::optional<std::pair<std::string, std::string>> meeting_of(const Known& paper) {
    const extract::Meta& meta = paper.declarations.meta;
    if (!meta.date || meta.date->day == 0 || meta.body.empty()) return {};
    std::string body;
    for (const std::string& stem : bag_of(meta.body)) body += stem + ' ';
    return std::pair{body, to_string(*meta.date)};
}

/// In a folder of papers of many meetings: those that go to the same body on the same day.
void add_by_meeting(const std::vector<Known>& papers, const Indices& together, std::vector<Indices>& packs) {
    std::map<std::pair<std::string, std::string>, Indices> by_meeting;
    for (const std::uint32_t index : together) {
        if (const auto meeting = meeting_of(papers[index])) by_meeting[*meeting].push_back(index);
    }
    for (auto& [meeting, members] : by_meeting) {
        std::set<Bag> titles;  // papers of one title are drafts of each other
        std::erase_if(members, [&](std::uint32_t index) {
            return !titles.insert(bag_of(papers[index].declarations.meta.title)).second;
        });
        if (members.size() > 1) packs.push_back(std::move(members));
    }
}

}  // namespace

std::vector<Indices> packs_of(const std::vector<Known>& papers) {
    std::map<std::string, Indices> by_container;
    for (std::uint32_t i = 0; i < papers.size(); ++i) by_container[container(papers[i].document)].push_back(i);
    std::vector<Indices> packs;
    for (auto& [name, members] : by_container) {
        if (members.size() < 2) continue;
        const auto agendas = std::count_if(members.begin(), members.end(),
                                           [&](std::uint32_t index) { return is_agenda(papers[index]); });
        const bool bound = is_bound(papers[members.front()], name);
        const bool one_meeting = bound || (agendas == 1 && is_pack_of_agenda(papers, members));
        if (one_meeting && agendas < 2)
            packs.push_back(std::move(members));
        else
            add_by_meeting(papers, members, packs);
    }
    std::sort(packs.begin(), packs.end());
    return packs;
}

std::string Pack::file(std::uint32_t index) const {
    const std::string& name = papers_[index].document.file;
    const auto slash = name.rfind('/');
    return slash == std::string::npos ? name : name.substr(slash + 1);
}

Finding* Pack::add(std::uint32_t paper, std::string_view rule, std::optional<extract::Evidence> evidence,
                   const Values& values) {
    const Assessment& assessment = papers_[paper].assessment;
    auto finding =
        finding_of(catalogue_, *catalogue_.profile(assessment.profile), assessment.as_at, rule, evidence, values);
    if (!finding) return nullptr;
    findings_.push_back({paper, std::move(*finding)});
    return &findings_.back().finding;
}

std::vector<PackFinding> check_packs(const std::vector<Known>& papers, const catalogue::Catalogue& catalogue) {
    std::vector<PackFinding> findings;
    for (Indices& members : packs_of(papers)) {
        Pack pack(papers, std::move(members), catalogue, findings);
        add_agenda(pack);
        add_bodies(pack);
        add_figures(pack);
        add_promises(pack);
    }
    return findings;
}

}  // namespace boardcheck::check
