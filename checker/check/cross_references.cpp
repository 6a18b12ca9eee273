// References to parts of the paper that are not there.
#include <algorithm>
#include <map>
#include <set>

#include "check/content_words.hpp"
#include "check/day_words.hpp"
#include "check/numbers.hpp"
#include "check/readings.hpp"

namespace boardcheck::check {

namespace {

using extract::CrossReference;

constexpr std::size_t least_numbers = 3;  // fewer are no numbering that a paper keeps to
constexpr std::size_t most_labels = 8;    // told of those that are there
constexpr std::size_t most_places = 20;   // at which the same one is referred to
constexpr std::uint32_t least_slides = 3;
constexpr std::uint32_t reach_of_pronoun = 7;  // tokens

/// Labels of what is there, in the order of the paper.
using Labels = std::vector<std::string>;

std::string told(const Labels& labels) {
    std::string out;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool left_out = labels.size() > most_labels && i >= most_labels / 2 && i + 1 < labels.size();
        if (left_out && i > most_labels / 2) continue;
        out += (i == 0 ? "" : ", ") + (left_out ? std::string("...") : labels[i]);
    }
    return out;
}

class Finder {
public:
    Finder(const Case& paper, const Readings& read, std::vector<Finding>& findings)
        : paper_(paper), findings_(findings), attachments_(read.attachments) {
        for (const Numbered& each : read.numbers) add_label(each);
        for (const Attachment& each : attachments_.all) {
            Labels& labels = attached_[each.kind];
            std::string label = each.label;
            std::transform(label.begin(), label.end(), label.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
            if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
        }
        for (std::size_t i = 0; i < attachments_.all.size(); ++i) {
            if (!attachments_.all[i].stands) continue;
            for (const std::string_view stem : content_stems(paper.text, attachments_.all[i].title))
                titles_.emplace(stem, i + 1);
        }
        for (const ingest::Block& block : paper.document.blocks) last_slide_ = std::max(last_slide_, block.slide);
    }

    void find() {
        for (const CrossReference& reference : paper_.declarations.references) {
            if (!reference.sentence) judge(reference);
        }
    }

private:
    void add_label(const Numbered& each) {
        const bool text = each.kind == "section" || each.kind == "paragraph";
        if (text && each.part != 0) attached_numbers_.insert(each.label);
        Labels& labels = labels_[key(text ? "text" : each.kind, text ? each.part : 0, each.label)];
        if (labels.empty() || labels.back() != each.number) labels.push_back(each.number);
    }

    /// Sections and paragraphs of one part of the paper and of one depth.
    static std::string key(const std::string& kind, std::size_t part, const std::string& label) {
        const auto depth = std::count(label.begin(), label.end(), '.');
        const std::string chapter = depth == 0 ? std::string() : chapter_of(label);
        const char form = label.empty() || label.back() < '0' || label.back() > '9' ? 'a' : '1';  // "(a)" is no 1
        return kind + ' ' + std::to_string(part) + ' ' + form + std::to_string(depth) + ' ' + chapter;
    }

    void judge(const CrossReference& reference) {
        const std::string& kind = reference.kind;
        extract_ = is_extract(paper_, attachments_, part_of(attachments_, reference.evidence.sentence));
        if (kind == "item" || kind == "page") return;
        if (kind == "appendix" || kind == "annex" || kind == "schedule")
            judge_attached(reference);
        else if (kind == "slide")
            report(reference, last_slide_ >= least_slides, {std::to_string(last_slide_)});
        else if (kind == "section" || kind == "paragraph")
            judge_numbered(reference);
        else
            judge_captioned(reference);
    }

    void judge_attached(const CrossReference& reference) {
        const std::string label = label_of(reference.number);
        if (attachments_.find(reference.kind, label, true) != nullptr ||
            attachments_.find(reference.kind, label, false) != nullptr)
            return;
        const auto own = attached_.find(reference.kind);
        if (own != attached_.end()) {
            report(reference, is_like(reference, own->second) && !(extract_ && reference.kind == "schedule"),
                   own->second);
            return;
        }
        // "Annex C" in a paper with appendices; a schedule may be one of the law, or of a contract.
        Labels others;
        for (const auto& [kind, labels] : attached_) {
            for (const std::string& each : labels) others.push_back(kind + ' ' + each);
        }
        const bool sure =
            reference.kind != "schedule" && !extract_ &&
            (attachments_.none || !others.empty() || mentions_role(paper_, reference.evidence.sentence, "attached"));
        report(reference, sure, others);
    }

    /// A paper that letters its appendices has no "Appendix 3": it is another's.
    static bool is_like(const CrossReference& reference, const Labels& labels) {
        const auto is_number = [](const std::string& label) { return label[0] >= '0' && label[0] <= '9'; };
        const std::string label = label_of(reference.number);
        return !label.empty() && std::any_of(labels.begin(), labels.end(), [&](const std::string& each) {
            return is_number(each) == is_number(label);
        });
    }

    void judge_captioned(const CrossReference& reference) {
        const auto found = labels_.find(key(reference.kind, 0, label_of(reference.number)));
        report(reference, found != labels_.end(), found == labels_.end() ? Labels{} : found->second);
    }

    void judge_numbered(const CrossReference& reference) {
        const std::string label = label_of(reference.number);
        std::size_t part = part_of(attachments_, reference.evidence.sentence);
        if (const auto meant = attachment_meant(reference)) part = *meant;
        auto found = labels_.find(key("text", part, label));
        if (found == labels_.end() && part != 0) found = labels_.find(key("text", 0, label));
        // Of a chapter that is not there, its own number says so.
        if (found == labels_.end() && !chapter_of(label).empty()) found = labels_.find(key("text", part, "1"));
        const Labels labels = found == labels_.end() ? Labels{} : found->second;
        const bool from_first = !labels.empty() && last_value(label_of(labels.front())) <= 1;
        const bool enough = labels.size() >= least_numbers || (!chapter_of(label).empty() && !labels.empty());
        const bool own_number = !is_lost(label, labels) && !may_be_statutory(reference, label, labels) &&
                                (reference.kind != "section" || part != 0 || !stands_in_attachment(label));
        report(reference, from_first && enough && !extract_ && own_number, labels);
    }

    /// The first token after a reference.
    std::uint32_t token_after(const CrossReference& reference) const {
        return tokens_of(paper_.text, reference.evidence).last;
    }

    const std::string& stem(std::uint32_t token) const {
        return paper_.text.words[paper_.text.tokens[token].word].stem;
    }

    /// "of the terms", "to the full draft".
    bool says_of_what(const CrossReference& reference) const {
        const std::uint32_t token = token_after(reference);
        if (token + 1 >= paper_.text.sentences[reference.evidence.sentence].tokens.last) return false;
        const std::string& what = stem(token + 1);
        const bool joint = stem(token) == "of" || stem(token) == "to" || stem(token) == "in";
        return joint && (what == "the" || what == "their" || what == "its" || what == "it" || what == "them");
    }

    /// "the report of 2020 (page 12 and Appendix 4)": pages are mostly another document's.
    bool is_beside_page(const CrossReference& reference) const {
        const auto& all = paper_.declarations.references;
        const auto index = static_cast<std::size_t>(&reference - all.data());
        return index > 0 && all[index - 1].kind == "page" &&
               all[index - 1].evidence.sentence == reference.evidence.sentence;
    }

    /// "the framework, which in paragraph 40 ..."; "their section 9"; in minutes, of the papers that were before the
    /// meeting.
    bool is_of_another(const CrossReference& reference) const {
        const std::uint32_t sentence = reference.evidence.sentence;
        if (paper_.declarations.stances[sentence].narrated) return true;
        const text::TokenRange tokens = tokens_of(paper_.text, reference.evidence);
        const std::uint32_t begin = paper_.text.sentences[sentence].tokens.first;
        for (std::uint32_t token = tokens.first; token > begin && tokens.first - token < reach_of_pronoun; --token) {
            const std::string& before = stem(token - 1);
            if (before == "which" || before == "whose" || before == "their" || before == "its") return true;
        }
        const auto& citations = paper_.declarations.citations;
        return std::any_of(citations.begin(), citations.end(), [&](const extract::Citation& citation) {
            return std::any_of(citation.places.begin(), citation.places.end(), [&](const extract::CitedAt& place) {
                return place.evidence.sentence == sentence && place.evidence < reference.evidence;
            });
        });
    }

    /// The attachment whose title has the word that is said: what it is a part of.
    std::optional<std::size_t> attachment_meant(const CrossReference& reference) const {
        const std::uint32_t last = paper_.text.sentences[reference.evidence.sentence].tokens.last;
        if (!says_of_what(reference) || token_after(reference) + 2 >= last) return {};
        const auto found = titles_.find(stem(token_after(reference) + 2));
        return found == titles_.end() ? std::nullopt : std::optional(found->second);
    }

    /// A covering report may mean a section of what it covers.
    bool stands_in_attachment(const std::string& label) const { return attached_numbers_.contains(label); }

    /// "section 242", in a paper of eight sections, or beside an Act.
    bool may_be_statutory(const CrossReference& reference, const std::string& label, const Labels& labels) const {
        if (reference.kind != "section" || labels.empty()) return false;
        const std::uint32_t last = last_value(label_of(labels.back()));
        const std::uint32_t value = last_value(label);
        return value == 0 || value > last + 10 || mentions_role(paper_, reference.evidence.sentence, "cites-act");
    }

    /// A number may have been lost where a text was made of another file, and the paragraph be there.
    bool is_lost(const std::string& label, const Labels& labels) const {
        const bool made =
            paper_.document.format == ingest::Format::text || paper_.document.format == ingest::Format::pdf;
        const bool inside = !labels.empty() && last_value(label) < last_value(label_of(labels.back()));
        return made && inside;
    }

    /// What is referred to several times is missing once.
    void report(const CrossReference& reference, bool sure, const Labels& labels) {
        if (says_of_what(reference) && !attachment_meant(reference)) sure = false;  // "Annex 4 of the full draft"
        if (is_beside_page(reference) || is_of_another(reference)) sure = false;
        const auto [place, fresh] = told_.emplace(reference.kind + ' ' + label_of(reference.number), findings_.size());
        const std::string words(slice(paper_.text.text, reference.evidence.span));
        if (!fresh) {
            if (place->second < findings_.size() && findings_[place->second].others.size() < most_places)
                findings_[place->second].others.push_back({words, reference.evidence, {}});
            return;
        }
        const std::string_view rule = !sure            ? "consistency.reference-unfound"
                                      : labels.empty() ? "consistency.reference-nothing-attached"
                                                       : "consistency.reference-missing";
        add(paper_, findings_, rule, reference.evidence, {{"reference", words}, {"there", told(labels)}});
    }

    const Case& paper_;
    std::vector<Finding>& findings_;
    const Attachments& attachments_;
    std::map<std::string, Labels> labels_;                    // of sections, paragraphs, tables, figures
    std::map<std::string, Labels> attached_;                  // of appendices, annexes, schedules
    std::map<std::string, std::size_t, std::less<>> titles_;  // by word: the attachment that stands in the paper
    std::set<std::string> attached_numbers_;                  // of sections and paragraphs in attachments
    std::map<std::string, std::size_t> told_;                 // the finding about each that is missing
    std::uint32_t last_slide_ = 0;
    bool extract_ = false;  // what the reference stands in leaves parts out
};

}  // namespace

void add_cross_references(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    if (paper.declarations.references.empty()) return;
    Finder(paper, read, findings).find();
}

}  // namespace boardcheck::check
