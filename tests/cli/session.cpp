#include "session.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace boardcheck::cli::testing {

namespace fs = std::filesystem;

namespace {

Outcome run_in(const Environment& environment, const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    const int status = cli::run(arguments, environment, out, err);
    return {status, out.str(), err.str()};
}

}  // namespace

Outcome run(const std::vector<std::string>& arguments, Environment environment) {
    if (!environment.rules) environment.rules = data("rules");
    return run_in(environment, arguments);
}

Outcome run_from(const std::string& executable, const std::vector<std::string>& arguments) {
    Environment environment;
    environment.executable = executable;
    return run_in(environment, arguments);
}

std::string data(std::string_view name) { return std::string(TEST_DATA) + "/data/" + std::string(name); }

std::string slurp(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

Scratch::Scratch() {
    std::string name = (fs::temp_directory_path() / "boardcheck-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder can be made");
    folder_ = name;
}

Scratch::~Scratch() {
    std::error_code code;
    fs::remove_all(folder_, code);
}

std::string Scratch::path(std::string_view name) const { return (name.empty() ? folder_ : folder_ / name).string(); }

std::string Scratch::file(std::string_view name, std::string_view bytes) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
}

std::string Scratch::rules() const {
    fs::copy(data("rules"), folder_ / "rules", fs::copy_options::recursive);
    return (folder_ / "rules").string();
}

}  // namespace boardcheck::cli::testing
