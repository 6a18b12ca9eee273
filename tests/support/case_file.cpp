#include "case_file.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <boost/test/unit_test.hpp>

namespace boardcheck::test {

Parts parts_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    Parts parts;
    std::string* part = nullptr;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("== ")) {
            part = &parts[line.substr(3)];
        } else if (part != nullptr) {
            *part += line + "\n";
        }
    }
    return parts;
}

std::vector<std::filesystem::path> cases_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".case") paths.push_back(entry.path());
    }
    if (paths.empty()) throw std::runtime_error("no cases in " + folder.string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

namespace {

catalogue::Catalogue loaded(const std::vector<catalogue::RuleFile>& files) {
    auto loaded = catalogue::load(files);
    if (loaded) return std::move(*loaded);
    std::string faults;
    for (const Error& error : loaded.error()) faults += to_string(error) + "\n";
    throw std::runtime_error(faults);
}

}  // namespace

const catalogue::Catalogue& real_catalogue() {
    static const catalogue::Catalogue catalogue = [] {
        const std::filesystem::path root = std::filesystem::path(PROJECT_ROOT) / "rules";
        std::vector<catalogue::RuleFile> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.path().extension() != ".xml") continue;
            std::ifstream in(entry.path(), std::ios::binary);
            files.push_back({std::filesystem::relative(entry.path(), root).generic_string(),
                             {std::istreambuf_iterator<char>(in), {}}});
        }
        return loaded(files);
    }();
    return catalogue;
}

catalogue::Catalogue catalogue_of(const Parts& parts) {
    std::vector<catalogue::RuleFile> files;
    const auto add = [&](const std::string& name, const std::string& begin, const std::string& end) {
        const auto part = parts.find(name);
        if (part != parts.end()) files.push_back({name + ".xml", begin + part->second + end});
    };
    add("sources", "<sources>", "</sources>");
    add("lexicon", "<lexicon>", "</lexicon>");
    add("extraction", "<extraction>", "</extraction>");
    add("requirements", "", "");
    for (const auto& [name, words] : parts) {
        if (name.starts_with("findings-")) files.push_back({name + ".xml", words});
    }
    add("profile", "", "");
    add("messages", "<messages>", "</messages>");
    return loaded(files);
}

ingest::Document document_of(const Parts& parts, const std::string& name) {
    auto document = ingest::ingest(name, parts.at("paper"));
    if (!document) throw std::runtime_error(to_string(document.error()));
    return std::move(*document);
}

void compare(const Parts& expected, const Parts& found, const std::filesystem::path& path) {
    int compared = 0;
    for (const auto& [name, value] : found) {
        const auto part = expected.find(name);
        if (part == expected.end()) continue;
        BOOST_TEST(value == part->second, path.filename().string() << ", " << name << ":\n" << value);
        ++compared;
    }
    BOOST_TEST(compared > 0, path.filename().string() + " compares nothing");
}

std::string words_of(const text::Text& text, text::TokenRange range) {
    if (range.first >= range.last) return {};
    return std::string(slice(text.text, {text.tokens[range.first].span.begin, text.tokens[range.last - 1].span.end}));
}

}  // namespace boardcheck::test
