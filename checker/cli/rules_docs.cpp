#include <filesystem>

#include "cli/commands.hpp"
#include "cli/version.hpp"
#include "report/report.hpp"

namespace boardcheck::cli {

int rules_docs(const DocsArguments& arguments, const Rules& rules, const Streams& streams) {
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(arguments.output, ignored);
    const std::string file =
        folder ? (std::filesystem::path(arguments.output) / "index.html").string() : arguments.output;
    return deliver(file, report::catalogue_page(rules.catalogue, std::string(version())), streams) ? clean : failed;
}

}  // namespace boardcheck::cli
