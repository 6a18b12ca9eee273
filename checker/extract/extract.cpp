#include "extract/extract.hpp"

#include "extract/paper.hpp"

namespace boardcheck::extract {

Declarations extract(const ingest::Document& document, const text::Text& text, const match::Matches& matches,
                     const catalogue::Catalogue& catalogue) {
    const Paper paper(document, text, matches, catalogue);
    Declarations declarations;
    declarations.recommendations = find_recommendations(paper);
    declarations.meta = find_meta(paper, declarations.recommendations);
    declarations.stances = stances(text, matches, catalogue, declarations.meta.date);
    declarations.dates = find_dates(paper, declarations.meta.date);
    declarations.structures = find_structures(paper, declarations.stances, declarations.dates);
    declarations.commitments = find_commitments(paper, declarations.stances, declarations.recommendations,
                                                declarations.meta, declarations.dates);
    declarations.citations = find_citations(paper);
    declarations.acronyms = find_acronyms(paper);
    declarations.references = find_references(paper);
    declarations.agenda = find_agenda(paper);
    return declarations;
}

}  // namespace boardcheck::extract
