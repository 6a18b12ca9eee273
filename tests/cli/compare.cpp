// boardcheck compare: two versions of a paper, or of a pack.
#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

BOOST_AUTO_TEST_CASE(a_paper_is_the_same_as_itself) {
    const std::string paper = data("papers/silent.md");
    const auto outcome = run({"compare", paper, paper});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(contains(outcome.out, "Nothing that matters changed."), outcome.out);
}

BOOST_AUTO_TEST_CASE(new_findings_decide_the_exit_status) {
    const std::string before = data("papers/silent.md"), after = data("papers/pack/contradicting.md");
    const auto worse = run({"compare", before, after, "--format", "json"});
    BOOST_TEST(worse.status == found);
    const auto changes = nlohmann::json::parse(worse.out)["papers"][0];
    BOOST_TEST(changes["before"].get<std::string>() == before);
    BOOST_TEST(changes["after"].get<std::string>() == after);
    BOOST_TEST(!changes["standings"].empty());
    const auto is_contradiction = [](const auto& finding) {
        return finding["what"] == "new" && finding["severity"] == "error";
    };
    BOOST_TEST(std::any_of(changes["findings"].begin(), changes["findings"].end(), is_contradiction), worse.out);
    BOOST_TEST(run({"compare", before, after, "--fail-on", "never"}).status == clean);
    BOOST_TEST(run({"compare", after, before}).status == clean);
}

BOOST_AUTO_TEST_CASE(papers_of_packs_belong_together_by_what_they_are) {
    const Scratch scratch;
    scratch.file("old/a.md", "# Tea for the ward\n\nThe Ward Committee will buy a kettle by 1 May 2021.\n");
    scratch.file("old/b.md", "# Roof of the boiler house\n\nIt leaks since the gales of autumn.\n");
    scratch.file("new/x.md", "# Parking\n\nTwelve spaces are marked out.\n");
    scratch.file("new/y.md", "# Tea for the ward\n\nThe Ward Committee will buy a kettle by 1 June 2021.\n");
    const auto outcome = run({"compare", scratch.path("old"), scratch.path("new"), "--format", "json"});
    const auto papers = nlohmann::json::parse(outcome.out)["papers"];
    BOOST_TEST_REQUIRE(papers.size() == 3U);
    BOOST_TEST(papers[0]["before"].is_null());
    BOOST_TEST(papers[0]["after"].get<std::string>() == scratch.path("new/x.md"));
    BOOST_TEST(papers[1]["before"].get<std::string>() == scratch.path("old/a.md"));
    BOOST_TEST(papers[1]["after"].get<std::string>() == scratch.path("new/y.md"));
    BOOST_TEST(papers[2]["before"].get<std::string>() == scratch.path("old/b.md"));
    BOOST_TEST(papers[2]["after"].is_null());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_compared_is_said) {
    const Scratch scratch;
    const std::string paper = data("papers/silent.md");
    const auto missing = run({"compare", scratch.path("none.md"), paper});
    BOOST_TEST(missing.status == failed);
    BOOST_TEST(contains(missing.err, scratch.path("none.md")), missing.err);
    BOOST_TEST(run({"compare", paper}).status == failed);
    const auto profile = run({"compare", paper, paper, "--profile", "nobody"});
    BOOST_TEST(profile.status == failed);
    BOOST_TEST(contains(profile.err, "there is no profile 'nobody'"), profile.err);
    const std::string copy = scratch.file("copy.md", slurp(paper));
    const auto over = run({"compare", paper, copy, "--output", copy});
    BOOST_TEST(over.status == failed);
    BOOST_TEST(contains(over.err, "the report would overwrite a paper that is to be checked"), over.err);
    BOOST_TEST(slurp(copy) == slurp(paper));
}
