// Quantities of a paper: an amount with what it is of.
#pragma once

#include <string>
#include <vector>

#include "check/amounts.hpp"
#include "check/tables.hpp"

namespace boardcheck::check {

enum class Hedge { none, about, bound };  // "some 30", "over 30"

struct Quantity {
    Amount amount;
    std::vector<std::string> of;  // stems of the noun and what describes it, sorted; empty: not told
    std::string head;             // stem of the noun
    std::string owner;            // of a place or body named before it in the sentence, in lower case
    bool followed = false;        // the noun comes after the amount: "48 practices", not "practices: 48"
    bool named = false;           // the noun has a name before it: "two Dale alliances"
    bool whole = false;           // all that there are: "the four", "all seven", "there are 46"
    bool counted = false;         // and said so: "there are 46", "all 46", a total
    bool people = false;          // how many live somewhere
    bool population = false;      // and it is called so
    bool narrowed = false;        // something follows that narrows it: "two partners from the north"
    std::string where;            // narrowed by a place in the paper: "in section 8"
    bool other = false;           // of another time, or only some of them: "from 30", "of which 12", "another two"
    Hedge hedge = Hedge::none;
    std::uint32_t table = 0;    // number from 1; 0: prose
    std::optional<Date> dated;  // a day or month that is said beside it
    extract::Evidence evidence;
};

/// In reading order; those of tables have the words of their row and column.
std::vector<Quantity> quantities_of(const Case& paper, const Words& words, const std::vector<Table>& tables);

}  // namespace boardcheck::check
