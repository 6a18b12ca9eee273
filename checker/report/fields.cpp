#include "report/fields.hpp"

#include <fmt/format.h>

#include "report/wording.hpp"

namespace boardcheck::report {

using extract::Acronym;
using extract::Author;
using extract::Citation;
using extract::Commitment;
using extract::DateValue;
using extract::Member;
using extract::Meta;
using extract::Recommendation;
using extract::Structure;

namespace {

constexpr std::string_view between = "; ";

template <typename Values>
std::string joined(const Values& values) {
    return fmt::format("{}", fmt::join(values, between));
}

std::string on_lines(const std::vector<std::string>& parts) {
    std::string lines;
    for (const std::string& part : parts) {
        if (!part.empty()) lines += (lines.empty() ? "" : "\n") + part;
    }
    return lines;
}

std::string yes_or_no(bool truth) { return truth ? "yes" : "no"; }

std::string number_or_nothing(const std::optional<std::int64_t>& number) {
    return number ? std::to_string(*number) : "";
}

std::string day_or_nothing(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

/// "place-based-partnership" in words.
std::string in_words(std::string name) {
    for (char& c : name) c = c == '-' ? ' ' : c;
    return name;
}

/// "part: value", or nothing.
std::string labelled(std::string_view part, const std::string& value) {
    return value.empty() ? "" : fmt::format("{}: {}", part, value);
}

std::string in_brackets(const std::string& words) { return words.empty() ? "" : " (" + words + ")"; }

std::vector<std::string> named(const std::vector<Author>& authors) {
    std::vector<std::string> names;
    for (const Author& author : authors) names.push_back(author.name + in_brackets(author.post));
    return names;
}

/// "3 x independent member (Ann Lee)".
std::string seat_in_short(const Member& member) {
    const std::string role = member.role.empty() ? member.name : member.role + in_brackets(member.name);
    return (member.count && *member.count != 1 ? fmt::format("{} x ", *member.count) : "") + role;
}

std::string members_in_short(const Structure& structure) {
    std::vector<std::string> seats;
    for (const Member& member : structure.members) seats.push_back(seat_in_short(member));
    return joined(seats);
}

std::string name_with_others(const Structure& structure) {
    return on_lines({structure.name + (structure.acronym == structure.name ? "" : in_brackets(structure.acronym)),
                     labelled("also", joined(structure.aliases))});
}

std::string standing_in_words(const Structure& structure) {
    const auto standing = catalogue::parse_standing(structure.standing);
    return standing ? std::string(label(*standing)) : structure.standing;
}

std::string details(const Structure& structure) {
    const std::size_t seats = structure.members.size();
    return on_lines({labelled("level", structure.level), labelled("legal form", structure.legal_form),
                     labelled("part of, or reports to", structure.parent), labelled("chair", structure.chair),
                     labelled("members", seats == 0 ? "" : std::to_string(seats) + ", listed below"),
                     labelled("population", structure.population), labelled("from", long_period(structure.starts)),
                     labelled("until", long_period(structure.closes)), labelled("for", joined(structure.functions))});
}

bool has_deadline(const Commitment& commitment) { return !commitment.by.empty() || !commitment.deadline.empty(); }

/// The date, and the words of the paper for it.
std::string deadline_in_words(const Commitment& commitment) {
    const std::string date = long_period(commitment.by);
    const bool same = commitment.deadline.empty() || commitment.deadline == date;
    return on_lines({date, same ? "" : "“" + commitment.deadline + "”"});
}

std::string conditions(const Commitment& commitment) {
    return on_lines({commitment.condition, commitment.awaits_decision ? "a decision for which this paper asks" : ""});
}

std::string position_in_words(const Recommendation& recommendation) {
    switch (recommendation.place) {
        case extract::PlaceInPaper::front:
            return "at the front";
        case extract::PlaceInPaper::text:
            return "in the text";
        case extract::PlaceInPaper::end:
            return "at the end";
    }
    return {};
}

std::string with_fault(const DateValue& date) { return on_lines({long_period(date.iso), date.fault}); }

std::string never_explained(const Acronym& acronym) {
    return acronym.expansions.empty() ? "never explained" : joined(acronym.expansions);
}

}  // namespace

const Fields<Meta>& meta_fields() {
    static const Fields<Meta> fields{
        {"title", "Title", &Meta::title},
        {"date", "Meeting", [](const Meta& meta) { return day_or_nothing(meta.date); },
         [](const Meta& meta) { return meta.date ? long_date(*meta.date) : ""; }},
        {"body", "Body", &Meta::body},
        {"authors", "Authors", [](const Meta& meta) { return joined(named(meta.authors)); },
         [](const Meta& meta) { return on_lines(named(meta.authors)); }},
        {"agenda_item", "Agenda item", &Meta::agenda_item},
        {"classification", "Classification", &Meta::classification},
        {"format", "Format", &Meta::format},
        {"purpose", "Purpose", &Meta::purpose},
        {"contacts", "Contacts", [](const Meta& meta) { return joined(meta.contacts); },
         [](const Meta& meta) { return on_lines(meta.contacts); }}};
    return fields;
}

const Fields<Structure>& structure_fields() {
    static const Fields<Structure> fields{
        {"name", "Name", &Structure::name, name_with_others},
        {"acronym", "", &Structure::acronym},
        {"aliases", "", [](const Structure& structure) { return joined(structure.aliases); }},
        {"kind", "Kind", &Structure::kind, [](const Structure& structure) { return in_words(structure.kind); }},
        {"count", "How many", [](const Structure& structure) { return number_or_nothing(structure.count); }},
        {"standing", "Standing", &Structure::standing, standing_in_words},
        {"level", "", &Structure::level},
        {"legal_form", "", &Structure::legal_form},
        {"parent", "", &Structure::parent},
        {"chair", "", &Structure::chair},
        {"members", "", members_in_short},
        {"functions", "", [](const Structure& structure) { return joined(structure.functions); }},
        {"population", "", &Structure::population},
        {"starts", "", &Structure::starts},
        {"closes", "", &Structure::closes},
        {"", "More of it", {}, details}};
    return fields;
}

const Fields<Seat>& seat_fields() {
    static const Fields<Seat> fields{
        {"structure", "Body", [](const Seat& seat) { return seat.structure.name; }},
        {"role", "Role", [](const Seat& seat) { return seat.member.role; }},
        {"name", "Name", [](const Seat& seat) { return seat.member.name; }},
        {"count", "How many", [](const Seat& seat) { return number_or_nothing(seat.member.count); }},
        {"independent", "Independent", [](const Seat& seat) { return yes_or_no(seat.member.independent); },
         [](const Seat& seat) { return seat.member.independent ? "yes" : ""; }}};
    return fields;
}

const Fields<Commitment>& commitment_fields() {
    static const Fields<Commitment> fields{
        {"owner", "Who", &Commitment::owner},
        {"action", "What", &Commitment::action},
        {"deadline", "", &Commitment::deadline},
        {"by", "By when", &Commitment::by, deadline_in_words},
        {"precision", "",
         [](const Commitment& commitment) {
             return std::string(has_deadline(commitment) ? label(commitment.precision) : "");
         }},
        {"strength", "How firmly", &Commitment::strength},
        {"condition", "On condition", &Commitment::condition, conditions},
        {"awaits_decision", "", [](const Commitment& commitment) { return yes_or_no(commitment.awaits_decision); }}};
    return fields;
}

const Fields<Recommendation>& recommendation_fields() {
    static const Fields<Recommendation> fields{
        {"number", "Number", &Recommendation::number},
        {"ask", "Ask", &Recommendation::ask},
        {"item", "What", &Recommendation::item},
        {"body", "Of whom", &Recommendation::body},
        {"position", "Where",
         [](const Recommendation& recommendation) { return std::string(label(recommendation.place)); },
         position_in_words}};
    return fields;
}

const Fields<Citation>& citation_fields() {
    static const Fields<Citation> fields{
        {"title", "Document", &Citation::title},
        {"kind", "Kind", &Citation::kind, [](const Citation& citation) { return in_words(citation.kind); }},
        {"section", "Section", &Citation::section},
        {"number", "Number", &Citation::number},
        {"year", "Year", &Citation::year},
        {"source", "Known as", &Citation::source},
        {"times", "Times", [](const Citation& citation) { return std::to_string(citation.times); }}};
    return fields;
}

const Fields<Acronym>& acronym_fields() {
    static const Fields<Acronym> fields{
        {"acronym", "Acronym", &Acronym::acronym},
        {"expansions", "Stands for", [](const Acronym& acronym) { return joined(acronym.expansions); },
         never_explained},
        {"times", "Times", [](const Acronym& acronym) { return std::to_string(acronym.times); }}};
    return fields;
}

const Fields<Lead>& lead_fields() {
    static const Fields<Lead> fields{
        {"kind", "To", [](const Lead& lead) { return lead.reference.kind; },
         [](const Lead& lead) { return lead.reference.kind + " " + lead.reference.number; }},
        {"number", "", [](const Lead& lead) { return lead.reference.number; }},
        {"title", "Said to be", [](const Lead& lead) { return lead.reference.title; }},
        {"leads_to", "Leads to", [](const Lead& lead) { return lead.target; },
         [](const Lead& lead) { return lead.target.empty() ? "not found" : lead.target; }}};
    return fields;
}

const Fields<DateValue>& date_fields() {
    static const Fields<DateValue> fields{
        {"text", "Words", &DateValue::text},
        {"iso", "Date", &DateValue::iso, with_fault},
        {"first", "", [](const DateValue& date) { return day_or_nothing(date.first); }},
        {"last", "", [](const DateValue& date) { return day_or_nothing(date.last); }},
        {"precision", "Precision", [](const DateValue& date) { return std::string(label(date.precision)); }},
        {"fault", "", &DateValue::fault}};
    return fields;
}

}  // namespace boardcheck::report
