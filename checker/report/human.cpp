#include <algorithm>

#include <fmt/format.h>

#include "report/digest.hpp"
#include "report/human_parts.hpp"
#include "report/passage.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

using catalogue::Severity;
using catalogue::Standing;

namespace {

Ink ink_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return Ink::red;
        case Severity::warning:
            return Ink::yellow;
        case Severity::note:
            return Ink::blue;
        case Severity::none:
            break;
    }
    return Ink::plain;
}

constexpr std::size_t point_indent = 2;
constexpr std::size_t detail_indent = 4;
constexpr std::size_t quotes_shown = 2;

void write_quote(Lines& lines, const Paper& paper, const extract::Evidence& evidence) {
    lines.write(detail_indent, "“" + to_string(passage_of(paper, evidence)) + "”");
    lines.write(detail_indent + 2, "— " + place_label(place_of(paper, evidence)), Ink::faint);
}

void write_evidence(Lines& lines, const Paper& paper, const Point& point) {
    const auto evidence = evidence_of(point);
    for (std::size_t i = 0; i < std::min(evidence.size(), quotes_shown); ++i) write_quote(lines, paper, evidence[i]);
    for (const Elsewhere& place : point.elsewhere) {
        const std::string file = place.paper == &paper ? "" : " in " + name_of_file(place.paper->document);
        lines.write(detail_indent, "elsewhere" + file + ": ", place.says, Ink::bold);
        write_quote(lines, *place.paper, place.evidence);
    }
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
    return out;
}

/// A matter of note of which the paper says nothing: there are many of these, and the line says it all.
bool in_brief(const Point& point) {
    return point.severity <= Severity::note && point.requirement != nullptr &&
           point.result->standing == Standing::silent;
}

void write_point(Lines& lines, const Paper& paper, const catalogue::Catalogue& catalogue, const Point& point) {
    const auto severity =
        point.severity == Severity::none ? std::string() : fmt::format("{} ", to_string(point.severity));
    const auto id = point.requirement == nullptr ? std::string() : point.requirement->id + " ";
    lines.write(point_indent, severity, id + title_of(point, catalogue), ink_of(point.severity), Ink::bold);
    if (in_brief(point)) return;
    if (point.result != nullptr && !point.result->why.empty()) lines.write(detail_indent, point.result->why);
    write_evidence(lines, paper, point);
    if (point.result != nullptr && !point.result->missing.empty()) {
        lines.write(detail_indent, "missing: ", joined(point.result->missing), Ink::bold);
    }
    if (const auto mend = mend_of(point); !mend.empty()) lines.write(detail_indent, "mend: ", mend, Ink::bold);
}

/// What a list of points is about, and the points.
struct PointList {
    std::string_view title;
    const std::vector<Point>& points;
};

void write_points(Lines& lines, const Paper& paper, const catalogue::Catalogue& catalogue, const PointList& list) {
    if (list.points.empty()) return;
    lines.blank();
    lines.write(0, fmt::format("{} ({})", list.title, list.points.size()), Ink::bold);
    for (const Point& point : list.points) write_point(lines, paper, catalogue, point);
    if (std::any_of(list.points.begin(), list.points.end(), in_brief)) {
        lines.write(point_indent, "How to put them right: boardcheck rules show ID, or --format html.", Ink::faint);
    }
}

void write_header(Lines& lines, const Paper& paper) {
    const extract::Meta& meta = paper.declarations.meta;
    lines.rule();
    lines.write(0, name_of(paper), Ink::bold);
    const std::string about = dotted({meta.body, meta.date ? long_date(*meta.date) : "no date found", meta.purpose});
    lines.write(0, about);
    const auto& as_at = paper.assessment.as_at;
    const std::string& reason = paper.assessment.profile_why;
    const std::string why = reason.empty() ? "" : " (" + reason + ")";
    lines.write(0,
                dotted({meta.title.empty() ? "" : name_of_file(paper.document),
                        "profile " + paper.assessment.profile + why, as_at ? "judged as at " + long_date(*as_at) : ""}),
                Ink::faint);
}

std::string counts_of(const Standings& standings) {
    std::string out;
    for (const Standing standing : standings_by_weight) {
        const std::size_t number = count(standings, standing);
        if (number != 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", number, label(standing));
    }
    return out;
}

std::string summary_of(const Standings& standings) {
    std::size_t total = 0;
    for (const std::size_t number : standings) total += number;
    return fmt::format("{}: {}", counted(total, "requirement"), counts_of(standings));
}

/// How much the paper declares: the tables of it are another command's.
std::string declared_in_words(const Paper& paper) {
    const extract::Declarations& declared = paper.declarations;
    return fmt::format(
        "It declares {}, {} and {}: boardcheck extract lists them.", counted(declared.structures.size(), "structure"),
        counted(declared.commitments.size(), "commitment"), counted(declared.recommendations.size(), "recommendation"));
}

void write_paper(Lines& lines, const Paper& paper, const catalogue::Catalogue& catalogue,
                 const std::vector<Outcome>& papers, Severity level) {
    const Digest digest = digest_of(paper, catalogue, papers, level);
    write_header(lines, paper);
    for (const PointList& list :
         {PointList{"Contradicts the guidance", digest.contradictions}, PointList{"Gaps", digest.gaps},
          PointList{"Quoted, not answered", digest.quoted},
          PointList{"Promises without owner or date", digest.promises}, PointList{"References", digest.references},
          PointList{"Consistency", digest.consistency},
          PointList{"Other papers of the meeting say otherwise", digest.across}, PointList{"Form", digest.form},
          PointList{"Also to put right", digest.others}}) {
        write_points(lines, paper, catalogue, list);
    }
    if (digest.hidden_notes > 0) {
        lines.blank();
        lines.write(0, counted(digest.hidden_notes, "finding") + " less severe not shown: --level note lists them.",
                    Ink::faint);
    }
    write_notices(lines, paper.document.notices);
    lines.blank();
    lines.write(0, declared_in_words(paper), Ink::faint);
    lines.write(0, summary_of(standings_of(paper)));
}

void write_total(Lines& lines, const std::vector<Outcome>& papers) {
    Standings total{};
    std::array<std::size_t, 4> severities{};
    std::size_t read = 0;
    for (const Outcome& outcome : papers) {
        const auto* paper = std::get_if<Paper>(&outcome);
        if (paper == nullptr) continue;
        ++read;
        const Standings standings = standings_of(*paper);
        for (std::size_t i = 0; i < total.size(); ++i) total[i] += standings[i];
        for (const auto& finding : paper->assessment.findings) ++severities[static_cast<std::size_t>(finding.severity)];
    }
    lines.rule();
    std::string line = papers_in_words(papers, "checked");
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
        line += ", " + counted(severities[static_cast<std::size_t>(severity)], to_string(severity));
    }
    lines.write(0, line, Ink::bold);
    if (read > 1) lines.write(0, summary_of(total));
}

}  // namespace

std::string human(const std::vector<Outcome>& papers, const catalogue::Catalogue& catalogue, const Options& options) {
    Lines lines(options);
    for (const Outcome& outcome : papers) {
        if (const auto* paper = std::get_if<Paper>(&outcome)) {
            write_paper(lines, *paper, catalogue, papers, options.level);
        } else {
            write_unreadable(lines, std::get<Error>(outcome));
        }
    }
    write_left_out(lines, options.notices);
    write_total(lines, papers);
    return std::move(lines).finish();
}

}  // namespace boardcheck::report
