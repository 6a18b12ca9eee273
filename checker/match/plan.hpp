// Which patterns can match in a paper at all, and what sets each off there: worked out once for a paper, from the terms
// that it mentions.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "match/match.hpp"

namespace boardcheck::match {

/// Where patterns are looked for: those of clauses begin with the sentence around the clause.
enum class Stretch : std::uint8_t { sentence, block, list, section };
constexpr std::array<Stretch, 4> all_stretches{Stretch::sentence, Stretch::block, Stretch::list, Stretch::section};

/// The terms that a paper mentions are numbered, from 0 on, so that all else is as small as the paper.
class Plan {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    /// `of_paper` are the terms that the paper is about as a whole.
    Plan(const catalogue::Catalogue& catalogue, catalogue::Round round, const std::vector<Mention>& mentions,
         std::vector<catalogue::TermId> of_paper);

    /// The number of a term that the paper mentions, itself or as a narrower one; none for others.
    std::uint32_t number_of(catalogue::TermId term) const { return numbers_[term]; }
    std::size_t size() const { return totals_.size(); }
    /// Whether the whole paper is about the term.
    bool is_of_paper(catalogue::TermId term) const {
        return std::find(of_paper_.begin(), of_paper_.end(), term) != of_paper_.end();
    }
    /// By number: those of the terms that a mention of this one is a mention of which some pattern asks for.
    std::span<const std::uint32_t> asked_by(std::uint32_t number) const { return asked_.of(number); }

    /// Those mentions for which asked_by has anything.
    std::vector<Mention> asked_of(const std::vector<Mention>& mentions) const;

    /// The patterns that a mention of the term sets off: each by the part of it that the paper has least often.
    std::span<const catalogue::PatternId> set_off(Stretch stretch, std::uint32_t number) const {
        return set_off_[static_cast<std::size_t>(stretch)].of(number);
    }
    /// A bit for each kind of stretch in which a mention of the term sets something off.
    std::uint8_t stretches_of(std::uint32_t number) const { return stretches_[number]; }
    bool has_any(Stretch stretch) const { return !set_off_[static_cast<std::size_t>(stretch)].ids.empty(); }

    /// What a pattern needs in a scope: terms are numbers, topics are not; alternatives that the paper has nowhere are
    /// out.
    const catalogue::Need* need_of(catalogue::PatternId pattern) const { return needs_.data() + need_of_[pattern]; }

private:
    void count(const catalogue::Catalogue& catalogue, const std::vector<Mention>& mentions);
    void find_patterns(const catalogue::Catalogue& catalogue, catalogue::Round round);
    void find_asked(const catalogue::Catalogue& catalogue);

    std::vector<catalogue::TermId> of_paper_;
    std::vector<std::uint32_t> numbers_;      // by term
    std::vector<catalogue::TermId> terms_;    // by number
    std::vector<std::uint32_t> totals_;       // by number: mentions in the paper
    std::vector<catalogue::PatternId> live_;  // patterns that can match
    std::vector<catalogue::Need> needs_;
    std::vector<std::uint32_t> need_of_;  // by pattern; of those that can match
    std::array<catalogue::Lists, 4> set_off_;
    std::vector<std::uint8_t> stretches_;
    catalogue::Lists asked_;
};

}  // namespace boardcheck::match
