// How a table is made of declarations: its columns, each with the way to its value.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/listing.hpp"

namespace boardcheck::report {

template <typename Item>
struct Field {
    std::string_view name, title;  // as in Column
    std::function<std::string(const Item&)> value = {};
    std::function<std::string(const Item&)> shown = {};  // none: as `value`
};

template <typename Item>
using Fields = std::vector<Field<Item>>;

/// One column of `fields` after another.
template <typename Item>
std::vector<Cell> cells_of(const Fields<Item>& fields, const Item& item) {
    std::vector<Cell> cells;
    for (const Field<Item>& field : fields) {
        Cell cell;
        if (field.value) cell.value = field.value(item);
        cell.shown = field.shown ? field.shown(item) : cell.value;
        cells.push_back(std::move(cell));
    }
    return cells;
}

template <typename Item>
std::vector<Column> columns_of(const Fields<Item>& fields) {
    std::vector<Column> columns;
    for (const Field<Item>& field : fields) columns.push_back({field.name, field.title});
    return columns;
}

/// A seat, with the body on which it is.
struct Seat {
    const extract::Structure& structure;
    const extract::Member& member;
};

/// A cross-reference, with the place to which it leads.
struct Lead {
    const extract::CrossReference& reference;
    std::string target;  // empty: nothing of that number was found
};

const Fields<extract::Meta>& meta_fields();
const Fields<extract::Structure>& structure_fields();
const Fields<Seat>& seat_fields();
const Fields<extract::Commitment>& commitment_fields();
const Fields<extract::Recommendation>& recommendation_fields();
const Fields<extract::Citation>& citation_fields();
const Fields<extract::Acronym>& acronym_fields();
const Fields<Lead>& lead_fields();
const Fields<extract::DateValue>& date_fields();

}  // namespace boardcheck::report
