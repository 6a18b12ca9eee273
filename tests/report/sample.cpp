#include "sample.hpp"

#include <algorithm>
#include <cassert>

#include "report/lines.hpp"

namespace boardcheck::report::sample {

using catalogue::Confidence;
using catalogue::Severity;
using catalogue::Standing;
using catalogue::Strength;

namespace {

catalogue::Requirement requirement(std::string id, std::string theme, std::string title, std::string statement,
                                   Strength strength) {
    catalogue::Requirement made;
    made.id = std::move(id);
    made.theme = std::move(theme);
    made.title = std::move(title);
    made.statement = std::move(statement);
    made.strength = strength;
    made.confidence = strength == Strength::must ? Confidence::high : Confidence::medium;
    made.sources = {{0, "Governance", "19-26"}};
    made.mend = "Say how it will be done here, by whom and by when.";
    return made;
}

ingest::Block block_of(ingest::BlockKind kind, const std::string& number, std::uint8_t level = 0) {
    ingest::Block block;
    block.kind = kind;
    block.number = number;
    block.level = level;
    return block;
}

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

catalogue::Catalogue catalogue() {
    catalogue::Catalogue made;
    made.sources = {
        {"DF", "Design framework", "PAR642", "NHS England and NHS Improvement", Date{2021, 6, 16}, {}, false}};
    made.terms.resize(3);
    made.patterns.resize(7);
    made.messages = {{"theme.BOARD", "The board"}};
    made.requirements = {
        requirement("BOARD-01", "BOARD", "Unitary board", "The body is led by a unitary board.", Strength::must),
        requirement("BOARD-02", "BOARD", "Independent chair",
                    "The board has an independent chair and at least two further independent non-executives.",
                    Strength::must),
        requirement("BOARD-03", "BOARD", "At least ten members", "The board has a minimum of ten members.",
                    Strength::must),
        requirement("BOARD-04", "BOARD", "Meetings in public", "The board meets in public.", Strength::should),
        requirement("PART-01", "PART", "A Partnership for the system", "Every system has a Partnership.",
                    Strength::must),
        requirement("PART-02", "PART", "Local choice of members", "Membership is for local partners to choose.",
                    Strength::may)};
    made.requirements[2].mend.clear();
    return made;
}

Draft::Draft(std::string file) {
    paper_.document.file = std::move(file);
    paper_.text.sections.push_back({});
}

void Draft::add(ingest::Block block, const std::string& words) {
    std::string& text = paper_.document.text;
    if (!text.empty()) text += '\n';
    block.span = {size_of(text), size_of(text) + size_of(words)};
    text += words;
    block.line = line_;
    block.page = page_;
    paper_.document.blocks.push_back(std::move(block));
}

void Draft::end_sentence(std::uint32_t first_block, bool item) {
    const auto& blocks = paper_.document.blocks;
    text::Sentence sentence;
    sentence.span = {blocks[first_block].span.begin, blocks.back().span.end};
    sentence.block = first_block;
    sentence.section = static_cast<std::uint32_t>(paper_.text.sections.size()) - 1;
    if (item) sentence.lead_ins.push_back(lead_in_);
    paper_.text.sentences.push_back(std::move(sentence));
}

Draft& Draft::heading(std::uint8_t level, const std::string& words, const std::string& number) {
    auto& sections = paper_.text.sections;
    auto parent = static_cast<std::uint32_t>(sections.size()) - 1;
    while (parent != 0 && sections[parent].level >= level) parent = sections[parent].parent;
    sections.push_back({parent, static_cast<std::uint32_t>(paper_.text.sentences.size()), level, number});
    line_ += 2;
    add(block_of(ingest::BlockKind::heading, number, level), words);
    end_sentence(static_cast<std::uint32_t>(paper_.document.blocks.size()) - 1, false);
    return *this;
}

Draft& Draft::paragraph(const std::string& words, const std::string& number) {
    line_ += 2;
    lead_in_ = static_cast<std::uint32_t>(paper_.text.sentences.size());
    add(block_of(ingest::BlockKind::paragraph, number), words);
    end_sentence(static_cast<std::uint32_t>(paper_.document.blocks.size()) - 1, false);
    return *this;
}

Draft& Draft::item(const std::string& words, const std::string& number) {
    ++line_;
    add(block_of(ingest::BlockKind::list_item, number, 1), words);
    end_sentence(static_cast<std::uint32_t>(paper_.document.blocks.size()) - 1, true);
    return *this;
}

Draft& Draft::row(const std::vector<std::string>& cells) {
    ++line_;
    const auto first = static_cast<std::uint32_t>(paper_.document.blocks.size());
    ++row_;
    std::uint32_t column = 0;
    for (const std::string& cell : cells) {
        ingest::Block block = block_of(ingest::BlockKind::table_cell, {});
        block.table = 1;
        block.row = row_;
        block.column = ++column;
        add(std::move(block), cell);
    }
    end_sentence(first, false);
    return *this;
}

Draft& Draft::page(std::uint32_t number) {
    page_ = number;
    const std::size_t gap = paper_.document.text.empty() ? 0 : 1;
    paper_.document.pages.push_back({size_of(paper_.document.text) + static_cast<std::uint32_t>(gap), number, {}});
    return *this;
}

extract::Evidence Draft::at(std::string_view words) const {
    const auto begin = static_cast<std::uint32_t>(paper_.document.text.find(words));
    assert(begin < paper_.document.text.size());
    const auto& sentences = paper_.text.sentences;
    std::uint32_t sentence = 0;
    while (sentences[sentence].span.end <= begin) ++sentence;
    return {sentence, {begin, begin + size_of(words)}};
}

Paper Draft::finish() {
    paper_.text.text = paper_.document.text;
    paper_.text.document.copy(0, size_of(paper_.text.text));
    // As if the file began with a byte order mark, so that places in the text and in the file differ.
    paper_.document.source.copy(3, size_of(paper_.document.text));
    return std::move(paper_);
}

namespace {

extract::Structure structure(std::string kind, std::string name, std::optional<std::int64_t> count,
                             std::string standing, extract::Evidence evidence) {
    extract::Structure structure;
    structure.kind = std::move(kind);
    structure.name = std::move(name);
    structure.count = count;
    structure.standing = std::move(standing);
    structure.evidence = evidence;
    return structure;
}

extract::Recommendation recommendation(std::string ask, extract::Evidence evidence) {
    extract::Recommendation recommendation;
    recommendation.ask = std::move(ask);
    recommendation.body = "Governing Body";
    recommendation.place = extract::PlaceInPaper::front;
    recommendation.evidence = evidence;
    return recommendation;
}

/// A structure of which everything is said.
extract::Structure board(const Draft& draft) {
    extract::Structure board = structure("board", "NHS ICS Board", 1, "planned", draft.at("an NHS ICS Board of eight"));
    board.aliases = {"the Board", "Pellshire Board"};
    board.acronym = "NIB";
    board.level = "system";
    board.legal_form = "unitary board";
    board.parent = "Pellshire Governing Body";
    board.members = {{"independent chair", "Zoë O’Brien-Müller", {}, true, draft.at("appoint an independent chair")},
                     {"member", "", 8, false, draft.at("eight members")}};
    board.chair = "Zoë O’Brien-Müller";
    board.functions = {"agree the plan", "publish a constitution"};
    board.population = "230,000";
    board.starts = "2022-04-01";
    board.closes = "2022/2023";
    return board;
}

void refer(Draft& draft) {
    extract::Declarations& declared = draft.paper().declarations;
    declared.citations = {
        {"Health and Care Bill", "BILL", "bill", "14Z25", "140", "2021", draft.at("Health and Care Bill"), 3, {}},
        {"Working together", "", "", "", "", "", draft.at("“Working together”"), 1, {}}};
    declared.acronyms = {{"AC", {"Audit Committee"}, 4, draft.at("Audit Committee (AC)")},
                         {"NIB", {}, 1, draft.at("NIB")}};
    declared.references = {{"section", "5.1", "", 5, draft.at("section 5.1")},
                           {"appendix", "B", "terms of reference", {}, draft.at("Appendix B (terms of reference)")}};
    using extract::Precision;
    declared.dates = {{"Q3", "2021-Q4", Date{2021, 10, 1}, Date{2021, 12, 31}, Precision::quarter, "", draft.at("Q3")},
                      {"31 June", "", {}, {}, Precision::unresolved, "June has 30 days", draft.at("31 June")},
                      {"in due course", "", {}, {}, Precision::vague, "", draft.at("in due course")}};
}

std::vector<extract::Commitment> commitments(Draft& draft) {
    extract::Commitment list, constitution;
    list.owner = "Keith Umpleby";
    list.action = "validate the list of staff";
    list.by = "2021-10-29";
    list.precision = extract::Precision::day;
    list.deadline = "29 Oct 2021";
    list.strength = "timetable";
    list.evidence = draft.at("List of staff validated");
    constitution.action = "publish a constitution";
    constitution.strength = "will";
    constitution.condition = "subject to Parliament";
    constitution.awaits_decision = true;
    constitution.evidence = draft.at("publish a constitution");
    return {list, constitution};
}

void declare(Draft& draft) {
    extract::Declarations& declared = draft.paper().declarations;
    declared.meta.title = "Moving to the new arrangements";
    declared.meta.date = Date{2021, 9, 23};
    declared.meta.body = "Pellshire Governing Body";
    declared.meta.authors = {{"Dominic Farrowby", "Accountable Officer"}, {"Imogen Trask", ""}};
    declared.meta.agenda_item = "7.10";
    declared.meta.classification = "Public";
    declared.meta.contacts = {"Imogen Trask, i.trask@example.org"};
    declared.meta.purpose = "decision";
    declared.structures = {board(draft),
                           structure("committee", "Audit Committee", {}, "in-place", draft.at("the Audit Committee"))};
    declared.commitments = commitments(draft);
    refer(draft);
    declared.recommendations = {recommendation("note", draft.at("NOTE the progress made")),
                                recommendation("agree", draft.at("AGREE the outline"))};
    declared.recommendations[0].number = "(a)";
    declared.recommendations[0].item = "the progress made";
}

void assess(Draft& draft) {
    check::Assessment& assessment = draft.paper().assessment;
    assessment.profile = "default";
    assessment.as_at = Date{2021, 9, 23};
    assessment.requirements = {
        {0, Standing::restated, {}, {draft.at("led by a unitary board")}, ""},
        {1,
         Standing::planned,
         {"two further independent non-executives"},
         {draft.at("appoint an independent chair")},
         ""},
        {2, Standing::contradicted, {}, {draft.at("an NHS ICS Board of eight")}, "Eight members are fewer than ten."},
        {3, Standing::in_place, {}, {draft.at("meets in public")}, ""},
        {4, Standing::silent, {}, {}, ""},
        {5, Standing::not_applicable, {}, {}, "The profile leaves it out: a matter for the councils."}};
    const auto find = [&](std::string family, std::string rule, Severity severity, std::string message,
                          std::string mend, std::optional<extract::Evidence> evidence) {
        check::Finding finding;
        finding.family = std::move(family);
        finding.rule = std::move(rule);
        finding.severity = severity;
        finding.message = std::move(message);
        finding.mend = std::move(mend);
        finding.evidence = evidence;
        assessment.findings.push_back(std::move(finding));
    };
    find("requirement", "BOARD-03", Severity::error, "Contradicts BOARD-03.", "",
         draft.at("an NHS ICS Board of eight"));
    find("requirement", "PART-01", Severity::error, "Nothing on: a Partnership.", "Say what the Partnership will be.",
         {});
    find("requirement", "BOARD-02", Severity::warning, "Said in part only.", "Name the non-executives.", {});
    find("commitment", "commitment.no-owner", Severity::warning,
         "“publish a constitution” is promised, but no one is named to do it.", "Name a post or a body.",
         draft.at("publish a constitution"));
    find("consistency", "consistency.figures", Severity::warning, "Two numbers of members.", "Settle on one.",
         draft.at("an NHS ICS Board of eight"));
    assessment.findings.back().others = {{"published", draft.at("meets in public"), {}}};
    assessment.findings.back().source = "DF";
    find("form", "form.no-implications", Severity::note, "There is no section on equality.", "", {});
}

}  // namespace

Paper transition_paper() {
    Draft draft("papers/transition <final> & signed.md");
    draft.page(1).heading(1, "Moving to the new arrangements");
    draft.paragraph("The Governing Body is asked to:");
    draft.item("NOTE the progress made;", "(a)").item("AGREE the outline of the Board.", "(b)");
    draft.page(3).heading(2, "Governance", "5").heading(3, "The Board", "5.1");
    draft.paragraph("The guidance says that each body will be led by a unitary board, and “must” say so.", "5.2");
    draft.paragraph("We will establish an NHS ICS Board of eight members. We will also:", "5.3");
    draft.item("appoint an independent chair", "(a)").item("publish a constitution, subject to Parliament", "(b)");
    draft.paragraph("It meets in public.");
    draft.heading(2, "Timetable").row({"List of staff validated", "29 Oct 2021", "K. Umpleby"});
    draft.paragraph("Sign-off is by the Audit Committee.");
    draft.paragraph("The Audit Committee (AC) meets in Q3, not on 31 June, and the NIB in due course.");
    draft.paragraph(
        "The Health and Care Bill and “Working together” are in Appendix B (terms of reference); see section 5.1.");
    declare(draft);
    assess(draft);
    draft.paper().document.notices = {{"papers/transition <final> & signed.md", 12, "Two columns were read as one."}};
    return draft.finish();
}

Paper bare_paper() {
    Draft draft("bare.txt");
    draft.paragraph("A note of the meeting.");
    draft.paper().assessment.profile = "default";
    for (std::uint32_t i = 0; i < 6; ++i)
        draft.paper().assessment.requirements.push_back({i, Standing::silent, {}, {}, ""});
    return draft.finish();
}

Error unreadable() {
    return {"scan.pdf", 0, "this is not text", "Save the paper as text or Markdown, and name that file."};
}

std::size_t widest_line(std::string_view text) {
    std::size_t widest = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        widest = std::max(widest, columns(text.substr(at, end - at)));
        at = end + 1;
    }
    return widest;
}

Notice left_out() {
    return {"papers", 0, "2 files were left out, as they are not text or Markdown: a.docx, b & c.pdf"};
}

}  // namespace boardcheck::report::sample
