// Appendices that a paper lists and that are neither attached nor spoken of, and the reverse.
#include <algorithm>
#include <set>

#include "check/attachments.hpp"
#include "check/content_words.hpp"
#include "check/readings.hpp"

namespace boardcheck::check {

namespace {

/// "appendix b" of all references of the paper.
std::set<std::string> referred_to(const Case& paper) {
    std::set<std::string> out;
    for (const extract::CrossReference& reference : paper.declarations.references)
        out.insert(reference.kind + ' ' + label_of(reference.number));
    return out;
}

std::string words_of(const Case& paper, const Attachment& attachment) {
    return std::string(slice(paper.text.text, attachment.evidence.span));
}

/// Whether an attachment has the title that a list gives to another: it has been renumbered, and is there.
bool stands_elsewhere(const Case& paper, const Attachments& attachments, const Attachment& listed) {
    const auto title = content_stems(paper.text, listed.title);
    return std::any_of(attachments.all.begin(), attachments.all.end(), [&](const Attachment& each) {
        if (!each.stands) return false;
        const auto other = content_stems(paper.text, each.title);
        return 2 * shared(title, other) > title.size();
    });
}

}  // namespace

void add_appendices(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    constexpr std::size_t most_compared = 40;
    const Attachments& attachments = read.attachments;
    const auto referred = referred_to(paper);
    const bool few = attachments.all.size() <= most_compared;
    std::set<std::string> kinds_listed;
    bool any_stands = false, any_spoken_of = false;
    for (const Attachment& each : attachments.all) {
        if (!each.stands) kinds_listed.insert(each.kind);
        any_stands = any_stands || each.stands;
        any_spoken_of = any_spoken_of || referred.contains(each.kind + ' ' + each.label);
    }
    // Where all are files of their own, one that the text forgets is merely forgotten.
    const std::string_view rule =
        any_stands || !any_spoken_of ? "consistency.appendix-not-attached" : "consistency.appendix-not-spoken-of";
    for (const Attachment& each : attachments.all) {
        const bool there = attachments.find(each.kind, each.label, !each.stands) != nullptr;
        if (there || !few) continue;
        const Values values{{"appendix", words_of(paper, each)}};
        if (each.stands) {
            if (kinds_listed.contains(each.kind))
                add(paper, findings, "consistency.appendix-not-listed", each.evidence, values);
            continue;
        }
        const bool spoken_of = referred.contains(each.kind + ' ' + each.label);
        if (stands_elsewhere(paper, attachments, each)) continue;
        if (!spoken_of)
            add(paper, findings, rule, each.evidence, values);
        else if (any_stands)
            add(paper, findings, "consistency.appendix-elsewhere", each.evidence, values);
    }
}

}  // namespace boardcheck::check
