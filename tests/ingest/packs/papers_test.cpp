// The papers of zips: which members are papers, under what names, and what does not stop the others.
#include <boost/test/unit_test.hpp>

#include "ingest/ingest.hpp"
#include "zip_file.hpp"

namespace boardcheck::test {

namespace {

/// One line for each paper, error and notice.
std::string read(const std::string& bytes, const ingest::Limits& limits = {}) {
    const auto [papers, notices] = ingest::papers("pack.zip", bytes, limits);
    std::string out;
    for (const auto& paper : papers) {
        out += paper ? paper->file + " = " + paper->text : to_string(paper.error());
        out += '\n';
    }
    for (const Notice& notice : notices) out += "notice " + notice.file + ": " + notice.message + '\n';
    return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(members_are_read_in_byte_order_and_what_is_no_paper_is_told) {
    const auto zip = zip_of({{"b.txt", "Two."},
                             {"Item 1/a.html", "<html><body><p>One.</p>"},
                             {"picture.png", "\x89PNG"},
                             {"figures.csv", "a,b"},
                             {"README.txt", "About."},
                             {"__MACOSX/._b.txt", "junk"},
                             {".hidden.txt", "junk"}});
    BOOST_TEST(read(zip) ==
               "pack.zip/Item 1/a.html = One.\npack.zip/b.txt = Two.\n"
               "notice pack.zip: 2 files were left out, as they are no papers: figures.csv, picture.png\n");
}

BOOST_AUTO_TEST_CASE(names_that_lead_out_of_the_zip_are_only_names) {
    BOOST_TEST(read(zip_of({{"../../etc/a.txt", "One."}, {"/b\n.txt", "Two."}, {"c\\d.txt", "Three."}})) ==
               "pack.zip/(..)/(..)/etc/a.txt = One.\npack.zip/b?.txt = Two.\npack.zip/c/d.txt = Three.\n");
}

BOOST_AUTO_TEST_CASE(zips_in_zips_are_read_to_a_limit) {
    std::string zip = zip_of({{"a.txt", "Deep."}});
    for (int depth = 0; depth < 2; ++depth) zip = zip_of({{"in.zip", zip}, {"z.txt", "Near."}});
    BOOST_TEST(read(zip) ==
               "pack.zip/in.zip/in.zip/a.txt = Deep.\npack.zip/in.zip/z.txt = Near.\npack.zip/z.txt = Near.\n");
    BOOST_TEST(read(zip_of({{"in.zip", zip}, {"z.txt", "Near."}})) ==
               "pack.zip/in.zip/in.zip/in.zip: zips are nested more than 2 deep; unpack the inner ones, and give the "
               "papers in them\npack.zip/in.zip/in.zip/z.txt = Near.\npack.zip/in.zip/z.txt = Near.\n"
               "pack.zip/z.txt = Near.\n");
}

BOOST_AUTO_TEST_CASE(bombs_and_passwords_do_not_stop_the_others) {
    const std::string zeros(8u << 20, ' ');
    BOOST_TEST(read(zip_of({{"a.txt", zeros}, {"b.txt", "Two."}})) ==
               "pack.zip/a.txt: the part a.txt unpacks to more than 400 times its size; check where the file comes "
               "from: papers do not do that\npack.zip/b.txt = Two.\n");
    BOOST_TEST(read(zip_of({{"a.txt", "One."}}, "secret")) ==
               "pack.zip/a.txt: a.txt is protected with a password; give the file without its password\n");
    ingest::Limits limits;
    limits.parts = 2;
    BOOST_TEST(read(zip_of({{"a.txt", "1"}, {"b.txt", "2"}, {"c.txt", "3"}}), limits) ==
               "pack.zip: the zip has 3 parts, the limit is 2; check that it is a paper or a pack of papers\n");
    BOOST_TEST(read(zip_of({{"a.png", "\x89PNG"}})) ==
               "pack.zip: there are no papers in the zip; put papers there (Word, PDF, HTML, text, ...)\n"
               "notice pack.zip: 1 file was left out, as it is no paper: a.png\n");
}

}  // namespace boardcheck::test
