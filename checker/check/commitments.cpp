// Promises that nobody can follow up.
#include "check/promises.hpp"

namespace boardcheck::check {

void add_commitments(const Case& paper, std::vector<Finding>& findings) {
    add_action_tables(paper, row_tables_of(paper), findings);
    add_deadlines(paper, findings);
    add_unknown_owners(paper, findings);
    add_promises(paper, findings);  // of what is told already, nothing more
    add_conditions(paper, findings);
}

}  // namespace boardcheck::check
