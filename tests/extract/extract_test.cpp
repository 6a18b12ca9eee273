// Case files with a paper and what it declares, by the project's own rules: every part that a case has is compared
// whole.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "case_file.hpp"
#include "extract/extract.hpp"

namespace bdata = boost::unit_test::data;
using namespace boardcheck;

namespace {

struct Extracted {
    text::Text text;
    extract::Declarations declarations;
};

Extracted extract_from(const test::Parts& parts) {
    const catalogue::Catalogue& catalogue = test::real_catalogue();
    const ingest::Document document = test::document_of(parts);
    Extracted extracted{text::segment(document), {}};
    const match::Matches matches = match::match(extracted.text, catalogue);
    extracted.declarations = extract::extract(document, extracted.text, matches, catalogue);
    return extracted;
}

std::string meta(const extract::Meta& meta) {
    std::string out =
        "title: " + meta.title + "\ndate: " + (meta.date ? to_string(*meta.date) : "") + "\nbody: " + meta.body + "\n";
    for (const extract::Author& author : meta.authors) {
        out += "author: " + author.name + (author.post.empty() ? "" : ", " + author.post) + "\n";
    }
    if (!meta.agenda_item.empty()) out += "item: " + meta.agenda_item + "\n";
    if (!meta.classification.empty()) out += "classification: " + meta.classification + "\n";
    out += "purpose: " + meta.purpose + "\n";
    for (const std::string& contact : meta.contacts) out += "contact: " + contact + "\n";
    return out;
}

std::string recommendations(const extract::Declarations& declarations) {
    const auto place = [](extract::PlaceInPaper where) {
        return where == extract::PlaceInPaper::front ? "front" : where == extract::PlaceInPaper::end ? "end" : "text";
    };
    std::string out;
    for (const auto& each : declarations.recommendations) {
        out +=
            each.ask + " | " + each.body + " | " + each.number + " | " + each.item + " | " + place(each.place) + "\n";
    }
    return out;
}

std::string citations(const extract::Declarations& declarations) {
    std::string out;
    for (const auto& each : declarations.citations) {
        out += each.kind + " | " + each.title + " | " + each.source + " | " + each.section + " | " + each.number +
               " | " + each.year + " | " + std::to_string(each.times) + "\n";
    }
    return out;
}

/// Where each is cited, and what is said of it there.
std::string cited_places(const extract::Declarations& declarations) {
    constexpr std::array<const char*, 5> by{"name", "wrong name", "likeness", "form", "noun"};
    std::string out;
    for (const auto& citation : declarations.citations) {
        for (const auto& each : citation.places) {
            out += citation.source + " | " + each.title + " | " + each.number + " | " + each.date + " |";
            for (const std::string& publisher : each.publishers) out += ' ' + publisher + ';';
            out += " | " + std::string(by.at(static_cast<std::size_t>(each.by))) + "\n";
        }
    }
    return out;
}

std::string acronyms(const extract::Declarations& declarations) {
    std::string out;
    for (const auto& each : declarations.acronyms) {
        out += each.acronym + " | " + std::to_string(each.times);
        for (const std::string& expansion : each.expansions) out += " | " + expansion;
        out += "\n";
    }
    return out;
}

/// Where each leads: the words of the sentence, or "nowhere".
std::string references(const Extracted& extracted) {
    std::string out;
    for (const auto& each : extracted.declarations.references) {
        const std::string_view text = extracted.text.text;
        out +=
            each.kind + " | " + each.number + " | " + each.title + " | " +
            (each.sentence ? std::string(slice(text, extracted.text.sentences.at(*each.sentence).span)) : "nowhere") +
            "\n";
    }
    return out;
}

std::string commitments(const extract::Declarations& declarations) {
    std::string out;
    for (const auto& each : declarations.commitments) {
        out +=
            each.owner + " | " + each.action + " | " + each.by + " | " + each.strength + " | " + each.condition + "\n";
    }
    return out;
}

std::string structures(const extract::Declarations& declarations) {
    std::string out;
    for (const auto& each : declarations.structures) {
        out += each.kind + " | " + each.name + " | " + (each.count ? std::to_string(*each.count) : "") + " | " +
               each.standing + "\n";
    }
    return out;
}

/// What is said of each structure besides; those of which nothing is have no line.
std::string details(const extract::Declarations& declarations) {
    std::string out;
    for (const auto& each : declarations.structures) {
        std::string said;
        const auto add = [&](const std::string& label, const std::string& words) {
            if (!words.empty()) said += "  " + label + ": " + words + "\n";
        };
        add("acronym", each.acronym);
        add("form", each.legal_form);
        add("parent", each.parent);
        add("chair", each.chair);
        add("population", each.population);
        add("starts", each.starts);
        add("closes", each.closes);
        for (const auto& function : each.functions) add("function", function);
        for (const auto& member : each.members) {
            add("member", member.role + " | " + member.name + " | " +
                              (member.count ? std::to_string(*member.count) : "") +
                              (member.independent ? " | independent" : ""));
        }
        if (!said.empty()) out += each.name + "\n" + said;
    }
    return out;
}

std::string agenda(const extract::Declarations& declarations) {
    std::string out;
    for (const auto& each : declarations.agenda) {
        const std::string_view enclosed = !each.enclosed ? "" : *each.enclosed ? "paper" : "no paper";
        out += each.number + " | " + each.title + " | " + each.purpose + " | " + std::string(enclosed) + "\n";
    }
    return out;
}

/// The standing that words of each sentence would have.
std::string standings(const Extracted& extracted) {
    std::string out;
    for (std::size_t i = 0; i < extracted.text.sentences.size(); ++i) {
        const text::Sentence& sentence = extracted.text.sentences[i];
        const auto standing = extract::standing_of(extracted.declarations.stances[i], sentence, sentence.tokens);
        out += std::string(catalogue::to_string(standing.standing)) + ": " +
               std::string(slice(extracted.text.text, sentence.span)) + "\n";
    }
    return out;
}

}  // namespace

BOOST_DATA_TEST_CASE(a_case_declares_what_it_lists, bdata::make(test::cases_in(TEST_DATA "/data")), path) {
    const test::Parts parts = test::parts_of(path);
    const Extracted extracted = extract_from(parts);
    const extract::Declarations& declarations = extracted.declarations;
    const test::Parts found{{"meta", meta(declarations.meta)},
                            {"recommendations", recommendations(declarations)},
                            {"commitments", commitments(declarations)},
                            {"structures", structures(declarations)},
                            {"citations", citations(declarations)},
                            {"places", cited_places(declarations)},
                            {"acronyms", acronyms(declarations)},
                            {"references", references(extracted)},
                            {"details", details(declarations)},
                            {"standings", standings(extracted)},
                            {"agenda", agenda(declarations)}};
    test::compare(parts, found, path);
    BOOST_TEST(declarations.stances.size() == extracted.text.sentences.size());
}

BOOST_AUTO_TEST_CASE(evidence_lies_in_its_sentence) {
    for (const auto& path : test::cases_in(TEST_DATA "/data")) {
        const Extracted extracted = extract_from(test::parts_of(path));
        const auto inside = [&](const extract::Evidence& evidence) {
            const Span sentence = extracted.text.sentences.at(evidence.sentence).span;
            BOOST_TEST(sentence.begin <= evidence.span.begin);
            BOOST_TEST(evidence.span.begin < evidence.span.end);
            BOOST_TEST(evidence.span.end <= sentence.end);
        };
        for (const auto& each : extracted.declarations.structures) inside(each.evidence);
        for (const auto& each : extracted.declarations.commitments) inside(each.evidence);
        for (const auto& each : extracted.declarations.recommendations) inside(each.evidence);
        for (const auto& each : extracted.declarations.citations) inside(each.evidence);
        for (const auto& each : extracted.declarations.acronyms) inside(each.evidence);
        for (const auto& each : extracted.declarations.references) inside(each.evidence);
    }
}

BOOST_AUTO_TEST_CASE(a_paper_in_a_pack_is_called_what_its_agenda_calls_it) {
    const auto title = [](const std::string& words) {
        auto document = ingest::ingest("pack.md", words).value();
        document.pack = ingest::PackPlace{"7", "Estates strategy", 3, 9};
        const auto text = text::segment(document);
        const auto matches = match::match(text, test::real_catalogue());
        return extract::extract(document, text, matches, test::real_catalogue()).meta.title;
    };
    BOOST_TEST(title("# Joint Board, meeting in public\n\nWe own twelve sites.\n") == "Estates strategy");
    BOOST_TEST(title("| Title | Our estate to 2027 |\n|---|---|\n| Date | 7 May 2021 |\n\nWe own twelve sites.\n") ==
               "Estates strategy");
}
