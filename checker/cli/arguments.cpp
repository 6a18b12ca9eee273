// The one file that includes CLI11, which is slow to compile.
#include "cli/arguments.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/cli.hpp"
#include "cli/help.hpp"
#include "cli/suggestion.hpp"
#include "cli/version.hpp"

namespace boardcheck::cli {

namespace {

constexpr const char* see_help = "Run boardcheck --help for usage.\n";

constexpr const char* rules_option = "Folder with the rules";
constexpr const char* profile_option =
    "Which requirements apply, and how severely (default: auto, by the kind of paper)";

const std::map<std::string, Format> report_formats{
    {"human", Format::human}, {"json", Format::json}, {"html", Format::html}};
const std::map<std::string, ExtractFormat> extract_formats{{"human", ExtractFormat::human},
                                                           {"json", ExtractFormat::json},
                                                           {"csv", ExtractFormat::csv},
                                                           {"html", ExtractFormat::html}};
const std::map<std::string, Format> list_formats{{"human", Format::human}, {"json", Format::json}};
const std::map<std::string, Colour> colours{
    {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};
const std::map<std::string, std::optional<catalogue::Severity>> thresholds{{"error", catalogue::Severity::error},
                                                                           {"warning", catalogue::Severity::warning},
                                                                           {"note", catalogue::Severity::note},
                                                                           {"never", std::nullopt}};

const std::map<std::string, std::optional<catalogue::Severity>> levels{{"error", catalogue::Severity::error},
                                                                       {"warning", catalogue::Severity::warning},
                                                                       {"note", catalogue::Severity::note}};

template <typename Value>
std::string names_of(const std::map<std::string, Value>& choices) {
    std::string names;
    for (const auto& [name, value] : choices) names += (names.empty() ? "" : ", ") + name;
    return names;
}

const std::map<std::string, catalogue::Strength> strengths{{"must", catalogue::Strength::must},
                                                           {"should", catalogue::Strength::should},
                                                           {"may", catalogue::Strength::may},
                                                           {"fact", catalogue::Strength::fact}};

/// An option with one of a few values; `target` is set where it is given.
template <typename Value>
void add_choice(CLI::App& app, const std::string& name, Value& target, const std::map<std::string, Value>& choices,
                const std::string& help, const std::string& fallback) {
    const auto choose = [&target, &choices, first = name.substr(0, name.find(','))](const std::string& word) {
        const auto found = choices.find(word);
        if (found == choices.end()) {
            throw CLI::ValidationError(
                fmt::format("{} cannot be '{}'; it is one of {}", first, word, names_of(choices)));
        }
        target = found->second;
    };
    std::string type;
    for (const auto& [choice, value] : choices) type += (type.empty() ? "" : "|") + choice;
    app.add_option_function<std::string>(name, choose, fmt::format("{} (default: {})", help, fallback))
        ->type_name(type);
}

void add_as_at(CLI::App& app, std::optional<Date>& target) {
    const auto read = [&target](const std::string& word) {
        target = parse_date(word);
        if (!target || target->day == 0) {
            throw CLI::ValidationError(fmt::format("--as-at cannot be '{}'; write a day like 2021-09-23", word));
        }
    };
    app.add_option_function<std::string>("--as-at", read, "Judge as of this day (default: the paper's own date)")
        ->type_name("DATE");
}

void finish(CLI::App& app) {
    app.set_version_flag("--version", fmt::format("boardcheck {}", version()), "Print the version and exit");
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.get_formatter()->column_width(36);
}

/// Where the words of all commands go; only the command that was given is used.
struct Targets {
    std::string rules;
    CheckArguments check;
    ExtractArguments extract;
    CompareArguments compare;
    ConvertArguments convert;
    ListArguments list;
    ShowArguments show;
    TestArguments test;
    ValidateArguments validate;
    NewArguments new_one;
    DocsArguments docs;
};

/// What the reading of one file may use; options that most people never need.
void add_limits(CLI::App& app, ingest::Limits& limits) {
    constexpr std::size_t megabyte = 1u << 20;
    const auto add = [&app](const std::string& name, std::size_t& target, const std::string& help) {
        const auto set = [&target](std::size_t megabytes) { target = megabytes * megabyte; };
        app.add_option_function<std::size_t>(name, set, fmt::format("{} (default: {})", help, target / megabyte))
            ->type_name("MB")
            ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 20));
    };
    add("--max-file-size", limits.bytes, "Refuse larger files");
    add("--max-unpacked", limits.unpacked, "Refuse zips and office files that unpack to more");
    add("--max-memory", limits.memory, "For each program that reads a PDF");
    app.add_option("--max-seconds", limits.seconds, fmt::format("For reading one PDF (default: {})", limits.seconds))
        ->type_name("S")
        ->check(CLI::PositiveNumber);
}

CLI::App* add_check(CLI::App& app, Targets& targets) {
    CLI::App* check = app.add_subcommand("check", check_help);
    check->add_option("PATH", targets.check.paths, "Papers: files, folders, or -")->required()->type_name("");
    add_choice(*check, "--format", targets.check.format, report_formats, "What to write", "human");
    check->add_option("--output", targets.check.output, "Write to this file instead of standard output")
        ->type_name("FILE");
    check->add_option("--profile", targets.check.profile, profile_option)->type_name("NAME");
    add_as_at(*check, targets.check.as_at);
    add_choice(*check, "--fail-on", targets.check.fail_on, thresholds,
               "Exit with 1 on findings of this severity or above", "error");
    add_choice(*check, "--level", targets.check.level, levels, "Show findings of this severity or above",
               "warning in the human report, else note");
    add_choice(*check, "--color,--colour", targets.check.colour, colours, "Colour in the human report", "auto");
    check->add_option("--rules", targets.rules, rules_option)->type_name("DIR");
    add_limits(*check, targets.check.limits);
    check->footer(check_footer);
    return check;
}

std::vector<std::string> names_of_kinds() {
    std::vector<std::string> names;
    for (const report::Kind kind : report::kinds) names.emplace_back(to_string(kind));
    return names;
}

/// Kinds with commas between, in one option or several.
void add_kinds(CLI::App& app, std::vector<report::Kind>& target) {
    const auto add = [&target](const std::vector<std::string>& words) {
        const std::vector<std::string> names = names_of_kinds();
        for (const std::string& word : words) {
            const auto found = std::find(names.begin(), names.end(), word);
            if (found == names.end()) {
                throw CLI::ValidationError(fmt::format("--kind cannot be '{}'{}; it is one of {}", word,
                                                       suggestion(word, names), fmt::join(names, ", ")));
            }
            target.push_back(report::kinds[static_cast<std::size_t>(found - names.begin())]);
        }
    };
    app.add_option_function<std::vector<std::string>>(
           "--kind", add, fmt::format("What to list (default: all): {}", fmt::join(names_of_kinds(), ", ")))
        ->delimiter(',')
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("KIND,...");
}

CLI::App* add_extract(CLI::App& app, Targets& targets) {
    ExtractArguments& target = targets.extract;
    CLI::App* extract = app.add_subcommand("extract", extract_help);
    extract->add_option("PATH", target.paths, "Papers: files, folders, or -")->required()->type_name("");
    add_kinds(*extract, target.kinds);
    add_choice(*extract, "--format", target.format, extract_formats, "What to write", "human");
    extract
        ->add_option("--output", target.output,
                     "Write to this file instead of standard output; several tables of CSV: to files in this folder")
        ->type_name("FILE|DIR");
    add_choice(*extract, "--color,--colour", target.colour, colours, "Colour in the human tables", "auto");
    extract->add_option("--rules", targets.rules, rules_option)->type_name("DIR");
    add_limits(*extract, target.limits);
    extract->footer(extract_footer);
    return extract;
}

CLI::App* add_compare(CLI::App& app, Targets& targets) {
    CompareArguments& target = targets.compare;
    CLI::App* compare = app.add_subcommand("compare", compare_help);
    compare->add_option("OLD", target.before, "The earlier version: a file or a folder")->required()->type_name("");
    compare->add_option("NEW", target.after, "The later version")->required()->type_name("");
    add_choice(*compare, "--format", target.format, list_formats, "What to write", "human");
    compare->add_option("--output", target.output, "Write to this file instead of standard output")->type_name("FILE");
    compare->add_option("--profile", target.profile, profile_option)->type_name("NAME");
    add_choice(*compare, "--fail-on", target.fail_on, thresholds,
               "Exit with 1 on new findings of this severity or above", "error");
    add_choice(*compare, "--color,--colour", target.colour, colours, "Colour in the human report", "auto");
    compare->add_option("--rules", targets.rules, rules_option)->type_name("DIR");
    add_limits(*compare, target.limits);
    compare->footer(compare_footer);
    return compare;
}

CLI::App* add_convert(CLI::App& app, Targets& targets) {
    CLI::App* convert = app.add_subcommand("convert", convert_help);
    convert->add_option("PATH", targets.convert.paths, "Papers: files, folders, or -")->required()->type_name("");
    add_choice(*convert, "--format", targets.convert.format, list_formats, "What to write", "human");
    convert->add_option("--output", targets.convert.output, "Write to this file instead of standard output")
        ->type_name("FILE");
    add_limits(*convert, targets.convert.limits);
    convert->footer("\nExit status: 0 all papers were read; 2 some could not be read, or bad usage.");
    return convert;
}

CLI::App* add_list(CLI::App& rules, Targets& targets) {
    CLI::App* list = rules.add_subcommand("list", list_help);
    list->add_option("--theme", targets.list.theme, "Only the requirements of this theme")->type_name("THEME");
    add_choice(*list, "--format", targets.list.format, list_formats, "What to write", "human");
    list->add_option("--rules", targets.rules, rules_option)->type_name("DIR");
    return list;
}

CLI::App* add_show(CLI::App& rules, Targets& targets) {
    CLI::App* show = rules.add_subcommand("show", show_help);
    show->add_option("ID", targets.show.id, "Id of a requirement")->required()->type_name("");
    show->add_option("--rules", targets.rules, rules_option)->type_name("DIR");
    return show;
}

CLI::App* add_test(CLI::App& rules, Targets& targets) {
    CLI::App* test = rules.add_subcommand("test", test_help);
    test->add_option("ID", targets.test.ids, "Ids of requirements or themes (default: all)")->type_name("");
    test->add_flag("-v,--verbose", targets.test.verbose, "List the examples that behave, too");
    CLI::Option* mutations = test->add_flag("--mutations", targets.test.mutations,
                                            "Weaken every rule in each possible way, and list what no example notices");
    test->add_flag("--distances", targets.test.distances,
                   "With --mutations: let parts be any number of words apart, too")
        ->needs(mutations);
    test->add_option("--rules", targets.rules, rules_option)->type_name("DIR");
    test->footer(test_footer);
    return test;
}

CLI::App* add_validate(CLI::App& rules, Targets& targets) {
    CLI::App* validate = rules.add_subcommand("validate", validate_help);
    validate->add_flag("--strict", targets.validate.strict, "Exit with 1 where there are warnings");
    add_choice(*validate, "--format", targets.validate.format, list_formats, "What to write", "human");
    validate->add_option("--rules", targets.rules, rules_option)->type_name("DIR");
    validate->footer(validate_footer);
    return validate;
}

CLI::App* add_new(CLI::App& rules, Targets& targets) {
    NewArguments& target = targets.new_one;
    CLI::App* added = rules.add_subcommand("new", new_help);
    const auto text = [added](const std::string& name, std::string& word, const std::string& help,
                              const std::string& type) { added->add_option(name, word, help)->type_name(type); };
    added->add_option("ID", target.id, "Id of the requirement: a theme, a hyphen and a number")
        ->required()
        ->type_name("");
    text("--title", target.title, "A few words, as for a heading", "TEXT");
    text("--statement", target.statement, "What is asked, in one sentence", "TEXT");
    text("--theme", target.theme, "The theme (default: that of the id)", "THEME");
    add_choice(*added, "--strength", target.strength, strengths, "How firmly it is asked", "must");
    text("--source", target.source, "Id of the document that asks it (see sources.xml)", "ID");
    text("--section", target.section, "Section of that document", "TEXT");
    text("--pages", target.pages, "Pages of that document", "PAGES");
    added->add_option("--facet", target.facets, "A part that a paper may forget; may be given several times")
        ->type_name("TEXT")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    added->add_flag("--into", target.into, "Put it into the file of its theme instead of standard output");
    added->add_option("--rules", targets.rules, rules_option)->type_name("DIR");
    added->footer(new_footer);
    return added;
}

CLI::App* add_docs(CLI::App& rules, Targets& targets) {
    CLI::App* docs = rules.add_subcommand("docs", docs_help);
    docs->add_option("--output", targets.docs.output,
                     "Write to this file, or as index.html to this folder, instead of standard output")
        ->type_name("FILE|DIR");
    docs->add_option("--rules", targets.rules, rules_option)->type_name("DIR");
    return docs;
}

/// CLI11 says what is wrong; this says what to do instead, where that needs saying.
std::string complaint(const CLI::Error& error, const std::vector<std::string>& words) {
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
        case CLI::ExitCodes::RequiredError:
            if (words.empty()) return "give a command: check, extract, compare, convert or rules";
            if (words == std::vector<std::string>{"rules"})
                return "give a command of rules: list, show, test, validate, new or docs";
            return fmt::format("{}; give it after the command", error.what());
        case CLI::ExitCodes::ExtrasError:
            return fmt::format("{}; leave it out, or see the command's --help for what it takes", error.what());
        default:
            return error.what();
    }
}

Answer answer_to(const CLI::App& app, const CLI::Error& error, const std::vector<std::string>& words) {
    std::ostringstream out, err;
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        app.exit(error, out, err);
        return {clean, out.str(), err.str()};
    }
    return {failed, "", fmt::format("boardcheck: {}\n{}", complaint(error, words), see_help)};
}

/// CLI11 takes a word that names no command for a missing command; this names the word.
std::optional<Answer> unknown_command(const CLI::App& app, const std::vector<std::string>& words, std::size_t at) {
    if (at >= words.size() || words[at].starts_with('-')) return {};
    std::vector<std::string> names;
    for (const CLI::App* each : app.get_subcommands({})) {
        if (each->get_name() == words[at]) return {};
        names.push_back(each->get_name());
    }
    return Answer{failed, "",
                  fmt::format("boardcheck: there is no command '{}'{}; use one of {}\n{}", words[at],
                              suggestion(words[at], names), fmt::join(names, ", "), see_help)};
}

}  // namespace

std::variant<Arguments, Answer> parse(const std::vector<std::string>& words) {
    CLI::App app(program_help, "boardcheck");
    Targets targets;
    const CLI::App* check = add_check(app, targets);
    const CLI::App* extract = add_extract(app, targets);
    const CLI::App* compare = add_compare(app, targets);
    const CLI::App* convert = add_convert(app, targets);
    CLI::App* rules = app.add_subcommand("rules", rules_help);
    const CLI::App* list = add_list(*rules, targets);
    const CLI::App* show = add_show(*rules, targets);
    const CLI::App* test = add_test(*rules, targets);
    const CLI::App* validate = add_validate(*rules, targets);
    const CLI::App* added = add_new(*rules, targets);
    const CLI::App* docs = add_docs(*rules, targets);
    app.require_subcommand(1);
    rules->require_subcommand(1);
    finish(app);
    for (CLI::App* each : app.get_subcommands({})) finish(*each);
    for (CLI::App* each : rules->get_subcommands({})) finish(*each);
    if (auto answer = unknown_command(app, words, 0)) return *answer;
    if (!words.empty() && words[0] == rules->get_name()) {
        if (auto answer = unknown_command(*rules, words, 1)) return *answer;
    }
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::Error& error) {
        return answer_to(app, error, words);
    }
    Arguments arguments;
    arguments.rules = targets.rules;
    if (check->parsed()) arguments.command = targets.check;
    if (extract->parsed()) arguments.command = targets.extract;
    if (compare->parsed()) arguments.command = targets.compare;
    if (convert->parsed()) arguments.command = targets.convert;
    if (list->parsed()) arguments.command = targets.list;
    if (show->parsed()) arguments.command = targets.show;
    if (test->parsed()) arguments.command = targets.test;
    if (validate->parsed()) arguments.command = targets.validate;
    if (added->parsed()) arguments.command = targets.new_one;
    if (docs->parsed()) arguments.command = targets.docs;
    return arguments;
}

}  // namespace boardcheck::cli
