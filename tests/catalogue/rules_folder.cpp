#include "rules_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace boardcheck::test {

namespace fs = std::filesystem;

std::vector<catalogue::RuleFile> rule_files(const fs::path& folder) {
    std::vector<catalogue::RuleFile> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".xml")
            files.push_back({fs::relative(entry.path(), folder).generic_string(), slurp(entry.path())});
    if (files.empty()) throw std::runtime_error("no rule files in " + folder.string());
    return files;
}

std::vector<fs::path> folders_in(const std::string& group) {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(fs::path(TEST_DATA) / "data" / group))
        if (entry.is_directory()) folders.push_back(entry.path());
    if (folders.empty()) throw std::runtime_error("no cases in data/" + group);
    std::sort(folders.begin(), folders.end());
    return folders;
}

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string lines_of(const std::vector<Error>& faults) {
    std::string out;
    for (const auto& fault : faults) out += to_string(fault) + '\n';
    return out;
}

catalogue::Catalogue loaded(const std::vector<catalogue::RuleFile>& files) {
    auto result = catalogue::load(files);
    if (!result) throw std::runtime_error(lines_of(result.error()));
    return std::move(*result);
}

}  // namespace boardcheck::test
