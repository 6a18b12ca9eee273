// One body of which two papers of a meeting tell another number, chair or day.
#include <algorithm>
#include <map>

#include "check/pack_parts.hpp"

namespace boardcheck::check {

namespace {

using extract::Structure;

struct Place {
    std::uint32_t paper = 0;
    const Structure* body = nullptr;
};

/// The same body in two papers has the same kind, and the same acronym or the same words in its name.
std::string key_of(const Structure& body) {
    std::string key = body.kind + '|';
    for (const std::string& stem : bag_of(body.name)) key += stem + ' ';
    return key;
}

/// Something that is told of a body, as words; empty: it is not told.
struct Trait {
    std::string_view rule;
    std::string (*read)(const Structure& body);
};

std::string number_of(const Structure& body) {
    // That there is one of something is what a paper seems to say that does not count.
    return body.count.value_or(1) > 1 ? std::to_string(*body.count) : std::string();
}

std::string chair_of(const Structure& body) { return body.count.value_or(1) > 1 ? std::string() : body.chair; }
std::string start_of(const Structure& body) { return body.starts; }

/// Whether one says less exactly what the other says: "2022-01" and "2022-01-06", "Dr Menon" and "Dr Hari Menon".
bool agree(const std::string& one, const std::string& other) {
    const Bag a = bag_of(one), b = bag_of(other);
    const Bag& fewer = a.size() < b.size() ? a : b;
    const Bag& more = a.size() < b.size() ? b : a;
    const bool inside = std::includes(more.begin(), more.end(), fewer.begin(), fewer.end());
    return inside || one.starts_with(other) || other.starts_with(one);
}

void add_trait(Pack& pack, const std::vector<Place>& places, const Trait& trait) {
    const Place* first = nullptr;
    for (const Place& place : places) {
        const std::string told = trait.read(*place.body);
        if (told.empty()) continue;
        if (first == nullptr) {
            first = &place;
            continue;
        }
        const std::string before = trait.read(*first->body);
        if (first->paper == place.paper || agree(before, told)) continue;
        Finding* finding = pack.add(place.paper, trait.rule, place.body->evidence,
                                    {{"name", place.body->name}, {"here", told}, {"there", before}});
        if (finding != nullptr) finding->others.push_back({before, first->body->evidence, first->paper});
    }
}

}  // namespace

void add_bodies(Pack& pack) {
    static constexpr Trait traits[] = {
        {"pack.number-of-bodies", number_of}, {"pack.chair", chair_of}, {"pack.start", start_of}};
    std::map<std::string, std::vector<Place>> bodies;
    for (const std::uint32_t member : pack.members) {
        for (const Structure& body : pack.paper(member).declarations.structures)
            bodies[key_of(body)].push_back({member, &body});
    }
    for (const auto& [key, places] : bodies) {
        for (const Trait& trait : traits) add_trait(pack, places, trait);
    }
}

}  // namespace boardcheck::check
