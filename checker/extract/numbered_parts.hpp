// What a paper has numbered, and where: "section 5", "table 3", "appendix b", "page 12". An appendix that stands in the
// paper numbers its sections and paragraphs for itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/paper.hpp"

namespace boardcheck::extract {

/// "5.2" of "5.2." and "b" of "B": what numbers are compared by.
std::string compared_number(std::string_view number);

class NumberedParts {
public:
    explicit NumberedParts(const Paper& paper);

    void add(const std::string& kind, std::string_view number, std::uint32_t sentence);

    /// To which sentence a reference leads that stands in sentence `from`; "5.2(b)" leads to 5.2 where there is no
    /// more.
    std::optional<std::uint32_t> find(const std::string& kind, const std::string& number, std::uint32_t from) const;

    /// Where the attachment begins whose title has this word; none where no attachment has it.
    std::optional<std::uint32_t> attachment_with(std::string_view stem) const;

private:
    struct Attachment {
        std::uint32_t begin = 0;
        std::vector<std::string> title;  // stems
    };

    void add_attachments();
    void add_attachment(std::uint32_t sentence);
    void add_numbered(const ingest::Block& block, std::uint32_t sentence);
    bool is_attachment(std::uint32_t sentence) const;
    std::size_t attachment_of(std::uint32_t sentence) const;  // 0: before the first
    std::optional<std::uint32_t> place(const std::string& key, const std::string& kind, std::uint32_t from) const;

    const Paper& paper_;
    std::vector<Attachment> attachments_;  // in reading order
    std::map<std::string, std::vector<std::uint32_t>> places_;
    std::map<std::string, std::uint32_t> numbered_;  // of each attachment and depth: how many sections and paragraphs
};

}  // namespace boardcheck::extract
