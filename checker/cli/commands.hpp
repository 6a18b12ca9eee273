// The commands: arguments and rules in, output and exit status out.
#pragma once

#include <iosfwd>

#include "cli/arguments.hpp"
#include "cli/cli.hpp"
#include "cli/rules_folder.hpp"

namespace boardcheck::cli {

struct Streams {
    std::ostream& out;
    std::ostream& err;
};

int check(const CheckArguments& arguments, const Rules& rules, const Environment& environment, const Streams& streams);
int extract(const ExtractArguments& arguments, const Rules& rules, const Environment& environment,
            const Streams& streams);
int compare(const CompareArguments& arguments, const Rules& rules, const Environment& environment,
            const Streams& streams);
int convert(const ConvertArguments& arguments, const Streams& streams);
int rules_list(const ListArguments& arguments, const Rules& rules, const Streams& streams);
int rules_show(const ShowArguments& arguments, const Rules& rules, const Streams& streams);
int rules_test(const TestArguments& arguments, const Rules& rules, const Environment& environment,
               const Streams& streams);
/// `rules test --mutations` of these requirements.
int test_mutations(const std::vector<std::uint32_t>& requirements, const TestArguments& arguments, const Rules& rules,
                   const Environment& environment, const Streams& streams);
/// The faults are what this command is about, so it takes them as they come.
int rules_validate(const ValidateArguments& arguments, const LoadedRules& rules, const Streams& streams);
int rules_new(const NewArguments& arguments, const Rules& rules, const Streams& streams);
int rules_docs(const DocsArguments& arguments, const Rules& rules, const Streams& streams);

/// Writes a report to the file named by --output, or to standard output; false where it could not be written.
bool deliver(const std::string& output, const std::string& report, const Streams& streams);
/// "boardcheck: file:line: message; mend" on standard error.
void complain(const Streams& streams, const Error& error);

}  // namespace boardcheck::cli
