// An OffsetMap is right where rewriting the slice that it leads back to gives the rewritten slice again.
#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "base/base.hpp"

using boardcheck::OffsetMap;
using boardcheck::Span;
namespace data = boost::unit_test::data;

namespace boardcheck {
std::ostream& operator<<(std::ostream& out, Span span) { return out << '[' << span.begin << ", " << span.end << ')'; }
}  // namespace boardcheck

namespace {

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

/// A text, what it was made into, and where each rewritten byte came from: the slow and obvious form of a map.
struct Rewriting {
    std::string text;
    OffsetMap map;
    std::vector<Span> origins;  // of each byte of `text`, in the source
};

/// Copies, replaces, drops and inserts runs of random length.
Rewriting rewrite(std::string_view source, std::mt19937& random) {
    Rewriting made;
    const auto below = [&random](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    std::uint32_t at = 0;
    while (at < source.size()) {
        const std::uint32_t taken = std::min(1 + below(6), size_of(source) - at);
        if (below(2) == 0) {
            made.text += source.substr(at, taken);
            made.map.copy(at, taken);
            for (std::uint32_t i = at; i < at + taken; ++i) made.origins.push_back({i, i + 1});
        } else {
            const std::uint32_t written = below(4);  // 0: the run is dropped
            const Span replaced{at, at + taken};
            made.text.append(written, '#');
            made.map.replace(replaced, written);
            made.origins.insert(made.origins.end(), written, replaced);
        }
        at += taken;
    }
    return made;
}

std::string random_text(std::mt19937& random) {
    std::string text(1 + random() % 60, ' ');
    for (char& c : text) c = static_cast<char>('a' + random() % 26);
    return text;
}

Span hull(const std::vector<Span>& origins, Span span) {
    return {origins[span.begin].begin, origins[span.end - 1].end};
}

/// Every span in a text of `size` bytes that is not empty.
std::vector<Span> spans(std::uint32_t size) {
    std::vector<Span> all;
    for (std::uint32_t begin = 0; begin < size; ++begin) {
        for (std::uint32_t end = begin + 1; end <= size; ++end) all.push_back({begin, end});
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(offset_map)

BOOST_AUTO_TEST_CASE(copied_runs_lead_back_byte_for_byte) {
    OffsetMap map;  // "..abc..de" -> "abcde"
    map.copy(2, 3);
    map.copy(7, 2);
    BOOST_TEST(map.size() == 5u);
    BOOST_TEST((map.to_source({0, 3}) == Span{2, 5}));
    BOOST_TEST((map.to_source({1, 2}) == Span{3, 4}));
    BOOST_TEST((map.to_source({2, 4}) == Span{4, 8}));
    BOOST_TEST((map.to_source({0, 5}) == Span{2, 9}));
}

BOOST_AUTO_TEST_CASE(inside_a_replaced_run_begin_rounds_down_and_end_rounds_up) {
    OffsetMap map;  // "a<b>1st</b>z" -> "aFIRSTz"
    map.copy(0, 1);
    map.replace({1, 11}, 5);
    map.copy(11, 1);
    BOOST_TEST((map.to_source({2, 3}) == Span{1, 11}));
    BOOST_TEST((map.to_source({0, 2}) == Span{0, 11}));
    BOOST_TEST((map.to_source({5, 7}) == Span{1, 12}));
    BOOST_TEST((map.to_source({6, 7}) == Span{11, 12}));
}

BOOST_AUTO_TEST_CASE(a_dropped_run_belongs_to_a_span_only_where_it_is_inside) {
    OffsetMap map;  // "ab--cd" -> "abcd"
    map.copy(0, 2);
    map.replace({2, 4}, 0);
    map.copy(4, 2);
    BOOST_TEST((map.to_source({0, 2}) == Span{0, 2}));
    BOOST_TEST((map.to_source({2, 4}) == Span{4, 6}));
    BOOST_TEST((map.to_source({1, 3}) == Span{1, 5}));
}

BOOST_AUTO_TEST_CASE(inserted_bytes_stand_for_an_empty_range) {
    OffsetMap map;  // "ab" -> "a b"
    map.copy(0, 1);
    map.replace({1, 1}, 1);
    map.copy(1, 1);
    BOOST_TEST((map.to_source({1, 2}) == Span{1, 1}));
    BOOST_TEST((map.to_source({0, 3}) == Span{0, 2}));
}

BOOST_AUTO_TEST_CASE(an_empty_span_stays_empty) {
    OffsetMap map;
    map.copy(3, 4);
    BOOST_TEST((map.to_source({2, 2}) == Span{5, 5}));
    BOOST_TEST((map.to_source({4, 4}) == Span{7, 7}));
    BOOST_TEST((OffsetMap{}.to_source({0, 0}) == Span{}));
}

BOOST_AUTO_TEST_CASE(adjoining_copies_are_one_run) {
    OffsetMap one, two;
    one.copy(0, 6);
    two.copy(0, 2);
    two.copy(2, 0);
    two.copy(2, 4);
    BOOST_TEST((one == two));
}

BOOST_DATA_TEST_CASE(random_rewritings_lead_back_to_what_made_them, data::xrange(200), seed) {
    std::mt19937 random(static_cast<std::uint32_t>(seed));
    const std::string source = random_text(random);
    const Rewriting made = rewrite(source, random);
    BOOST_TEST_REQUIRE(made.map.size() == made.text.size());
    for (const Span span : spans(made.map.size())) {
        const Span back = made.map.to_source(span);
        BOOST_TEST_REQUIRE(back == hull(made.origins, span));
        BOOST_TEST_REQUIRE(back.end <= source.size());
    }
}

BOOST_DATA_TEST_CASE(composed_maps_lead_back_as_one_after_the_other, data::xrange(200), seed) {
    std::mt19937 random(static_cast<std::uint32_t>(seed) + 1000);
    const std::string source = random_text(random);
    const Rewriting first = rewrite(source, random);
    const Rewriting second = rewrite(first.text, random);
    const OffsetMap composed = first.map.compose(second.map);
    BOOST_TEST_REQUIRE(composed.size() == second.text.size());
    for (const Span span : spans(composed.size())) {
        BOOST_TEST_REQUIRE(composed.to_source(span) == first.map.to_source(second.map.to_source(span)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
