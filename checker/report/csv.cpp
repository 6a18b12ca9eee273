// A table for spreadsheets: RFC 4180, UTF-8 with a byte order mark, without which Excel takes it for another encoding.
#include <algorithm>

#include "report/escape/escape.hpp"
#include "report/listing.hpp"
#include "report/passage.hpp"

namespace boardcheck::report {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view line_end = "\r\n";

void write_record(std::string& out, const std::vector<std::string>& fields) {
    bool first = true;
    for (const std::string& field : fields) {
        if (!first) out += ',';
        out += csv_field(field);
        first = false;
    }
    out += line_end;
}

/// What stands before the columns of the kind: of which paper a row is.
std::vector<std::string> names_before(Kind kind) {
    if (kind == Kind::meta) return {"file"};
    return {"paper", "meeting_date", "file"};
}

std::vector<std::string> fields_before(const Paper& paper, Kind kind) {
    const std::string file = name_of_file(paper.document);
    if (kind == Kind::meta) return {file};
    const std::optional<Date>& date = paper.declarations.meta.date;
    return {name_of(paper), date ? to_string(*date) : "", file};
}

void write_header(std::string& out, const Listing& listing) {
    std::vector<std::string> names = names_before(listing.kind);
    for (const Column& column : listing.columns) {
        if (!column.name.empty()) names.emplace_back(column.name);
    }
    if (listing.kind != Kind::meta) names.insert(names.end(), {"quote", "place"});
    write_record(out, names);
}

void write_rows(std::string& out, const Paper& paper, const Listing& listing) {
    const std::vector<std::string> before = fields_before(paper, listing.kind);
    for (const Row& row : listing.rows) {
        std::vector<std::string> fields = before;
        for (std::size_t i = 0; i < listing.columns.size(); ++i) {
            if (!listing.columns[i].name.empty()) fields.push_back(row.cells[i].value);
        }
        if (row.evidence)
            fields.insert(fields.end(),
                          {quote_with_bars(paper, *row.evidence), place_label(place_of(paper, *row.evidence))});
        write_record(out, fields);
    }
}

}  // namespace

std::string declared_csv(const std::vector<Outcome>& papers, Kind kind) {
    std::string out(byte_order_mark);
    write_header(out, listing_of({}, kind));
    for (const Outcome& outcome : papers) {
        if (const auto* paper = std::get_if<Paper>(&outcome)) write_rows(out, *paper, listing_of(*paper, kind));
    }
    return out;
}

}  // namespace boardcheck::report
