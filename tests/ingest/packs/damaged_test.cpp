// Every damaged file is read or refused in time, with a message that names it.
#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "../../support/stopwatch.hpp"
#include "../cases.hpp"
#include "ingest/ingest.hpp"
#include "zip_file.hpp"

namespace boardcheck::test {

namespace fs = std::filesystem;

namespace {

/// What is said of a file of this name: its words, or the error.
std::string said(const std::string& name, const std::string& bytes) {
    const auto document = ingest::ingest(name, bytes);
    return document ? document->text : to_string(document.error());
}

/// A Word file with `front` in front of its root element.
std::string word_file(const std::string& words, const std::string& front = {}) {
    const Members parts{
        {"[Content_Types].xml",
         "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
         "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
        {"_rels/.rels",
         "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
         "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
        {"word/document.xml",
         front +
             "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
             "<w:r><w:t>" +
             words + "</w:t></w:r></w:p></w:body></w:document>"}};
    return zip_of(parts);
}

/// The beginning of a compound file; the names in it are in UTF-16.
std::string compound_file(const std::string& name) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0');
    for (const char c : name) bytes.append({c, '\0'});
    return bytes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_zip_that_is_cut_or_has_junk_before_it_is_a_damaged_zip) {
    const std::string whole = word_file("The ferry runs on Sundays.");
    const std::string damaged =
        "ferry.docx: the file is a damaged zip: Not a zip archive; open it in the program that made it, and save it "
        "again";
    BOOST_TEST(said("ferry.docx", whole) == "The ferry runs on Sundays.");
    BOOST_TEST(said("ferry.docx", whole.substr(0, whole.size() / 2)) == damaged);
    BOOST_TEST(said("ferry.docx", std::string(100, 'x') + whole) == damaged);
    BOOST_TEST(said("ferry.docx", "PK") ==
               "ferry.docx: its name ends in .docx, but its content is no such file; if it is damaged, save it again "
               "from the program that made it; if it is text, rename it to .txt");
    BOOST_TEST(said("ferry.docx", std::string(100, '\0') + whole) == damaged);
}

BOOST_AUTO_TEST_CASE(an_old_binary_file_is_told_whatever_its_name) {
    BOOST_TEST(said("ferry.docx", compound_file("WordDocument")) ==
               "ferry.docx: the file is in the old binary form of Office (.doc, .ppt, .xls); save it as .docx, .pptx "
               "or PDF, and give that");
    BOOST_TEST(said("ferry.docx", compound_file("EncryptedPackage")) ==
               "ferry.docx: the file is protected with a password; save it without a password, and give that");
}

BOOST_AUTO_TEST_CASE(entities_that_grow_are_never_expanded) {
    std::string bomb = "<!DOCTYPE w:document [<!ENTITY a \"ferry \">";
    for (char name = 'b'; name <= 'j'; ++name) {
        bomb += std::string("<!ENTITY ") + name + " \"";
        for (int i = 0; i < 10; ++i) bomb.append({'&', static_cast<char>(name - 1), ';'});
        bomb += "\">";
    }
    BOOST_TEST(said("ferry.docx", word_file("The &j; runs.", bomb + "]>")) == "The &j; runs.");
}

BOOST_AUTO_TEST_CASE(damaged_files_end_in_time_with_a_message) {
    const fs::path folder = fs::path(PROJECT_ROOT) / ".." / "shared" / "files" / "damaged";
    if (!fs::exists(folder)) {
        BOOST_TEST_MESSAGE("skipped: there are no damaged files beside the repository");
        return;
    }
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const Stopwatch watch;
        const auto [papers, notices] = ingest::papers(name, slurp(entry.path()));
        const double taken = watch.seconds();
        BOOST_TEST(taken < 30.0, name << " took " << taken << " s");
        BOOST_REQUIRE(!papers.empty());
        for (const auto& paper : papers) {
            if (paper) continue;
            BOOST_TEST(paper.error().file.starts_with(name), paper.error().file);
            BOOST_TEST(!paper.error().message.empty(), name);
            BOOST_TEST(!paper.error().mend.empty(), name);
        }
    }
}

}  // namespace boardcheck::test
