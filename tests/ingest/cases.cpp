#include "cases.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

namespace boardcheck::test {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view paper_mark = "== paper\n";
constexpr std::string_view blocks_mark = "== blocks\n";

std::vector<fs::path> files_in(const fs::path& folder, bool (*wanted)(const fs::path&)) {
    std::vector<fs::path> files;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(folder, absent)) {
        if (wanted(entry.path())) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

std::vector<fs::path> case_files() {
    auto files =
        files_in(fs::path(TEST_DATA) / "data", [](const fs::path& path) { return path.extension() == ".case"; });
    if (files.empty()) throw std::runtime_error("there are no cases in " TEST_DATA "/data");
    return files;
}

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

Case read_case(const fs::path& path) {
    const std::string file = slurp(path);
    if (!file.starts_with(paper_mark)) throw std::runtime_error(path.string() + " does not begin with == paper");
    const auto blocks = std::min(file.find(blocks_mark), file.size());
    Case contents;
    contents.paper = file.substr(paper_mark.size(), blocks - paper_mark.size());
    contents.blocks = file.substr(std::min(blocks + blocks_mark.size(), file.size()));
    return contents;
}

Case read_case(const std::string& name) { return read_case(fs::path(TEST_DATA) / "data" / name); }

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& path : case_files()) names.push_back(path.filename().string());
    return names;
}

std::string reviewed_blocks(const std::string& name, const std::string& got) {
    if (std::getenv("BOARDCHECK_REWRITE_CASES") != nullptr) {
        const std::string paper = read_case(name).paper;
        std::ofstream(fs::path(TEST_DATA) / "data" / name, std::ios::binary)
            << paper_mark << paper << blocks_mark << got;
    }
    return read_case(name).blocks;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::vector<std::string> notices_of(const ingest::Document& document) {
    std::vector<std::string> messages;
    for (const Notice& notice : document.notices) messages.push_back(notice.message);
    return messages;
}

std::vector<fs::path> whole_papers() {
    const auto is_paper = [](const fs::path& path) {
        return (path.extension() == ".txt" || path.extension() == ".md") && path.filename() != "README.md";
    };
    auto papers = files_in(fs::path(PROJECT_ROOT) / "corpus", is_paper);
    const auto shared = files_in(fs::path(PROJECT_ROOT) / ".." / "shared" / "papers", is_paper);
    papers.insert(papers.end(), shared.begin(), shared.end());
    return papers;
}

std::string describe(const ingest::Document& document) {
    std::string out;
    for (const ingest::Block& block : document.blocks) {
        out += fmt::format("@{} {}", block.line, name_of(block.kind));
        if (block.level > 0) out += fmt::format(" {}", block.level);
        if (block.table > 0) out += fmt::format(" {}.{}.{}", block.table, block.row, block.column);
        if (!block.number.empty()) out += " #" + block.number;
        if (block.header_cell) out += " head";
        if (block.emphasised) out += " bold";
        if (block.doubtful) out += " doubtful";
        if (block.page > 0) out += fmt::format(" page {}", block.page);
        if (block.slide > 0) out += fmt::format(" slide {}", block.slide);
        if (block.hidden) out += " hidden";
        out += fmt::format(": {}\n", slice(document.text, block.span));
    }
    return out;
}

}  // namespace boardcheck::test
