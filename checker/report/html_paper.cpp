#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/listing.hpp"
#include "report/passage.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

void write_meta(Markup& html, const PaperView& view) {
    const check::Assessment& assessment = view.paper.assessment;
    html.open("dl", {{"class", "meta"}});
    write_meta_pairs(html, view.paper);
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

/// Other places on the same matter, with the file where it is another paper's.
void write_elsewhere(Markup& html, const Paper& paper, const Point& point) {
    for (const Elsewhere& place : point.elsewhere) {
        std::string where =
            place.paper == &paper ? "Elsewhere in the paper" : "In " + name_of_file(place.paper->document);
        if (!place.says.empty()) where += ": " + place.says;
        html.element("p", where, {{"class", "elsewhere"}});
        write_quote(html, *place.paper, place.evidence);
    }
}

void write_point(Markup& html, const PaperView& view, const Point& point) {
    html.open("li", {{"class", fmt::format("point {}", to_string(point.severity))}});
    write_point_heading(html, view, point);
    if (point.result != nullptr && !point.result->why.empty()) html.element("p", point.result->why, {{"class", "why"}});
    if (const auto evidence = evidence_of(point); !evidence.empty()) write_quote(html, view.paper, evidence.front());
    write_elsewhere(html, view.paper, point);
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
    write_points(html, view,
                 {"References", "Documents, dates and names that are not as the facts have them.", digest.references});
    write_points(html, view, {"Consistency", "The paper does not agree with itself.", digest.consistency});
    write_points(html, view, {"Between papers", "Other papers of the meeting say otherwise.", digest.across});
    write_points(html, view, {"Form", "What a paper of its kind should have.", digest.form});
    write_points(html, view, {"Also to put right", "Of other kinds.", digest.others});
    if (is_empty(digest)) html.element("p", "Nothing was found that needs attention.");
    if (digest.hidden_notes > 0)
        html.element("p", fmt::format("{} less severe not shown here.", counted(digest.hidden_notes, "finding")));
}

/// What the paper declares; what it refers to is there on request, since there is much of it.
void write_declared(Markup& html, const PaperView& view) {
    for (const Kind kind : {Kind::structures, Kind::members, Kind::commitments, Kind::recommendations}) {
        if (kind == Kind::members && number_of(view.paper, kind) == 0) continue;
        write_listing(html, view.paper, view.id, kind, Fold::open);
    }
    for (const Kind kind : {Kind::citations, Kind::acronyms, Kind::cross_references, Kind::dates})
        write_listing(html, view.paper, view.id, kind, Fold::closed);
}

}  // namespace

void write_paper(Markup& html, const PaperView& view) {
    html.open("section", {{"class", "paper"}, {"id", view.id}, {"aria-labelledby", view.id + "-title"}});
    html.element("h2", name_of(view.paper), {{"id", view.id + "-title"}});
    write_meta(html, view);
    write_attention(html, view);
    write_requirements(html, view);
    write_declared(html, view);
    write_notices(html, view.paper, view.id);
    html.close();
}

}  // namespace boardcheck::report
