#include "cli/rules_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "cli/rule_cache.hpp"

namespace boardcheck::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view how_to_name = "name the folder with --rules or in BOARDCHECK_RULES";

Result<fs::path> find_folder(const std::string& named, const Environment& environment) {
    std::error_code code;
    const auto chosen = [&](const std::string& folder, std::string_view by) -> Result<fs::path> {
        if (fs::is_directory(folder, code)) return fs::path(folder);
        return tl::unexpected(Error{folder, 0,
                                    fmt::format("there is no folder of this name, which {} gives for the rules", by),
                                    "name the folder that holds sources.xml"});
    };
    if (!named.empty()) return chosen(named, "--rules");
    if (environment.rules) return chosen(*environment.rules, "BOARDCHECK_RULES");
    const fs::path home = environment.executable.parent_path();
    const std::vector<fs::path> places{(home / "../../rules").lexically_normal(),
                                       (home / "../share/boardcheck/rules").lexically_normal()};
    for (const fs::path& place : places) {
        if (fs::is_directory(place, code)) return place;
    }
    return tl::unexpected(
        Error{"", 0, fmt::format("no rules were found; looked in {} and {}", places[0].string(), places[1].string()),
              std::string(how_to_name)});
}

/// The rule files below `folder`, in byte order of their names, so that faults are reported in the same order
/// everywhere.
std::vector<fs::path> rule_files(const fs::path& folder, std::error_code& code) {
    std::vector<fs::path> paths;
    fs::recursive_directory_iterator at(folder, code);
    for (; !code && at != fs::recursive_directory_iterator(); at.increment(code)) {
        if (at->path().extension() == ".xml" && at->is_regular_file()) paths.push_back(at->path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace

Result<std::string> read_rule_file(const fs::path& path) {
    std::error_code ignored;
    const bool regular = fs::is_regular_file(path, ignored);
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    if (regular) bytes.assign(std::istreambuf_iterator<char>(file), {});
    if (!regular || !file.is_open() || file.bad()) {
        return tl::unexpected(Error{path.string(), 0, "the rule file cannot be read", "check who may read it"});
    }
    return bytes;
}

std::vector<std::string> themes_of(const catalogue::Catalogue& catalogue) {
    std::vector<std::string> themes;
    for (const catalogue::Requirement& requirement : catalogue.requirements) {
        if (std::find(themes.begin(), themes.end(), requirement.theme) == themes.end())
            themes.push_back(requirement.theme);
    }
    return themes;
}

LoadedRules load_rules(const std::string& named, Need need, const Environment& environment) {
    const auto folder = find_folder(named, environment);
    if (!folder) return tl::unexpected(std::vector{folder.error()});
    std::error_code code;
    const auto paths = rule_files(*folder, code);
    if (code)
        return tl::unexpected(
            std::vector{Error{folder->string(), 0, "the rules cannot be read: " + code.message(), ""}});
    if (paths.empty()) {
        return tl::unexpected(std::vector{
            Error{folder->string(), 0, "the folder holds no rules (.xml files)", std::string(how_to_name)}});
    }
    std::vector<catalogue::RuleFile> files;
    for (const fs::path& path : paths) {
        auto bytes = read_rule_file(path);
        if (!bytes) return tl::unexpected(std::vector{bytes.error()});
        files.push_back({path.lexically_relative(*folder).generic_string(), std::move(*bytes)});
    }
    const RuleCache cache(need == Need::all ? fs::path() : environment.cache, environment.executable, files);
    if (auto compiled = cache.find()) return Rules{*folder, std::move(*compiled)};
    auto catalogue = catalogue::load(files);
    if (catalogue) {
        cache.keep(*catalogue);
        return Rules{*folder, std::move(*catalogue)};
    }
    std::vector<Error> errors = std::move(catalogue.error());
    for (Error& error : errors) error.file = error.file.empty() ? folder->string() : (*folder / error.file).string();
    return tl::unexpected(std::move(errors));
}

}  // namespace boardcheck::cli
