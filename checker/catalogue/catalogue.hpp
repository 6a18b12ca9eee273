// The rules folder in, a Catalogue out: sources, terms, patterns, requirements, findings, profiles and messages,
// compiled once.
//
// A Catalogue is immutable and may be shared by threads. Ids are unique, every reference in it leads somewhere, every
// pattern has at least one trigger, and every requirement has examples that match and near-misses that do not (whether
// they behave is for `boardcheck rules test` to say). Loading reports every fault of every file at once, with file,
// line and how to mend it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/base.hpp"
#include "catalogue/automaton.hpp"
#include "catalogue/finding_rule.hpp"
#include "catalogue/index.hpp"
#include "catalogue/pattern.hpp"
#include "catalogue/requirement.hpp"

namespace boardcheck::catalogue {

struct Source {
    std::string id;  // "DF"
    std::string title;
    std::string number;  // "PAR642"
    std::string publisher;
    Date date;                      // of publication; a paper older than it cannot be failed on it
    std::vector<Date> other_dates;  // that papers rightly give as well: of a draft, a final version, a second reading
    bool expected = false;          // a later paper on systems should know it
};

struct Variant {
    std::string text;                   // as written
    bool exact = false;                 // spelling and case must be the same; else stems are compared
    std::optional<Date> from, until;    // when the variant is current; for warnings, not for matching
    std::optional<std::uint32_t> when;  // index into Catalogue::readings: only in papers that read so
    std::vector<std::uint32_t> keys;    // of its words, in order: values of Catalogue::word_keys
};

struct Term {
    std::string id;     // "ics-nhs-body"; "'two words'" for words written in a pattern
    std::string label;  // for reports
    std::map<std::string, std::string, std::less<>>
        properties;  // structure="board", ask="note", ...: see rules/README.md
    std::vector<Variant> variants;
    std::vector<std::string>
        shorts;                   // "Partnership": means the structure with this short form that was introduced last
    std::vector<TermId> broader;  // with itself: every term that a mention of this one is a mention of
    std::string file;
    std::uint32_t line = 0;
};

/// A choice that a whole paper makes between meanings of a word ("ICP": place or system); it reads so where the
/// patterns `for` it have more matches than those `against` it.
struct Reading {
    std::string id;
    std::vector<PatternId> pro, contra;
    std::string warning;       // message for a paper that reads so, or none
    std::optional<Date> from;  // papers of this day and later are warned
    /// Where it holds only near what speaks for it: in how many sentences around, beside its whole section.
    std::optional<std::uint32_t> reach;
};

enum class Voice { local, national };
enum class Time { planned, done };
enum class Place { sentence, heading, paper };

/// Weighs for one voice or one time where its patterns match in the sentence, in a heading above it, or anywhere in the
/// paper.
struct Cue {
    std::string id;
    std::optional<Voice> voice;
    std::optional<Time> time;
    Place place = Place::sentence;
    int weight = 1;
    std::vector<PatternId> patterns;
};

/// A named family of patterns that extraction asks for: "recommendation.lead", "commitment", ...; properties say what a
/// match declares.
struct Marker {
    std::string name;
    std::map<std::string, std::string, std::less<>> properties;
    std::vector<PatternId> patterns;
    std::vector<Example> examples;  // in which some pattern matches, or none
    std::string file;
    std::uint32_t line = 0;
};

/// How severe findings of a family, or of one rule, are to a profile.
struct FindingSeverity {
    std::string finding;  // family or id
    Severity severity = Severity::none;
};

struct SeverityRule {
    Standing standing = Standing::silent;
    std::optional<Strength> strength;        // any, where none is given
    std::optional<std::string> requirement;  // id or theme; any, where none is given
    bool taken_up = false;                   // only of themes that the paper takes up
    Severity severity = Severity::none;
};

/// What tells that a paper is of a profile's kind.
struct Sign {
    enum class Where { front, heading, anywhere };
    std::string why;  // for the reader: "its purpose is information"
    int weight = 1;
    Where where = Where::front;
    int at_least = 1;                 // sentences in which its patterns match
    std::string purpose, format;      // or: the paper's stated purpose has this word; its format ("slides")
    std::vector<PatternId> patterns;  // none where purpose or format is asked
};

struct Profile {
    std::string id, title, description;
    std::vector<Sign> signs;
    std::vector<std::string> themes;                              // that apply; empty: all
    std::vector<std::pair<std::string, std::string>> exclusions;  // requirement id, reason
    std::vector<SeverityRule> severities;                         // of standings; the last that fits wins
    std::vector<FindingSeverity> finding_severities;              // likewise
};

struct Catalogue {
    std::vector<Source> sources;
    std::vector<Term> terms;
    std::vector<Reading> readings;
    std::vector<Pattern> patterns;
    std::vector<Requirement> requirements;  // in the order of their ids
    std::vector<Cue> cues;
    std::vector<Marker> markers;
    std::vector<FindingRule> findings;  // by id
    std::vector<Profile> profiles;
    std::map<std::string, std::string, std::less<>> messages;

    /// Keys of words: the stem for a word compared by stem, "=" and the surface for one compared exactly.
    std::unordered_map<std::string, std::uint32_t> word_keys;
    Trie trie;
    std::unordered_map<std::string, TermId> term_ids;
    Index index;  // made of the rest

    std::optional<TermId> term(std::string_view id) const;
    const Requirement* requirement(std::string_view id) const;
    const Profile* profile(std::string_view id) const;
    const FindingRule* finding(std::string_view id) const;
    /// Text of a message with its {name} parts filled in; unknown names stay as written.
    std::string message(std::string_view id, const std::map<std::string, std::string, std::less<>>& values) const;
};

struct RuleFile {
    std::string name;  // relative to the rules folder: "requirements/part.xml"
    std::string bytes;
};

/// Every fault in the order of file and line, or the catalogue.
tl::expected<Catalogue, std::vector<Error>> load(const std::vector<RuleFile>& files);

/// The catalogue as bytes, for a cache: without examples, which only `rules` commands need.
std::string to_bytes(const Catalogue& catalogue);
/// What to_bytes of the same program wrote; nothing for other bytes.
std::optional<Catalogue> from_bytes(std::string_view bytes);

/// Words (by stem) that variants are compared without; between two words of a variant a text may have any number of
/// them: hyphens, slashes, quotation marks, "'s", emphasis and articles. An article that begins a variant is compared.
bool is_skipped(std::string_view stem);

std::string_view to_string(Standing standing);  // "in-place"
std::string_view to_string(Strength strength);
std::string_view to_string(Confidence confidence);
std::string_view to_string(Severity severity);
std::optional<Standing> parse_standing(std::string_view text);

}  // namespace boardcheck::catalogue
