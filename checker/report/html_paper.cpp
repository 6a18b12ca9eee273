#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/passage.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

void write_pair(Markup& html, std::string_view term, std::string_view value) {
    html.open("div").element("dt", term).element("dd", value.empty() ? "not found" : value).close();
}

void write_meta(Markup& html, const PaperView& view) {
    const extract::Meta& meta = view.paper.declarations.meta;
    const check::Assessment& assessment = view.paper.assessment;
    html.open("dl", {{"class", "meta"}});
    write_pair(html, "Body", meta.body);
    write_pair(html, "Meeting", meta.date ? long_date(*meta.date) : "");
    std::vector<std::string_view> authors;
    for (const extract::Author& author : meta.authors) authors.push_back(author.name);
    write_pair(html, "Authors", fmt::format("{}", fmt::join(authors, ", ")));
    write_pair(html, "Purpose", meta.purpose);
    write_pair(html, "File", name_of_file(view.paper.document));
    write_pair(
        html, "Profile",
        assessment.profile_why.empty() ? assessment.profile : assessment.profile + " (" + assessment.profile_why + ")");
    write_pair(html, "Judged as at", assessment.as_at ? long_date(*assessment.as_at) : "no date");
    html.close();
}

void write_mend(Markup& html, const Point& point) {
    const std::string mend = mend_of(point);
    if (mend.empty()) return;
    html.open("p", {{"class", "mend"}}).element("strong", "To put it right:").text(" " + mend).close();
}

void write_point_heading(Markup& html, const PaperView& view, const Point& point) {
    html.open("p", {{"class", "point-title"}});
    write_severity(html, point.severity);
    const std::string title = title_of(point, view.catalogue);
    if (point.requirement != nullptr) {
        html.open("a", {{"href", "#" + anchor_of(view, *point.requirement)}});
        html.element("span", point.requirement->id, {{"class", "id"}}).text(" " + title).close();
    } else {
        html.element("span", title);
    }
    html.close();
}

void write_missing(Markup& html, const std::vector<std::string>& missing) {
    if (missing.empty()) return;
    html.open("p", {{"class", "missing"}}).element("strong", "Not said:").text(" ");
    html.text(fmt::format("{}", fmt::join(missing, "; "))).close();
}

void write_point(Markup& html, const PaperView& view, const Point& point) {
    html.open("li", {{"class", fmt::format("point {}", to_string(point.severity))}});
    write_point_heading(html, view, point);
    if (point.result != nullptr && !point.result->why.empty()) html.element("p", point.result->why, {{"class", "why"}});
    if (const auto evidence = evidence_of(point); !evidence.empty()) write_quote(html, view.paper, evidence.front());
    if (point.result != nullptr) write_missing(html, point.result->missing);
    write_mend(html, point);
    html.close();
}

struct PointList {
    std::string_view title, explanation;
    const std::vector<Point>& points;
    std::string_view layout = "points";
};

void write_points(Markup& html, const PaperView& view, const PointList& list) {
    if (list.points.empty()) return;
    html.open("h4").text(list.title).text(" ");
    html.element("span", std::to_string(list.points.size()), {{"class", "number"}}).close();
    html.element("p", list.explanation, {{"class", "explanation"}});
    html.open("ul", {{"class", list.layout}});
    for (const Point& point : list.points) write_point(html, view, point);
    html.close();
}

void write_attention(Markup& html, const PaperView& view) {
    const Digest& digest = view.digest;
    html.element("h3", "What needs attention", {{"id", view.id + "-attention"}});
    write_points(html, view,
                 {"Contradictions", "The paper says something that cannot be squared with the guidance.",
                  digest.contradictions});
    write_points(
        html, view,
        {"Gaps", "Asked for by the guidance, and missing here in whole or in part.", digest.gaps, "points columns"});
    write_points(html, view,
                 {"Quoted, not answered", "The paper reports the requirement, and does not say what happens locally.",
                  digest.quoted});
    write_points(html, view,
                 {"Promises to make firm",
                  "Commitments without an owner, a date or another thing that makes them binding.", digest.promises});
    write_points(html, view, {"Also to put right", "References, consistency and form.", digest.others});
    const bool nothing = digest.contradictions.empty() && digest.gaps.empty() && digest.quoted.empty() &&
                         digest.promises.empty() && digest.others.empty();
    if (nothing) html.element("p", "Nothing was found that needs attention.");
}

/// A table of declarations: cells carry their column's title for narrow screens, where rows become blocks.
class Table {
public:
    Table(Markup& html, std::string_view kind, std::string_view caption, std::vector<std::string_view> columns)
        : html_(html), columns_(std::move(columns)) {
        html_.open("table", {{"class", fmt::format("declared {}", kind)}, {"role", "table"}})
            .element("caption", caption);
        html_.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
        for (const auto title : columns_) html_.element("th", title, {{"scope", "col"}, {"role", "columnheader"}});
        html_.close().close().open("tbody", {{"role", "rowgroup"}});
    }
    void row(const Paper& paper, const std::vector<std::string>& cells, const extract::Evidence& evidence) {
        html_.open("tr", {{"role", "row"}});
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool unknown = cells[i].empty();
            html_.element("td", unknown ? "not said" : cells[i],
                          {{"role", "cell"}, {"data-label", columns_[i]}, {"class", unknown ? "quiet" : ""}});
        }
        html_.open("td", {{"role", "cell"}, {"data-label", columns_.back()}});
        write_quote(html_, paper, evidence);
        html_.close().close();
    }
    void finish() { html_.close().close(); }

private:
    Markup& html_;
    std::vector<std::string_view> columns_;
};

/// A deadline as people write it, where it is a date.
std::string day_of(const std::string& by) {
    const auto date = parse_date(by);
    return date ? long_date(*date) : by;
}

std::string standing_of(const extract::Structure& structure) {
    const auto standing = catalogue::parse_standing(structure.standing);
    return standing ? std::string(label(*standing)) : structure.standing;
}

void write_commitments(Markup& html, const PaperView& view) {
    const auto& commitments = view.paper.declarations.commitments;
    html.element("h3", "Commitments", {{"id", view.id + "-commitments"}});
    if (commitments.empty()) {
        html.element("p", "No commitment was found in the paper.");
        return;
    }
    Table table(html, "commitments", "What is promised",
                {"Who", "What", "By when", "How firmly", "On condition", "In the paper"});
    for (const extract::Commitment& each : commitments) {
        const std::string condition = each.condition.empty() ? "none" : each.condition;
        table.row(view.paper, {each.owner, each.action, day_of(each.by), each.strength, condition}, each.evidence);
    }
    table.finish();
}

void write_recommendations(Markup& html, const PaperView& view) {
    const auto& recommendations = view.paper.declarations.recommendations;
    html.element("h3", "Recommendations", {{"id", view.id + "-recommendations"}});
    if (recommendations.empty()) {
        html.element("p", "No recommendation was found in the paper.");
        return;
    }
    Table table(html, "recommendations", "What the meeting is asked to do", {"Ask", "Of whom", "In the paper"});
    for (const extract::Recommendation& each : recommendations)
        table.row(view.paper, {each.ask, each.body}, each.evidence);
    table.finish();
}

void write_structures(Markup& html, const PaperView& view) {
    const auto& structures = view.paper.declarations.structures;
    html.element("h3", "Structures", {{"id", view.id + "-structures"}});
    if (structures.empty()) {
        html.element("p", "No structure was found in the paper.");
        return;
    }
    Table table(html, "structures", "Bodies that the paper names",
                {"Name", "Kind", "How many", "Standing", "In the paper"});
    for (const extract::Structure& each : structures) {
        const std::string number = each.count ? std::to_string(*each.count) : "";
        table.row(view.paper, {each.name, each.kind, number, standing_of(each)}, each.evidence);
    }
    table.finish();
}

void write_notices(Markup& html, const PaperView& view) {
    const auto& notices = view.paper.document.notices;
    if (notices.empty()) return;
    html.element("h3", "How the paper was read", {{"id", view.id + "-notices"}});
    html.open("ul", {{"class", "notices"}});
    for (const Notice& notice : notices) {
        const std::string where = notice.line == 0 ? "" : fmt::format("Line {}: ", notice.line);
        html.element("li", where + notice.message);
    }
    html.close();
}

}  // namespace

void write_paper(Markup& html, const PaperView& view) {
    html.open("section", {{"class", "paper"}, {"id", view.id}, {"aria-labelledby", view.id + "-title"}});
    html.element("h2", name_of(view.paper), {{"id", view.id + "-title"}});
    write_meta(html, view);
    write_attention(html, view);
    write_requirements(html, view);
    write_commitments(html, view);
    write_recommendations(html, view);
    write_structures(html, view);
    write_notices(html, view);
    html.close();
}

}  // namespace boardcheck::report
