// What a source asks for, and how it is recognised: a part of catalogue.hpp.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/base.hpp"
#include "catalogue/pattern.hpp"

namespace boardcheck::catalogue {

enum class Strength { must, should, may, fact };
enum class Confidence { high, medium, low };
enum class Standing { silent, restated, planned, in_place, contradicted, not_applicable };
enum class Severity { none, note, warning, error };

struct SourceReference {
    std::uint32_t source = 0;  // index into Catalogue::sources
    std::string section, pages;
};

struct Facet {
    std::string id, label;
    std::vector<PatternId> patterns;
};

struct Contradiction {
    std::string id, why;
    std::optional<Date> from, until;  // only papers of these days can contradict so
    std::vector<PatternId> patterns;
};

/// What its author knows of a rule's weaknesses.
struct Reliability {
    bool may_over_report = false, may_under_report = false;
    std::string why;  // empty where nothing is declared
};

/// How a requirement did on papers with gold (`tools/evaluate --per-rule`).
struct Measured {
    int papers = 0;    // that were judged
    int there = 0;     // papers that say something on it
    int found = 0;     // of these
    int wrong = 0;     // papers that say nothing on it and were taken to
    int standing = 0;  // of those found, with the right standing
};

enum class ExampleKind { match, near_miss, contradicting };

/// A piece of a paper in Markdown that runs through the whole pipeline.
struct Example {
    ExampleKind kind = ExampleKind::match;
    std::string text;                  // without the <at> marks
    std::vector<Span> at;              // in text: evidence must overlap one of these; empty: anywhere
    std::optional<Standing> standing;  // expected; match only
    std::vector<std::string> missing;  // ids of facets expected to be missing; checked where not empty
    Date date;                         // the paper's date; year 0 where none is set
    std::uint32_t line = 0;
};

struct Requirement {
    std::string id, theme, title, statement;
    Strength strength = Strength::must;
    Confidence confidence = Confidence::medium;
    Standing most =
        Standing::in_place;  // the highest standing a paper can give it: what only Parliament does is restated
    Reliability reliability;
    std::optional<Measured> measured;
    std::vector<SourceReference> sources;
    std::vector<std::pair<std::string, std::string>> values;  // the typed part: name, value
    std::vector<PatternId> patterns;
    std::vector<Facet> facets;
    std::vector<Contradiction> contradictions;
    std::vector<std::string> overlaps;  // ids of near-twins; may name requirements that are not loaded
    std::string mend;                   // how to put a gap right
    std::vector<Example> examples;
    std::string file;
    std::uint32_t line = 0;
};

}  // namespace boardcheck::catalogue
