// One action that two papers of a meeting promise for other days.
#include "check/compare_parts.hpp"
#include "check/pack_parts.hpp"

namespace boardcheck::check {

namespace {

constexpr double least_likeness = 0.5;

struct Place {
    std::uint32_t paper = 0;
    const extract::Commitment* promise = nullptr;
};

/// Whether one says less exactly what the other says.
bool agree(const std::string& one, const std::string& other) {
    return one.starts_with(other) || other.starts_with(one);
}

}  // namespace

void add_promises(Pack& pack) {
    std::vector<Place> places;
    std::vector<Bag> actions;
    for (const std::uint32_t member : pack.members) {
        for (const extract::Commitment& promise : pack.paper(member).declarations.commitments) {
            if (promise.by.empty()) continue;
            places.push_back({member, &promise});
            actions.push_back(action_of(pack.paper(member).text, promise));
        }
    }
    for (const Pair& pair : alike(actions, actions, least_likeness)) {
        const Place &here = places[pair.other], &there = places[pair.one];
        if (pair.one >= pair.other || here.paper == there.paper) continue;
        const std::string &now = here.promise->by, &before = there.promise->by;
        if (agree(now, before)) continue;
        Finding* finding = pack.add(here.paper, "pack.deadline", here.promise->evidence,
                                    {{"action", here.promise->action}, {"here", now}, {"there", before}});
        if (finding != nullptr) finding->others.push_back({before, there.promise->evidence, there.paper});
    }
}

}  // namespace boardcheck::check
