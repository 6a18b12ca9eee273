#include "match/readings.hpp"

#include <algorithm>

namespace boardcheck::match {

namespace {

using catalogue::PatternId;
using text::Section;
using text::Text;

/// For each sentence whether one of the patterns matches in it.
std::vector<bool> sentences_with(const std::vector<PatternId>& patterns, const std::vector<Hit>& hits,
                                 std::size_t sentences) {
    std::vector<bool> with(sentences, false);
    for (const Hit& hit : hits) {
        if (std::find(patterns.begin(), patterns.end(), hit.pattern) != patterns.end()) with[hit.sentence] = true;
    }
    return with;
}

/// Sections with such a sentence, and those below a heading that is one.
std::vector<bool> sections_with(const std::vector<bool>& sentences, const Text& text) {
    std::vector<bool> with(text.sections.size(), false), below(text.sections.size(), false);
    for (std::size_t i = 0; i < text.sections.size(); ++i) {
        const Section& section = text.sections[i];
        const bool heading = section.heading != Section::no_heading && sentences[section.heading];
        below[i] = heading || (i > 0 && section.parent < i && below[section.parent]);
        with[i] = below[i];
    }
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (sentences[i]) with[text.sentences[i].section] = true;
    }
    return with;
}

/// The sentences of these sections, and those within `reach` of one that speaks for the reading.
std::vector<bool> near(const std::vector<bool>& pro, std::uint32_t reach, const Text& text) {
    const std::vector<bool> sections = sections_with(pro, text);
    std::vector<bool> near(pro.size(), false);
    for (std::size_t i = 0; i < pro.size(); ++i) near[i] = sections[text.sentences[i].section];
    const auto spread = [&](std::size_t i, std::uint32_t& since) {
        since = pro[i] ? 0 : std::min(since + 1, reach + 1);
        if (since <= reach) near[i] = true;
    };
    std::uint32_t before = reach, after = reach;
    for (std::size_t i = 0; i < pro.size(); ++i) spread(i, before);
    for (std::size_t i = pro.size(); i-- > 0;) spread(i, after);
    return near;
}

}  // namespace

Readings::Readings(const Text& text, const catalogue::Catalogue& catalogue, const std::vector<Hit>& hits) {
    for (const catalogue::Reading& reading : catalogue.readings) {
        const std::vector<bool> pro = sentences_with(reading.pro, hits, text.sentences.size());
        const std::vector<bool> contra = sentences_with(reading.contra, hits, text.sentences.size());
        of_paper_.push_back(std::count(pro.begin(), pro.end(), true) > std::count(contra.begin(), contra.end(), true));
        near_.push_back(reading.reach && of_paper_.back() ? near(pro, *reading.reach, text) : std::vector<bool>());
    }
}

}  // namespace boardcheck::match
