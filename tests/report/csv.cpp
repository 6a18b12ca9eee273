// Tables for spreadsheets: what must hold of every field.
#include <boost/test/unit_test.hpp>

#include "report/escape/escape.hpp"
#include "sample.hpp"

using namespace boardcheck;
using namespace boardcheck::report;

BOOST_AUTO_TEST_CASE(fields_are_quoted_where_they_need_it) {
    BOOST_TEST(csv_field("") == "");
    BOOST_TEST(csv_field("Zoë O’Brien-Müller") == "Zoë O’Brien-Müller");
    BOOST_TEST(csv_field("a, b") == "\"a, b\"");
    BOOST_TEST(csv_field("the \"Board\"") == "\"the \"\"Board\"\"\"");
    BOOST_TEST(csv_field(" a ") == "\" a \"");
    BOOST_TEST(csv_field("a\r\nb\tc") == "a  b c");
    BOOST_TEST(csv_field("caf\xE9\x1b") == "caf��");
}

BOOST_AUTO_TEST_CASE(nothing_is_run_as_a_formula) {
    BOOST_TEST(csv_field("=1+1") == "'=1+1");
    BOOST_TEST(csv_field("+44 1632 960000") == "'+44 1632 960000");
    BOOST_TEST(csv_field("- appoint a chair") == "'- appoint a chair");
    BOOST_TEST(csv_field("@SUM(A1,A2)") == "\"'@SUM(A1,A2)\"");
    BOOST_TEST(csv_field("\t=1") == "\"' =1\"");
    BOOST_TEST(csv_field("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
    BOOST_TEST(csv_field("＝1") == "'＝1");
    BOOST_TEST(csv_field("a=1") == "a=1");
    BOOST_TEST(csv_field("’=1") == "’=1");
}

BOOST_AUTO_TEST_CASE(numbers_stay_as_the_paper_prints_them) {
    BOOST_TEST(csv_field("7") == "7");
    BOOST_TEST(csv_field("0.5") == "0.5");
    BOOST_TEST(csv_field("0") == "0");
    BOOST_TEST(csv_field("10.2") == "10.2");
    BOOST_TEST(csv_field("10.20") == "'10.20");
    BOOST_TEST(csv_field("007") == "'007");
    BOOST_TEST(csv_field("1234567890123456") == "'1234567890123456");
    BOOST_TEST(csv_field("2021-07") == "2021-07");
    BOOST_TEST(csv_field("5.10.20") == "5.10.20");
}

BOOST_AUTO_TEST_CASE(a_table_has_its_header_without_papers_too) {
    BOOST_TEST(declared_csv({}, Kind::commitments) ==
               "\xEF\xBB\xBFpaper,meeting_date,file,owner,action,deadline,by,precision,strength,condition,"
               "awaits_decision,quote,place\r\n");
    BOOST_TEST(declared_csv({sample::bare_paper(), sample::unreadable()}, Kind::meta) ==
               "\xEF\xBB\xBF"
               "file,title,date,body,authors,agenda_item,classification,format,purpose,contacts\r\n"
               "bare.txt,,,,,,,,,\r\n");
}

BOOST_AUTO_TEST_CASE(every_row_has_as_many_fields_as_the_header) {
    // No field of the sample has a comma or quote of its own once those in quotes are gone.
    for (const Kind kind : kinds) {
        const std::string table = declared_csv({sample::transition_paper()}, kind);
        std::vector<int> commas(1);
        bool quoted = false;
        for (const char c : table) {
            if (c == '"') quoted = !quoted;
            if (c == ',' && !quoted) ++commas.back();
            if (c == '\n') commas.push_back(0);
        }
        commas.pop_back();
        BOOST_TEST(commas.size() >= 2U);
        for (const int count : commas) BOOST_TEST(count == commas.front(), to_string(kind));
    }
}

BOOST_AUTO_TEST_CASE(cells_of_a_row_are_told_apart) {
    sample::Draft draft("plan.md");
    draft.row({"List validated", "29 Oct", "K. Umpleby"});
    extract::Commitment commitment;
    commitment.action = "validate";
    commitment.evidence = draft.at("List validated\n29 Oct\nK. Umpleby");
    draft.paper().declarations.commitments = {commitment};
    const std::string table = declared_csv({draft.finish()}, Kind::commitments);
    BOOST_TEST(table.find(",List validated | 29 Oct | K. Umpleby,line 1\r\n") != std::string::npos, table);
}
