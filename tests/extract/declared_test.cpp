// What first pages say of themselves (data/fronts, those with odd numbers) and whose promises are (the first rows of
// data/owners.tsv): every field of every page and every row is a test. Those that are known to fail are listed in
// data/known-failures.txt; one that is right now has to be taken off the list.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "case_file.hpp"
#include "extract/extract.hpp"

namespace bdata = boost::unit_test::data;
using namespace boardcheck;
using nlohmann::json;

namespace {

std::string slurp(const std::string& name) {
    std::ifstream file(TEST_DATA "/data/" + name, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
    return parts;
}

/// Lines of data/known-failures.txt: "01-name.md title", "owners 17".
const std::set<std::string>& known_failures() {
    static const std::set<std::string> known = [] {
        std::set<std::string> lines;
        for (const std::string& line : split(slurp("known-failures.txt"), '\n')) {
            if (!line.empty() && line[0] != '#') lines.insert(line);
        }
        return lines;
    }();
    return known;
}

/// Right, or known to be wrong.
void judge(const std::string& name, bool right, const std::string& said, const std::string& expected) {
    const bool known = known_failures().contains(name);
    BOOST_CHECK_MESSAGE(right || known, name << ": said \"" << said << "\", expected \"" << expected << "\"");
    BOOST_CHECK_MESSAGE(!(right && known), name << " is right now: take it off known-failures.txt");
}

/// Words in small letters, without signs; letters that are not ASCII stay as they are.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (std::isalnum(u) != 0 || u >= 0x80)
            words.back() += static_cast<char>(std::tolower(u));
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    std::erase_if(words, [](const std::string& word) { return word == "\u2013" || word == "\u2014"; });
    return words;
}

struct Declared {
    text::Text text;
    extract::Declarations declarations;
};

Declared declared(const std::string& name, const std::string& paper) {
    const auto document = ingest::ingest(name, paper).value();
    Declared found{text::segment(document), {}};
    const auto matches = match::match(found.text, test::real_catalogue());
    found.declarations = extract::extract(document, found.text, matches, test::real_catalogue());
    return found;
}

struct Page {
    std::string name;
    json meta;
    friend std::ostream& operator<<(std::ostream& out, const Page& page) { return out << page.name; }
};

std::vector<Page> odd_pages() {
    std::vector<Page> pages;
    for (const json& page : json::parse(slurp("fronts/fronts.json"))) {
        const std::string name = page.at("paper");
        if (std::stoi(name) % 2 == 1) pages.push_back({name, page.at("meta")});
    }
    return pages;
}

std::string text_of(const json& value) { return value.is_null() ? std::string() : value.get<std::string>(); }

/// An organisation after the post may be there or not.
bool same_post(const std::string& one, const std::string& other) {
    const auto a = words_of(one), b = words_of(other);
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    return std::equal(shorter.begin(), shorter.end(), longer.begin()) && shorter.empty() == longer.empty();
}

/// Of minutes, the day and place may follow.
bool same_title(const std::string& gold, const std::string& said) {
    const auto a = words_of(gold), b = words_of(said);
    const bool minutes = !a.empty() && a.front() == "minutes" && b.size() > a.size();
    return a == b || (minutes && std::equal(a.begin(), a.end(), b.begin()));
}

bool same_body(const std::string& gold, const std::string& said) {
    auto a = words_of(gold), b = words_of(said);
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

void judge_people(const Page& page, const extract::Meta& meta) {
    std::set<std::vector<std::string>> expected, said;
    std::string names, posts;
    for (const json& name : page.meta.at("authors")) expected.insert(words_of(name));
    bool right = page.meta.at("posts").size() == meta.authors.size();
    for (std::size_t i = 0; i < meta.authors.size(); ++i) {
        said.insert(words_of(meta.authors[i].name));
        names += meta.authors[i].name + "; ";
        posts += meta.authors[i].post + "; ";
        right = right && same_post(page.meta.at("posts").at(i), meta.authors[i].post);
    }
    judge(page.name + " authors", said == expected, names, page.meta.at("authors").dump());
    judge(page.name + " posts", right, posts, page.meta.at("posts").dump());
}

void judge_contacts(const Page& page, const extract::Meta& meta) {
    const json& expected = page.meta.at("contacts");
    bool right = expected.size() == meta.contacts.size();
    std::string said;
    for (const std::string& contact : meta.contacts) said += contact + "; ";
    for (const json& name : expected) {
        const auto wanted = words_of(name);
        right = right && std::any_of(meta.contacts.begin(), meta.contacts.end(), [&](const std::string& contact) {
                    const auto words = words_of(contact);
                    return words.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), words.begin());
                });
    }
    judge(page.name + " contacts", right, said, expected.dump());
}

/// A row of owners.tsv.
struct Row {
    int number = 0;
    std::vector<std::string> fields;
    friend std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.number; }
};

std::vector<Row> development_rows() {
    const std::string file = slurp("owners.tsv");
    std::vector<Row> rows;
    for (const std::string& line : split(file.substr(0, file.find("# held out from here")), '\n')) {
        if (line.empty() || line[0] == '#' || line.starts_with("body\t")) continue;
        rows.push_back({static_cast<int>(rows.size()) + 1, split(line, '\t')});
        rows.back().fields.resize(7);
    }
    BOOST_REQUIRE_EQUAL(rows.size(), 60U);
    return rows;
}

/// As tools/evaluation/declared.py makes it.
std::string paper_of(const std::vector<std::string>& fields) {
    std::string paper = fields[0].empty() ? "" : "# " + fields[0] + "\n\n";
    if (!fields[1].empty()) paper += "Author: " + fields[1] + (fields[2].empty() ? "" : ", " + fields[2]) + "\n\n";
    std::string text = fields[3];
    for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n")) text.replace(at, 2, "\n");
    return paper + "Date: 1 September 2021\n\n## 1. Report\n\n" + text + "\n";
}

bool same_owner(const std::string& expected, const std::string& said) {
    const auto plain = [](const std::string& name) {
        auto words = words_of(name);
        if (!words.empty() && (words[0] == "the" || words[0] == "a" || words[0] == "an")) words.erase(words.begin());
        return words;
    };
    if (expected.empty()) return said.empty();
    const auto names = split(expected, '|');
    return std::any_of(names.begin(), names.end(), [&](const auto& name) { return plain(name) == plain(said); });
}

}  // namespace

BOOST_DATA_TEST_CASE(first_pages_say_what_they_are, bdata::make(odd_pages()), page) {
    const extract::Meta meta = declared(page.name, slurp("fronts/" + page.name)).declarations.meta;
    const auto expected = [&](const char* field) { return text_of(page.meta.at(field)); };
    const std::string date = meta.date ? to_string(*meta.date) : "";
    judge(page.name + " title", same_title(expected("title"), meta.title), meta.title, expected("title"));
    judge(page.name + " date", date == expected("date"), date, expected("date"));
    judge(page.name + " body", same_body(expected("body"), meta.body), meta.body, expected("body"));
    judge_people(page, meta);
    for (const auto& [field, said] : {std::pair{"agenda_item", meta.agenda_item},
                                      {"classification", meta.classification},
                                      {"purpose", meta.purpose}})
        judge(page.name + " " + field, words_of(said) == words_of(expected(field)), said, expected(field));
    judge_contacts(page, meta);
}

BOOST_DATA_TEST_CASE(promises_have_their_owners, bdata::make(development_rows()), row) {
    const auto [text, declarations] = declared("paper.md", paper_of(row.fields));
    const auto& commitments = declarations.commitments;
    const auto wanted = words_of(row.fields[5]);
    const auto has_words = [&, &words_of_paper = text.text](const extract::Commitment& commitment) {
        const auto words =
            words_of(commitment.action + " " + std::string(slice(words_of_paper, commitment.evidence.span)));
        return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
    };
    const auto found = std::find_if(commitments.begin(), commitments.end(), has_words);
    const bool right = found != commitments.end() && same_owner(row.fields[4], found->owner);
    judge("owners " + std::to_string(row.number), right, found == commitments.end() ? "nothing" : found->owner,
          row.fields[4]);
}

BOOST_AUTO_TEST_CASE(what_is_known_to_fail_exists) {
    std::set<std::string> names;
    for (const Page& page : odd_pages()) {
        for (const auto& [field, value] : page.meta.items()) names.insert(page.name + " " + field);
    }
    for (const Row& row : development_rows()) names.insert("owners " + std::to_string(row.number));
    for (const std::string& known : known_failures()) BOOST_CHECK_MESSAGE(names.contains(known), known);
}
