#include "cases.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "paper.hpp"

namespace boardcheck::test {

std::vector<std::filesystem::path> cases_in(const std::string& group) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(TEST_DATA) / "data" / group)) {
        paths.push_back(entry.path());
    }
    if (paths.empty()) throw std::runtime_error("no cases in " + group);
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string slurp(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<std::string> parts_of(const std::filesystem::path& path) {
    std::vector<std::string> parts(1);
    for (const std::string& line : lines_of(slurp(path))) {
        if (!line.empty() && line.front() == '%') continue;
        if (line.empty() && !parts.back().empty()) parts.emplace_back();
        if (!line.empty()) parts.back() += line + "\n";
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

}  // namespace boardcheck::test
