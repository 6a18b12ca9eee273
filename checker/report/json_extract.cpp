// The declarations of papers as JSON; extract.schema.json says what is in it.
#include <algorithm>

#include "report/json_declared.hpp"

namespace boardcheck::report {

namespace {

/// In the order of `kinds`, each once; structures for members, which stand within them.
std::vector<Kind> written_kinds(const std::vector<Kind>& chosen) {
    std::vector<Kind> written;
    for (const Kind kind : kinds) {
        const auto asked = [&](Kind each) {
            return each == kind || (each == Kind::members && kind == Kind::structures);
        };
        if (std::any_of(chosen.begin(), chosen.end(), asked)) written.push_back(kind);
    }
    return written;
}

}  // namespace

std::string declared_json(const std::vector<Outcome>& papers, const std::vector<Kind>& chosen, const Options& options) {
    const std::vector<Kind> written = written_kinds(chosen);
    JsonWriter json;
    json.begin_object();
    json.member("boardcheck", options.version);
    write_each(json, "papers", papers, [&](const Outcome& outcome) {
        const auto* paper = std::get_if<Paper>(&outcome);
        if (paper == nullptr) return;
        json.begin_object();
        write_origin(json, paper->document);
        for (const Kind kind : written) write_declared(json, *paper, kind, Unsaid::null);
        write_notices(json, paper->document.notices);
        json.end_object();
    });
    write_unread(json, papers, options.notices);
    json.end_object();
    return std::move(json).take() + "\n";
}

}  // namespace boardcheck::report
