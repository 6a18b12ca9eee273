// The numbered parts of a paper by the words that are in them: what a reference could have meant.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "check/content_words.hpp"
#include "check/numbers.hpp"

namespace boardcheck::check {

/// A section, paragraph, appendix, table or figure with all that stands in it.
struct Passage {
    std::string group;  // of those that could be taken for one another: "text 0" with its depth, "attached", "table"
    std::string label;
    std::uint32_t first = 0, last = 0;  // sentences
    text::TokenRange title;             // its heading or caption; of a paragraph its first sentence
    bool headed = false;
};

/// How well words fit a passage.
struct Fit {
    std::size_t passage = 0;
    std::size_t in_title = 0, in_all = 0;  // stems that few passages have
};

class Contents {
public:
    Contents(const Case& paper, const Readings& read);

    const std::vector<Passage>& passages() const { return passages_; }
    /// The passage that begins with this sentence, or in whose list of names it stands; none: -1.
    std::ptrdiff_t at(std::uint32_t sentence) const;
    /// Whether a passage has any of these stems that not half of its group have.
    bool has_any(std::size_t passage, const std::vector<std::string_view>& stems) const;
    /// How many of these stems a passage has at all.
    std::size_t shares(std::size_t passage, const std::vector<std::string_view>& stems) const;
    /// The passage of the same group that the stems fit best, leaving out those that hold sentence `from`.
    Fit best(const std::string& group, const std::vector<std::string_view>& stems, std::uint32_t from) const;

private:
    bool is_common(const std::vector<std::size_t>& places, const std::string& group) const;

    using Index = std::map<std::string_view, std::vector<std::size_t>>;  // by stem: passages, in order

    void add_numbered(const std::vector<Numbered>& numbers);
    void add_attached(const Attachments& attachments);
    void add_words();

    const Case& paper_;
    std::vector<Passage> passages_;
    std::map<std::uint32_t, std::size_t> begins_;
    std::map<std::string, std::size_t> sizes_;  // of groups
    Index titles_, words_;
};

}  // namespace boardcheck::check
