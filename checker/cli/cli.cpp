#include "cli/cli.hpp"

#include <ostream>

#include <fmt/format.h>

#include "cli/commands.hpp"

namespace boardcheck::cli {

namespace {

int finish(int status, const Streams& streams) {
    streams.out.flush();
    if (streams.out) return status;
    complain(streams,
             {"", 0, "standard output cannot be written to", "check where it leads and whether the disk is full"});
    return failed;
}

struct Run {
    const LoadedRules& loaded;
    const Environment& environment;
    const Streams& streams;
    int operator()(const CheckArguments& arguments) const { return check(arguments, *loaded, environment, streams); }
    int operator()(const ExtractArguments& arguments) const {
        return extract(arguments, *loaded, environment, streams);
    }
    int operator()(const CompareArguments& arguments) const {
        return compare(arguments, *loaded, environment, streams);
    }
    int operator()(const ConvertArguments& arguments) const { return convert(arguments, streams); }
    int operator()(const ListArguments& arguments) const { return rules_list(arguments, *loaded, streams); }
    int operator()(const ShowArguments& arguments) const { return rules_show(arguments, *loaded, streams); }
    int operator()(const TestArguments& arguments) const {
        return rules_test(arguments, *loaded, environment, streams);
    }
    int operator()(const ValidateArguments& arguments) const { return rules_validate(arguments, loaded, streams); }
    int operator()(const NewArguments& arguments) const { return rules_new(arguments, *loaded, streams); }
    int operator()(const DocsArguments& arguments) const { return rules_docs(arguments, *loaded, streams); }
};

}  // namespace

void complain(const Streams& streams, const Error& error) { streams.err << "boardcheck: " << to_string(error) << '\n'; }

int run(const std::vector<std::string>& words, const Environment& environment, std::ostream& out, std::ostream& err) {
    const Streams streams{out, err};
    const auto parsed = parse(words);
    if (const auto* answer = std::get_if<Answer>(&parsed)) {
        out << answer->out;
        err << answer->err;
        return answer->status;
    }
    const auto& arguments = std::get<Arguments>(parsed);
    if (const auto* arguments_of_convert = std::get_if<ConvertArguments>(&arguments.command)) {
        return finish(convert(*arguments_of_convert, streams), streams);  // needs no rules
    }
    const bool reads_papers = std::holds_alternative<CheckArguments>(arguments.command) ||
                              std::holds_alternative<ExtractArguments>(arguments.command) ||
                              std::holds_alternative<CompareArguments>(arguments.command);
    const auto rules = load_rules(arguments.rules, reads_papers ? Need::without_examples : Need::all, environment);
    const bool reports_faults = std::holds_alternative<ValidateArguments>(arguments.command);
    if (!rules && !reports_faults) {
        for (const Error& error : rules.error()) complain(streams, error);
        return failed;
    }
    return finish(std::visit(Run{rules, environment, streams}, arguments.command), streams);
}

}  // namespace boardcheck::cli
