// Whole PDFs, made here, through poppler's tools.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "../invariants.hpp"
#include "ingest/ingest.hpp"

using namespace boardcheck;
using namespace boardcheck::ingest;

namespace {

/// A PDF with one page for each content stream.
std::string pdf_of(const std::vector<std::string>& contents) {
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", "",
                                     "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string kids;
    for (const std::string& content : contents) {
        kids += fmt::format("{} 0 R ", objects.size() + 1);
        objects.push_back(
            fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R"
                        "/Resources<</Font<</F1 3 0 R>>>>>>",
                        objects.size() + 2));
        objects.push_back(fmt::format("<</Length {}>>stream\n{}\nendstream", content.size(), content));
    }
    objects[1] = fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, contents.size());
    std::string out = "%PDF-1.4\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", out.size());
        out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    return out + table +
           fmt::format("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, out.size());
}

std::string words(std::string_view line) { return fmt::format("BT /F1 12 Tf 72 700 Td ({}) Tj ET", line); }

}  // namespace

BOOST_AUTO_TEST_CASE(pages_are_kept_and_those_without_text_noted) {
    const auto document = ingest::ingest("a.pdf", pdf_of({words("First words."), "", "", words("Last words.")}));
    BOOST_REQUIRE(document);
    BOOST_TEST(test::broken_invariant(*document, document->text).empty());
    BOOST_TEST(document->text == "First words.\nLast words.");
    BOOST_TEST(document->blocks.back().page == 4U);
    BOOST_REQUIRE(document->notices.size() == 1U);
    BOOST_TEST(document->notices.front().message == "pages 2 to 3 have no text layer");
}

BOOST_AUTO_TEST_CASE(a_file_without_any_text_is_an_error) {
    const auto document = ingest::ingest("scan.pdf", pdf_of({"0 0 100 100 re f"}));
    BOOST_REQUIRE(!document);
    BOOST_TEST(to_string(document.error()) ==
               "scan.pdf: the PDF has no text layer: its pages are pictures; "
               "run OCR on it (ocrmypdf, or a scanner's \"searchable PDF\"), and give the result");
}

BOOST_AUTO_TEST_CASE(limits_are_kept) {
    Limits limits;
    limits.pages = 1;
    const std::string bytes = pdf_of({words("One."), words("Two.")});
    const auto many = ingest::ingest("a.pdf", bytes, limits);
    BOOST_REQUIRE(!many);
    BOOST_TEST(to_string(many.error()) ==
               "a.pdf: the PDF has 2 pages, more than the limit of 1; split it, or raise the limit on pages");
    limits = {};
    limits.memory = 12u << 20;
    const auto large = ingest::ingest("a.pdf", bytes, limits);
    BOOST_REQUIRE(!large);
    BOOST_TEST(to_string(large.error()) ==
               "a.pdf: pdfinfo needed more than 12 MB of memory; save the PDF anew, or raise the limit on memory");
    limits = {};
    limits.seconds = 0;
    const auto slow = ingest::ingest("a.pdf", bytes, limits);
    BOOST_REQUIRE(!slow);
    BOOST_TEST(to_string(slow.error()) ==
               "a.pdf: pdfinfo took more than 0 seconds; save the PDF anew, or raise the limit on seconds");
}

BOOST_AUTO_TEST_CASE(damaged_files_give_words_or_a_reason) {
    const std::filesystem::path folder = PROJECT_ROOT "/../shared/files/damaged";
    if (!std::filesystem::exists(folder)) {
        BOOST_TEST_MESSAGE("no damaged files beside the repository: skipped");
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".pdf") continue;
        std::stringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        const auto document = ingest::ingest(entry.path().filename().string(), bytes.str());
        if (document) BOOST_TEST(test::broken_invariant(*document, document->text) == std::string());
        if (!document) BOOST_TEST(!document.error().mend.empty());
    }
}
