#include "report/listing.hpp"

#include <algorithm>

#include "report/fields.hpp"
#include "report/passage.hpp"

namespace boardcheck::report {

namespace {

template <typename Item>
void add_row(Listing& listing, const Fields<Item>& fields, const Item& item,
             const std::optional<extract::Evidence>& evidence) {
    listing.rows.push_back({cells_of(fields, item), evidence});
}

template <typename Item>
Listing listed(Kind kind, const std::vector<Item>& items, const Fields<Item>& fields) {
    Listing listing{kind, columns_of(fields), {}};
    for (const Item& item : items) add_row(listing, fields, item, item.evidence);
    return listing;
}

Listing members_of(const std::vector<extract::Structure>& structures) {
    Listing listing{Kind::members, columns_of(seat_fields()), {}};
    for (const extract::Structure& structure : structures) {
        for (const extract::Member& member : structure.members)
            add_row(listing, seat_fields(), {structure, member}, member.evidence);
    }
    return listing;
}

std::string target_of(const Paper& paper, const extract::CrossReference& reference) {
    if (!reference.sentence) return {};
    const std::uint32_t sentence = *reference.sentence;
    const text::Sentence& words = paper.text.sentences[sentence];
    return shortened(words_at(paper, words.span), 60) + " (" + place_label(place_of(paper, {sentence, words.span})) +
           ")";
}

Listing cross_references_of(const Paper& paper) {
    Listing listing{Kind::cross_references, columns_of(lead_fields()), {}};
    for (const extract::CrossReference& reference : paper.declarations.references)
        add_row(listing, lead_fields(), {reference, target_of(paper, reference)}, reference.evidence);
    return listing;
}

}  // namespace

std::string_view to_string(Kind kind) {
    switch (kind) {
        case Kind::meta:
            return "meta";
        case Kind::structures:
            return "structures";
        case Kind::members:
            return "members";
        case Kind::commitments:
            return "commitments";
        case Kind::recommendations:
            return "recommendations";
        case Kind::citations:
            return "citations";
        case Kind::acronyms:
            return "acronyms";
        case Kind::cross_references:
            return "cross-references";
        case Kind::dates:
            return "dates";
    }
    return {};
}

Wording wording_of(Kind kind) {
    switch (kind) {
        case Kind::meta:
            return {"The paper", "What the paper says of itself", ""};
        case Kind::structures:
            return {"Structures", "Bodies that the paper declares", "No structure was found in the paper."};
        case Kind::members:
            return {"Members", "Who has a seat on these bodies", "No member of a body was found in the paper."};
        case Kind::commitments:
            return {"Commitments", "What is promised", "No commitment was found in the paper."};
        case Kind::recommendations:
            return {"Recommendations", "What the meeting is asked to do", "No recommendation was found in the paper."};
        case Kind::citations:
            return {"Citations", "Guidance and law that the paper names", "No citation was found in the paper."};
        case Kind::acronyms:
            return {"Acronyms", "Short forms, and what the paper says they stand for",
                    "No acronym was found in the paper."};
        case Kind::cross_references:
            return {"Cross-references", "Where the paper sends its readers",
                    "No cross-reference was found in the paper."};
        case Kind::dates:
            return {"Dates", "Dates and periods that the paper names", "No date was found in the paper."};
    }
    return {};
}

Listing listing_of(const Paper& paper, Kind kind) {
    const extract::Declarations& declared = paper.declarations;
    switch (kind) {
        case Kind::meta: {
            Listing listing{kind, columns_of(meta_fields()), {}};
            add_row(listing, meta_fields(), declared.meta, {});
            return listing;
        }
        case Kind::structures:
            return listed(kind, declared.structures, structure_fields());
        case Kind::members:
            return members_of(declared.structures);
        case Kind::commitments:
            return listed(kind, declared.commitments, commitment_fields());
        case Kind::recommendations:
            return listed(kind, declared.recommendations, recommendation_fields());
        case Kind::citations:
            return listed(kind, declared.citations, citation_fields());
        case Kind::acronyms:
            return listed(kind, declared.acronyms, acronym_fields());
        case Kind::cross_references:
            return cross_references_of(paper);
        case Kind::dates:
            return listed(kind, declared.dates, date_fields());
    }
    return {};
}

std::vector<std::size_t> shown_columns(const Listing& listing) {
    std::vector<std::size_t> shown;
    for (std::size_t column = 0; column < listing.columns.size(); ++column) {
        const bool said = std::any_of(listing.rows.begin(), listing.rows.end(),
                                      [column](const Row& row) { return !row.cells[column].shown.empty(); });
        if (said && !listing.columns[column].title.empty()) shown.push_back(column);
    }
    return shown;
}

std::size_t number_of(const Paper& paper, Kind kind) {
    const extract::Declarations& declared = paper.declarations;
    switch (kind) {
        case Kind::meta:
            return 1;
        case Kind::structures:
            return declared.structures.size();
        case Kind::members: {
            std::size_t number = 0;
            for (const extract::Structure& structure : declared.structures) number += structure.members.size();
            return number;
        }
        case Kind::commitments:
            return declared.commitments.size();
        case Kind::recommendations:
            return declared.recommendations.size();
        case Kind::citations:
            return declared.citations.size();
        case Kind::acronyms:
            return declared.acronyms.size();
        case Kind::cross_references:
            return declared.references.size();
        case Kind::dates:
            return declared.dates.size();
    }
    return 0;
}

}  // namespace boardcheck::report
