#include "ingest/repair/repair.hpp"
#include "ingest/repair/table_numbers.hpp"

namespace boardcheck::ingest {

void repair(Draft& draft) {
    split_flattened_tables(draft);
    split_stacked_lines(draft);
    take_numbers(draft);
    mark_page_furniture(draft);
    join_broken_blocks(draft);
    promote_headings(draft);
    number_tables(draft);
}

}  // namespace boardcheck::ingest
