// Papers behind paths: files, folders, standard input, and what cannot be read.
#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>
#include <boost/test/unit_test.hpp>

#include "ingest/ingest.hpp"

namespace boardcheck::test {

namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, which goes with it.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "boardcheck-collect-XXXXXX").string();
        path = mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    std::string add(const std::string& name, std::string_view bytes = "words") const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << bytes;
        return (path / name).string();
    }
    /// Without the folder's own name, which is different every time.
    std::string relative(std::string text) const {
        for (auto at = text.find(path.string()); at != std::string::npos; at = text.find(path.string())) {
            text.replace(at, path.string().size(), "F");
        }
        return text;
    }
    std::string collected(const std::vector<std::string>& paths, const ingest::Limits& limits = {}) const {
        std::string out;
        for (const ingest::Input& input : ingest::collect(paths).inputs) {
            const auto bytes = ingest::load(input, limits);
            out += relative(input.file + " = " + (bytes ? *bytes : to_string(bytes.error())) + "\n");
        }
        return out;
    }
    std::string notices() const {
        std::string out;
        for (const Notice& notice : ingest::collect({path.string()}).notices) {
            out += relative(notice.file + ": " + notice.message + "\n");
        }
        return out;
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(named_files_are_read_in_the_order_given_whatever_their_kind) {
    const Folder folder;
    const auto b = folder.add("b.dat", "two");
    const auto a = folder.add("a.txt", "one");
    BOOST_TEST(folder.collected({b, a}) == "F/b.dat = two\nF/a.txt = one\n");
}

BOOST_AUTO_TEST_CASE(a_paper_is_read_once_under_its_first_name) {
    const Folder folder;
    const auto b = folder.add("b.txt", "two");
    folder.add("a.txt", "one");
    folder.add("deep/c.txt", "three");
    fs::create_symlink(b, folder.path / "z.txt");
    const auto all = folder.path.string();
    BOOST_TEST(folder.collected({b, b, all + "/deep/../b.txt"}) == "F/b.txt = two\n");
    BOOST_TEST(folder.collected({all + "/deep/../b.txt", all}) ==
               "F/deep/../b.txt = two\nF/a.txt = one\nF/deep/c.txt = three\n");
    BOOST_TEST(folder.collected({all, all + "/deep", all, b}) ==
               "F/a.txt = one\nF/b.txt = two\nF/deep/c.txt = three\n");
    BOOST_TEST(folder.collected({"none.txt", "none.txt"}) ==
               "none.txt = none.txt: there is no such file; check the path\n");
}

BOOST_AUTO_TEST_CASE(a_folder_stands_for_the_papers_below_it_in_byte_order) {
    const Folder folder;
    for (const char* name : {"b.txt", "a.md", "Z.TXT", "deep/er/c.markdown", "deep/a.text", "picture.png", "README.md",
                             "deep/Readme.txt", ".hidden.txt", ".git/notes.txt"}) {
        folder.add(name, name);
    }
    BOOST_TEST(folder.collected({folder.path.string()}) ==
               "F/Z.TXT = Z.TXT\nF/a.md = a.md\nF/b.txt = b.txt\nF/deep/a.text = deep/a.text\n"
               "F/deep/er/c.markdown = deep/er/c.markdown\n");
}

BOOST_AUTO_TEST_CASE(files_of_a_folder_that_are_no_papers_are_named) {
    const Folder folder;
    for (const char* name : {"a.md", "README.md", ".hidden.png", "~$paper.docx", "Thumbs.db"}) folder.add(name);
    BOOST_TEST(folder.notices() == "");
    folder.add("deep/b.png");
    BOOST_TEST(folder.notices() == "F: 1 file was left out, as it is no paper: deep/b.png\n");
    folder.add("a.csv");
    BOOST_TEST(folder.notices() == "F: 2 files were left out, as they are no papers: a.csv, deep/b.png\n");
    for (const char* name : {"1.log", "2.log", "3.log", "4.log", "5.log"}) folder.add(name);
    BOOST_TEST(folder.notices() ==
               "F: 7 files were left out, as they are no papers: 1.log, 2.log, 3.log, 4.log, 5.log and 2 more\n");
}

BOOST_AUTO_TEST_CASE(files_of_a_folder_are_papers_by_name_or_by_content) {
    const Folder folder;
    folder.add("a.pdf", "");
    folder.add("b", "<!DOCTYPE html><html>");
    folder.add("c.bin", "%PDF-1.4");
    folder.add("d.dat", "PK\x03\x04...word/document.xml");
    folder.add("e.dat", "PK\x03\x04...xl/workbook.xml");
    folder.add("LICENSE", "words");
    folder.add("pack.zip", "PK");
    std::string names;
    for (const ingest::Input& input : ingest::collect({folder.path.string()}).inputs) {
        names += folder.relative(input.file) + " ";
    }
    BOOST_TEST(names == "F/a.pdf F/b F/c.bin F/d.dat F/pack.zip ");
    BOOST_TEST(folder.notices() == "F: 2 files were left out, as they are no papers: LICENSE, e.dat\n");
}

BOOST_AUTO_TEST_CASE(a_link_that_leads_back_is_not_followed) {
    const Folder folder;
    folder.add("a.txt");
    fs::create_directory_symlink(folder.path, folder.path / "again");
    BOOST_TEST(folder.collected({folder.path.string()}) == "F/a.txt = words\n");
}

BOOST_AUTO_TEST_CASE(a_folder_without_papers_is_an_error) {
    const Folder folder;
    folder.add("picture.png");
    BOOST_TEST(
        folder.collected({folder.path.string()}) ==
        "F = F: there are no papers in the folder; put papers there (Word, PDF, HTML, text, ...), or name the files\n");
}

BOOST_AUTO_TEST_CASE(what_is_missing_does_not_stop_the_others) {
    const Folder folder;
    const auto a = folder.add("a.txt");
    BOOST_TEST(folder.collected({(folder.path / "none.txt").string(), a, a + "/below"}) ==
               "F/none.txt = F/none.txt: there is no such file; check the path\nF/a.txt = words\n"
               "F/a.txt/below = F/a.txt/below: there is no such file; check the path\n");
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read_is_an_error) {
    const Folder folder;
    const auto a = folder.add("a.txt");
    fs::permissions(a, fs::perms::none);
    if (access(a.c_str(), R_OK) == 0) {
        BOOST_TEST_MESSAGE("skipped: this user may read everything");
        return;
    }
    BOOST_TEST(folder.collected({a}) ==
               "F/a.txt = F/a.txt: cannot be opened: Permission denied; check who may read it\n");
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_read_and_left_to_ingest) {
    const Folder folder;
    BOOST_TEST(folder.collected({folder.add("a.txt", "")}) == "F/a.txt = \n");
}

BOOST_AUTO_TEST_CASE(a_device_is_no_paper_and_a_pipe_is_not_waited_for) {
    const Folder folder;
    BOOST_TEST(folder.collected({"/dev/null"}) ==
               "/dev/null = /dev/null: is neither a file nor a folder; name a paper or a folder of papers\n");
    const auto pipe = (folder.path / "pipe.txt").string();
    BOOST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    BOOST_TEST(folder.collected({pipe}) == "F/pipe.txt = \n");
}

BOOST_AUTO_TEST_CASE(a_file_above_the_limit_is_not_read_to_its_end) {
    const Folder folder;
    ingest::Limits limits;
    limits.bytes = 4;
    BOOST_TEST(folder.collected({folder.add("a.txt", "12345"), folder.add("b.txt", "1234")}, limits) ==
               "F/a.txt = F/a.txt: the file has more than 4 bytes; split it, or check that it is a paper\n"
               "F/b.txt = 1234\n");
}

}  // namespace boardcheck::test
