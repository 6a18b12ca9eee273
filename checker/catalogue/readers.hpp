// From rule files as XML to the parts of a catalogue. One function for each kind of content; each adds what it reads
// to the build and its faults to the build's faults.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "catalogue/faults.hpp"
#include "catalogue/rule_file.hpp"
#include "catalogue/vocabulary.hpp"

namespace boardcheck::catalogue {

/// The most that a cue or a sign can weigh.
constexpr int heaviest = 100;
/// The most sentences that a reading can reach.
constexpr int farthest_reach = 100;

/// What is known while files are read. Terms move into the catalogue at the end.
struct Build {
    Catalogue catalogue;
    Vocabulary vocabulary;
    Faults faults;
    /// False where a file could not be parsed: then names may be missing because of that, and are not called unknown.
    bool names_are_complete = true;
    /// Where each id was first used, by kind and id: "term ics".
    struct Place {
        const XmlFile* file = nullptr;
        std::uint32_t line = 0;
    };
    std::unordered_map<std::string, Place> places;

    /// Whether `id` is new among those of `kind`; else adds the fault.
    bool claim(const XmlFile& file, pugi::xml_node node, std::string_view kind, std::string_view id);
};

/// A name that leads to nothing, with the nearest of `names`.
void unknown_name(const Build& build, const XmlFile& file, pugi::xml_node node, std::string_view kind,
                  std::string_view name, const std::vector<std::string_view>& names);

void read_sources(Build& build, const XmlFile& file);
void read_messages(Build& build, const XmlFile& file);

/// The lexicon is read in rounds over all its files, because its entries name each other: ids of readings, terms, what
/// is broader than what, then everything that has patterns.
void declare_readings(Build& build, const XmlFile& file);
void declare_terms(Build& build, const XmlFile& file);
void link_terms(Build& build, const XmlFile& file);
/// Works out all that is broader than each term; faults for circles and for terms that nothing can mention.
void close_terms(Build& build);
void read_readings_and_cues(Build& build, const XmlFile& file);

/// Messages and rules of findings; patterns come later, when the terms are known.
void declare_findings(Build& build, const XmlFile& file);
void read_finding_patterns(Build& build, const XmlFile& file);

void read_markers(Build& build, const XmlFile& file);
void read_requirements(Build& build, const XmlFile& file);
/// After the requirements, which profiles name.
void read_profile(Build& build, const XmlFile& file);

/// After the requirements, whose figures they are.
void read_measured(Build& build, const XmlFile& file);

/// Reads the <pattern> children of `node`; a fault where there are none.
std::vector<PatternId> read_patterns(Build& build, const XmlFile& file, pugi::xml_node node);

/// Reads <examples> of a requirement whose facets and contradictions are known.
void read_examples(const XmlFile& file, pugi::xml_node examples, Requirement& requirement);

/// The <match> and <near-miss> children of a marker or finding, which messages call `name`: enough of both, or none.
std::vector<Example> read_plain_examples(const XmlFile& file, pugi::xml_node node, std::string_view name);

}  // namespace boardcheck::catalogue
