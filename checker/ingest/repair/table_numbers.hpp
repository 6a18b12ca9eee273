// Numbers of tables that have no gap: a reader may meet tables without words and tables in tables, and flattened text
// holds tables that are found after the others.
#pragma once

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

/// Numbers the tables from 1 in the order in which their first words are read.
void number_tables(Draft& draft);

}  // namespace boardcheck::ingest
