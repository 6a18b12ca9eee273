#include "check/contents.hpp"
#include "check/readings.hpp"

#include <algorithm>

namespace boardcheck::check {

namespace {

constexpr std::size_t most_passages = 5000;
constexpr std::uint32_t longest_passage = 400;  // sentences that are read of one
constexpr std::size_t most_with_a_word = 40;    // passages: what more of them have tells nothing

std::size_t depth_of(const std::string& label) {
    return static_cast<std::size_t>(std::count(label.begin(), label.end(), '.'));
}

bool is_plain_number(const std::string& label) { return !label.empty() && label[0] >= '0' && label[0] <= '9'; }

}  // namespace

Contents::Contents(const Case& paper, const Readings& read) : paper_(paper) {
    add_numbered(read.numbers);
    add_attached(read.attachments);
    for (std::size_t i = 0; i < passages_.size(); ++i) {
        begins_.emplace(passages_[i].first, i);
        ++sizes_[passages_[i].group];
    }
    add_words();
}

/// A section reaches to the next of its depth or above, a table over its rows.
void Contents::add_numbered(const std::vector<Numbered>& numbers) {
    const auto sentences = static_cast<std::uint32_t>(paper_.text.sentences.size());
    std::vector<std::size_t> open;  // passages of text that later ones may end
    for (const Numbered& each : numbers) {
        if (passages_.size() >= most_passages) break;
        const bool text = each.kind == "section" || each.kind == "paragraph";
        if (text && !is_plain_number(each.label)) continue;
        Passage passage{each.kind, each.label, each.sentence, each.sentence + 1, {}, !text || each.kind == "section"};
        passage.title = paper_.text.sentences[each.sentence].tokens;
        if (text) {
            passage.group = "text " + std::to_string(each.part) + ' ' + std::to_string(depth_of(each.label));
            while (!open.empty() && depth_of(passages_[open.back()].label) >= depth_of(each.label)) {
                passages_[open.back()].last = each.sentence;
                open.pop_back();
            }
            open.push_back(passages_.size());
        } else {
            while (passage.last < sentences &&
                   paper_.document.blocks[paper_.text.sentences[passage.last].block].table != 0)
                ++passage.last;
        }
        passages_.push_back(std::move(passage));
    }
    for (const std::size_t each : open) passages_[each].last = sentences;
    for (Passage& each : passages_) each.last = std::min(each.last, each.first + longest_passage);
}

void Contents::add_attached(const Attachments& attachments) {
    for (const Attachment& each : attachments.all) {
        if (passages_.size() >= most_passages || each.title.first >= each.title.last) continue;
        const std::uint32_t last = std::min(each.last_sentence, each.sentence + longest_passage);
        Passage passage{"attached", each.label, each.sentence, each.stands ? last : each.sentence, each.title, true};
        passages_.push_back(std::move(passage));
    }
}

void Contents::add_words() {
    const auto add = [](Index& index, std::string_view stem, std::size_t passage) {
        std::vector<std::size_t>& places = index[stem];
        if (places.size() <= most_with_a_word && (places.empty() || places.back() != passage))
            places.push_back(passage);
    };
    for (std::size_t i = 0; i < passages_.size(); ++i) {
        const Passage& each = passages_[i];
        for (const std::string_view stem : content_stems(paper_.text, each.title)) {
            if (each.headed) add(titles_, stem, i);
            add(words_, stem, i);
        }
        for (std::uint32_t sentence = each.first; sentence < each.last; ++sentence) {
            for (const std::string_view stem : content_stems(paper_.text, paper_.text.sentences[sentence].tokens))
                add(words_, stem, i);
        }
    }
}

std::ptrdiff_t Contents::at(std::uint32_t sentence) const {
    const auto found = begins_.find(sentence);
    return found == begins_.end() ? -1 : static_cast<std::ptrdiff_t>(found->second);
}

bool Contents::is_common(const std::vector<std::size_t>& places, const std::string& group) const {
    if (places.size() > most_with_a_word) return true;
    const auto same = std::count_if(places.begin(), places.end(),
                                    [&](std::size_t passage) { return passages_[passage].group == group; });
    const auto size = sizes_.find(group);
    return same > 2 && size != sizes_.end() && 2 * static_cast<std::size_t>(same) > size->second;
}

bool Contents::has_any(std::size_t passage, const std::vector<std::string_view>& stems) const {
    const Passage& there = passages_[passage];
    if (there.headed && shared(content_stems(paper_.text, there.title), stems) > 0) return true;
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) {
        const auto found = words_.find(stem);
        return found != words_.end() && std::binary_search(found->second.begin(), found->second.end(), passage) &&
               !is_common(found->second, there.group);
    });
}

std::size_t Contents::shares(std::size_t passage, const std::vector<std::string_view>& stems) const {
    const auto count = std::count_if(stems.begin(), stems.end(), [&](std::string_view stem) {
        const auto found = words_.find(stem);
        return found != words_.end() && (found->second.size() > most_with_a_word ||
                                         std::binary_search(found->second.begin(), found->second.end(), passage));
    });
    return static_cast<std::size_t>(count);
}

Fit Contents::best(const std::string& group, const std::vector<std::string_view>& stems, std::uint32_t from) const {
    std::map<std::size_t, Fit> fits;
    const auto count = [&](const Index& index, std::size_t Fit::*of) {
        for (const std::string_view stem : stems) {
            const auto found = index.find(stem);
            if (found == index.end() || is_common(found->second, group)) continue;
            for (const std::size_t passage : found->second) ++(fits[passage].*of);
        }
    };
    count(titles_, &Fit::in_title);
    count(words_, &Fit::in_all);
    Fit best;
    for (auto& [passage, fit] : fits) {
        const Passage& each = passages_[passage];
        if (each.group != group || (each.first <= from && from < each.last)) continue;
        fit.passage = passage;
        if (2 * fit.in_title + fit.in_all > 2 * best.in_title + best.in_all) best = fit;
    }
    return best;
}

}  // namespace boardcheck::check
