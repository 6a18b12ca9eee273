// What the kinds of commitments share: where the dates of a sentence are, which of them is a deadline, whose promise it
// is.
#pragma once

#include <set>

#include "extract/paper.hpp"

namespace boardcheck::extract {

/// The dates of a paper by sentence and token.
class DateIndex {
public:
    DateIndex(const Paper& paper, const std::vector<DateValue>& dates);

    struct Placed {
        const DateValue* value = nullptr;
        text::TokenRange tokens;
    };
    /// Those that begin in the tokens of a sentence, in order.
    std::vector<Placed> in(std::uint32_t sentence, text::TokenRange tokens) const;

private:
    const Paper& paper_;
    const std::vector<DateValue>& dates_;
    std::vector<std::uint32_t> begins_;  // by sentence, and one more
};

/// Of the paper, for all that look for commitments.
struct Promising {
    const Paper& paper;
    const std::vector<Stance>& stances;
    const Meta& meta;
    DateIndex dates;
    std::optional<Date> today;
    std::string own_body;  // who "we" are
    std::set<std::string>
        names;  // words, in small letters, that the paper writes only with a capital, also amid others

    const text::Sentence& sentence(std::uint32_t index) const { return paper.text.sentences[index]; }
    const ingest::Block& block(std::uint32_t index) const { return paper.document.blocks[sentence(index).block]; }
    /// Later than the day of the paper, or on it.
    bool to_come(const DateValue& date) const;
    /// Local people speak in the sentence; what has a day to come needs less to tell that.
    bool is_local(std::uint32_t sentence, text::TokenRange tokens, bool dated) const;
};

/// Whose body the paper speaks for.
std::string own_body(const Paper& paper, const Meta& meta);

std::set<std::string> proper_names(const Paper& paper);

/// Puts the deadline of a commitment whose words are the tokens; `verb` is where its verb begins.
void set_deadline(const Promising& promising, std::uint32_t sentence, text::TokenRange tokens, std::uint32_t verb,
                  Commitment& commitment);
void set_deadline(const DateValue& date, Commitment& commitment);
/// Who is the subject of a verb, as far as it tells whether this is a promise of the paper's own people.
enum class Subject { none, speaker, person, body, national };
Subject subject_of(const Promising& promising, std::uint32_t sentence, std::uint32_t from, std::uint32_t verb);
/// Whose commitment it is by the subject of the verb at `verb`, in a clause that begins at `from`; empty where no one
/// is named.
std::string owner_of(const Promising& promising, std::uint32_t sentence, std::uint32_t from, std::uint32_t verb);
/// The words of a conditional clause of the tokens: "subject to legislation".
std::string condition_in(const Promising& promising, std::uint32_t sentence, text::TokenRange tokens);
/// The one who acts in the first words of a sentence; empty: no one.
std::string first_actor_in(const Promising& promising, std::uint32_t sentence);
/// "by the two boards": who does what a passive verb tells.
std::string agent_in(const Promising& promising, std::uint32_t sentence, text::TokenRange tokens);
/// A person or post of which the tokens are the name and nothing else; empty: they are not.
std::string person_in(const Promising& promising, std::uint32_t sentence, text::TokenRange tokens);
/// The one with whom the words begin, before a verb: "Governing Body approves the plan".
std::string leading_actor(const Promising& promising, std::uint32_t sentence, text::TokenRange tokens);
/// Whose list the sentence is an item of: "Actions for the Estates Group:".
std::string owner_of_list(const Promising& promising, std::uint32_t sentence);
/// Owners that a line after the promise names ("Action: Performance Manager"), and full names for initials and first
/// names that the paper has explained: "Joanna Birtles (JB)".
void name_owners(const Promising& promising, std::vector<Commitment>& commitments);
/// "(Maddy Fenn)", "(lead: the two chief executives)" at the end of the tokens.
std::string owner_in_brackets(const Promising& promising, std::uint32_t sentence, text::TokenRange tokens);

/// Rows of tables that name actions with owners or dates, and of timetables. `taken` marks the sentences that are
/// used, or must not be.
void add_rows(const Promising& promising, std::vector<bool>& taken, std::vector<Commitment>& commitments);
/// Sentences that promise.
void add_promises(const Promising& promising, std::vector<bool>& taken, std::vector<Commitment>& commitments);
/// Items without a verb that have a day to come, and actions: "Shadow meeting 18 January", "JD to write to the CCG".
void add_plans(const Promising& promising, std::vector<bool>& taken, std::vector<Commitment>& commitments);

}  // namespace boardcheck::extract
