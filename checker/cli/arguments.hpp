// A command line, understood.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/base.hpp"
#include "catalogue/catalogue.hpp"
#include "check/check.hpp"
#include "ingest/ingest.hpp"
#include "report/report.hpp"

namespace boardcheck::cli {

enum class Format { human, json, html };
enum class ExtractFormat { human, json, csv, html };
enum class Colour { automatic, always, never };

struct CheckArguments {
    std::vector<std::string> paths;
    Format format = Format::human;
    std::string output;  // a file; empty: standard output
    std::string profile = std::string(check::automatic);
    std::optional<Date> as_at;
    std::optional<catalogue::Severity> fail_on = catalogue::Severity::error;  // none: never
    std::optional<catalogue::Severity> level;  // of what is shown; none: what suits the format
    Colour colour = Colour::automatic;
    ingest::Limits limits;
};
struct ExtractArguments {
    std::vector<std::string> paths;
    std::vector<report::Kind> kinds;  // none: all
    ExtractFormat format = ExtractFormat::human;
    std::string output;  // a file, or a folder for several tables of CSV; empty: standard output
    Colour colour = Colour::automatic;
    ingest::Limits limits;
};
struct CompareArguments {
    std::string before, after;
    Format format = Format::human;
    std::string output;
    std::string profile = std::string(check::automatic);
    std::optional<catalogue::Severity> fail_on = catalogue::Severity::error;  // of new findings; none: never
    Colour colour = Colour::automatic;
    ingest::Limits limits;
};
struct ConvertArguments {
    std::vector<std::string> paths;
    Format format = Format::human;
    std::string output;
    ingest::Limits limits;
};
struct ListArguments {
    std::string theme;  // empty: all
    Format format = Format::human;
};
struct ShowArguments {
    std::string id;
};
struct TestArguments {
    std::vector<std::string> ids;  // of requirements or themes; empty: all
    bool verbose = false;
    bool mutations = false;  // weaken the rules, instead of running the examples as they are
    bool distances = false;  // of mutations: the distances as well
};

struct ValidateArguments {
    Format format = Format::human;
    bool strict = false;  // warnings count
};
struct NewArguments {
    std::string id, theme;  // no theme: that of the id
    std::string title, statement;
    catalogue::Strength strength = catalogue::Strength::must;
    std::string source, section, pages;
    std::vector<std::string> facets;  // labels
    bool into = false;                // write it to the file of its theme
};
struct DocsArguments {
    std::string output;  // a file or a folder; empty: standard output
};

struct Arguments {
    std::variant<CheckArguments, ExtractArguments, CompareArguments, ConvertArguments, ListArguments, ShowArguments,
                 TestArguments, ValidateArguments, NewArguments, DocsArguments>
        command;
    std::string rules;  // the folder named on the command line; empty: none
};

/// Help, the version, or what is wrong with the command line: nothing is left to do but to say it.
struct Answer {
    int status = 0;
    std::string out, err;
};

std::variant<Arguments, Answer> parse(const std::vector<std::string>& words);

}  // namespace boardcheck::cli
