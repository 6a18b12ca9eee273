// What --help says of each command.
#pragma once

namespace boardcheck::cli {

inline constexpr const char* program_help =
    "Checks board papers against the requirements of national guidance.\n"
    "\n"
    "Examples:\n"
    "  boardcheck check paper.md\n"
    "  boardcheck check papers/ --format html --output gap-report.html\n"
    "  boardcheck extract papers/ --kind commitments --format csv --output commitments.csv\n"
    "  boardcheck compare draft-1.docx draft-2.docx\n"
    "  boardcheck rules list\n"
    "  boardcheck rules docs --output catalogue.html\n";

inline constexpr const char* check_help =
    "Checks papers: files, folders, or - for standard input.\n"
    "\n"
    "Examples:\n"
    "  boardcheck check paper.md\n"
    "  boardcheck check papers/ --format html --output gap-report.html\n"
    "  boardcheck check papers/ --format json --fail-on warning\n"
    "  boardcheck check pack.pdf --as-at 2021-09-23\n";

inline constexpr const char* check_footer =
    "\nExit status: 0 nothing at or above --fail-on was found; 1 something was; 2 the run failed: bad usage, faulty "
    "rules,\n"
    "or a paper that could not be read (the others are reported).\n"
    "The rules are the folder named by --rules, else by BOARDCHECK_RULES, else the one that came with the program.";

inline constexpr const char* extract_help =
    "Lists what papers declare, without judging it: structures with their members, commitments, recommendations,\n"
    "citations, acronyms, cross-references and dates, each with its words and their place.\n"
    "\n"
    "Examples:\n"
    "  boardcheck extract paper.docx\n"
    "  boardcheck extract paper.docx --kind structures,members\n"
    "  boardcheck extract papers/ --kind commitments --format csv --output commitments.csv\n"
    "  boardcheck extract papers/ --format csv --output tables/\n"
    "  boardcheck extract papers/ --format html --output declared.html\n";

inline constexpr const char* extract_footer =
    "\nExit status: 0 all papers were read; 2 some could not be read (the others are listed), or the run failed: bad "
    "usage\n"
    "or faulty rules.\n"
    "CSV holds one table: name one kind, or a folder with --output, which gets a file of each. In JSON, members stand "
    "within\n"
    "their structures.";

inline constexpr const char* convert_help =
    "Shows what is read of papers: each block with its kind, number, place and words.\n"
    "\n"
    "Examples:\n"
    "  boardcheck convert paper.docx\n"
    "  boardcheck convert pack.pdf --format json\n";

inline constexpr const char* rules_help = "Looks into the rules, checks them, and helps to write new ones.";

inline constexpr const char* list_help =
    "Lists the requirements.\n"
    "\n"
    "Examples:\n"
    "  boardcheck rules list\n"
    "  boardcheck rules list --theme BOARD --format json\n";

inline constexpr const char* show_help =
    "Shows all about one requirement: what it asks, where it comes from, how it is recognised, its examples.\n"
    "\n"
    "Example:\n"
    "  boardcheck rules show BOARD-02\n";

inline constexpr const char* test_help =
    "Runs the examples of the rules through the whole pipeline.\n"
    "\n"
    "Examples:\n"
    "  boardcheck rules test\n"
    "  boardcheck rules test BOARD-02 PART --verbose\n"
    "  boardcheck rules test BOARD-02 --mutations\n";

inline constexpr const char* test_footer =
    "\nExit status: 0 all examples behave, or notice every mutation; 1 some do not; 2 the run failed: bad usage, or "
    "faulty rules.";

inline constexpr const char* validate_help =
    "Says what is wrong with the rules: faults, with which they do not load, and warnings of what is surely not "
    "meant.\n"
    "\n"
    "Examples:\n"
    "  boardcheck rules validate\n"
    "  boardcheck rules validate --rules my-rules --strict --format json\n";

inline constexpr const char* validate_footer =
    "\nExit status: 0 no fault; 1 no fault, but warnings, with --strict; 2 faults, or bad usage.\n"
    "The warnings are explained in rules/README.md.";

inline constexpr const char* new_help =
    "Writes a new requirement, ready to be filled in, with comments that say what goes where.\n"
    "\n"
    "Examples:\n"
    "  boardcheck rules new PART-26 --title \"The Partnership meets in public\"\n"
    "  boardcheck rules new PART-26 --title \"The Partnership meets in public\" --strength should --source DF \\\n"
    "      --section \"The ICS Partnership\" --pages 8-11 --facet \"papers published beforehand\" --into\n";

inline constexpr const char* new_footer =
    "\nExit status: 0 it is written; 2 it is not: bad usage, an id that is taken, an unknown theme or source, faulty "
    "rules.\n"
    "Then: boardcheck rules validate says what is still to be filled in; boardcheck rules test runs the examples.";

inline constexpr const char* docs_help =
    "Writes the rules as a web page: one file, to read, search, print and pass on.\n"
    "\n"
    "Example:\n"
    "  boardcheck rules docs --output catalogue.html\n";

inline constexpr const char* compare_help =
    "Holds two versions of a paper, or of a pack, against each other: which promises slipped, were kept, done or "
    "silently\n"
    "dropped, which standings rose or fell, which findings are new, gone or moved.\n"
    "\n"
    "Examples:\n"
    "  boardcheck compare draft-1.docx draft-2.docx\n"
    "  boardcheck compare may-pack.pdf july-pack.pdf --format json --output changes.json\n";

inline constexpr const char* compare_footer =
    "\nExit status: 0 nothing new at or above --fail-on was found; 1 something was; 2 the run failed: bad usage, "
    "faulty "
    "rules,\n"
    "or a paper that could not be read (the others are compared).\n"
    "Papers of two packs belong together by their titles and how they begin; of two single papers nothing is asked.";

}  // namespace boardcheck::cli
