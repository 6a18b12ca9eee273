// The appendices, annexes and schedules of a paper: which it lists, and which stand in it.
#pragma once

#include <string>
#include <vector>

#include "check/parts.hpp"

namespace boardcheck::check {

struct Attachment {
    std::string kind;                 // "appendix", "annex", "schedule"
    std::string label;                // "b" of "Appendix B"
    text::TokenRange title;           // may be empty
    bool stands = false;              // in the paper, and not only in a list
    std::uint32_t sentence = 0;       // where its name is
    std::uint32_t last_sentence = 0;  // one that stands: after its last sentence
    extract::Evidence evidence;
};

struct Attachments {
    std::vector<Attachment> all;  // in reading order: one that is listed and stands in the paper is there twice
    bool none = false;            // "There are no appendices"

    const Attachment* find(const std::string& kind, const std::string& label, bool stands) const;
    bool lists(const std::string& kind) const;
};

Attachments attachments_of(const Case& paper);

/// "section" of a mention of "sections", empty for other terms.
std::string_view kind_referred_to(const Case& paper, const match::Mention& mention);

/// Whether a term with this role is mentioned in the sentence.
bool mentions_role(const Case& paper, std::uint32_t sentence, std::string_view role);

/// "5.2" of "5.2.", "b" of "B".
std::string label_of(std::string_view number);

}  // namespace boardcheck::check
