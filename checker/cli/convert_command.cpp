#include <algorithm>
#include <iterator>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "ingest/ingest.hpp"
#include "report/report.hpp"

namespace boardcheck::cli {

namespace {

std::vector<Result<ingest::Document>> read_all(const ConvertArguments& arguments, const Streams& streams) {
    const auto [inputs, notices] = ingest::collect(arguments.paths);
    for (const Notice& notice : notices) complain(streams, {notice.file, notice.line, notice.message, ""});
    std::vector<Result<ingest::Document>> all;
    for (const ingest::Input& input : inputs) {
        const auto bytes = ingest::load(input, arguments.limits);
        if (!bytes) {
            all.push_back(tl::unexpected(bytes.error()));
            continue;
        }
        auto [papers, left_out] = ingest::papers(input.file, *bytes, arguments.limits);
        for (const Notice& notice : left_out) complain(streams, {notice.file, notice.line, notice.message, ""});
        std::move(papers.begin(), papers.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace

bool deliver(const std::string& output, const std::string& report, const Streams& streams) {
    if (output.empty()) {
        streams.out << report;
        return true;
    }
    const auto error = write_file(output, report);
    if (error) complain(streams, *error);
    return !error;
}

int convert(const ConvertArguments& arguments, const Streams& streams) {
    const auto papers = read_all(arguments, streams);
    bool all_read = true;
    for (const auto& paper : papers) {
        if (paper) continue;
        complain(streams, paper.error());
        all_read = false;
    }
    const bool json = arguments.format == Format::json;
    const std::string written = json ? report::reading_json(papers) : report::reading_human(papers);
    return deliver(arguments.output, written, streams) && all_read ? clean : failed;
}

}  // namespace boardcheck::cli
