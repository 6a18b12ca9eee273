// What the checks of a pack share.
#pragma once

#include "check/likeness.hpp"
#include "check/parts.hpp"

namespace boardcheck::check {

/// The papers of one meeting, and where to tell what they say differently.
class Pack {
public:
    Pack(const std::vector<Known>& papers, std::vector<std::uint32_t> indices, const catalogue::Catalogue& catalogue,
         std::vector<PackFinding>& findings)
        : members(std::move(indices)), papers_(papers), catalogue_(catalogue), findings_(findings) {}

    const std::vector<std::uint32_t> members;  // indices of the papers
    const Known& paper(std::uint32_t index) const { return papers_[index]; }
    std::string file(std::uint32_t index) const;  // without its folder

    /// Adds a finding at a paper; null where its profile does not want to hear of it.
    Finding* add(std::uint32_t paper, std::string_view rule, std::optional<extract::Evidence> evidence,
                 const Values& values);

private:
    const std::vector<Known>& papers_;
    const catalogue::Catalogue& catalogue_;
    std::vector<PackFinding>& findings_;
};

/// The day for which an agenda is: the first that it names before its items; null where it names none.
const extract::DateValue* meeting_day(const Known& agenda);

void add_agenda(Pack& pack);    // papers against the agenda
void add_bodies(Pack& pack);    // one body with other numbers, chairs or days
void add_figures(Pack& pack);   // one thing with other figures
void add_promises(Pack& pack);  // one action with other dates

}  // namespace boardcheck::check
