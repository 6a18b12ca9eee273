#include "paged_text.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

namespace boardcheck::test {

using ingest::Block;
using ingest::BlockKind;

namespace {

std::string_view next_word(std::string_view& line) {
    const auto word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(word.size() + 1, line.size()));
    return word;
}

std::uint32_t number_of(std::string_view digits) {
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

class PagedText {
public:
    ingest::Document read(std::string_view text) {
        document_.file = "pack.pdf";
        document_.format = ingest::Format::pdf;
        while (!text.empty()) {
            const auto line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(line.size() + 1, text.size()));
            if (!line.empty()) read_line(line);
        }
        for (const auto& [block, words] : furniture_) add(block, words);
        document_.source.copy(0, static_cast<std::uint32_t>(document_.text.size()));
        return std::move(document_);
    }

private:
    void read_line(std::string_view line) {
        const std::string whole(line);
        const auto kind = next_word(line);
        if (kind == "page") return turn_page(number_of(next_word(line)), line);
        if (kind == "mark") {
            const auto level = static_cast<std::uint8_t>(number_of(next_word(line)));
            document_.outline.push_back({std::string(line), page_, level});
            return;
        }
        if (kind == "note") return document_.notices.push_back({document_.file, 0, std::string(line)});
        if (kind == "t") {
            ++table_;
            return;
        }
        if (kind == "over") return add_over(line);
        Block block = block_of(kind, line, whole);
        block.page = page_;
        if (block.kind == BlockKind::header || block.kind == BlockKind::footer) {
            furniture_.emplace_back(block, std::string(line));
            return;
        }
        add(block, line);
    }
    Block block_of(std::string_view kind, std::string_view& line, const std::string& whole) {
        Block block;
        if (kind == "c" || kind == "C") {
            const auto place = next_word(line);
            block.kind = BlockKind::table_cell;
            block.table = table_;
            block.row = number_of(place);
            block.column = number_of(place.substr(place.find('.') + 1));
            block.header_cell = kind == "C";
            return block;
        }
        const auto first = line.substr(0, line.find(' '));
        if (first.ends_with('.') && first.find_first_not_of("0123456789.") == std::string_view::npos) {
            next_word(line);
            block.number = std::string(first.substr(0, first.size() - 1));
        }
        block.emphasised = kind == "b";
        if (kind.starts_with('h') && kind.size() == 2) {
            block.kind = BlockKind::heading;
            block.level = static_cast<std::uint8_t>(kind[1] - '0');
        } else if (kind == "l") {
            block.kind = BlockKind::list_item;
            block.level = 1;
        } else if (kind == "n" || kind == "head" || kind == "foot") {
            block.kind = kind == "n" ? BlockKind::footnote : kind == "head" ? BlockKind::header : BlockKind::footer;
        } else if (kind != "p" && kind != "b") {
            throw std::runtime_error("no line of a page: " + whole);
        }
        return block;
    }
    void turn_page(std::uint32_t page, std::string_view label) {
        page_ = page;
        if (over_ > 0) document_.pages.push_back({over_, page, std::string(label)});
        label_ = over_ > 0 ? std::string() : std::string(label);
        turned_ = over_ == 0;
        over_ = 0;
    }
    void add_over(std::string_view line) {
        const auto stroke = line.find(" / ");
        const std::string words = std::string(line.substr(0, stroke)) + " " + std::string(line.substr(stroke + 3));
        Block block;
        block.page = page_;
        add(block, words);
        over_ = document_.blocks.back().span.begin + static_cast<std::uint32_t>(stroke) + 1;
    }
    void add(Block block, std::string_view words) {
        if (!document_.text.empty()) document_.text += '\n';
        block.span.begin = static_cast<std::uint32_t>(document_.text.size());
        const bool first = document_.pages.empty() || document_.pages.back().page != block.page;
        if (first) document_.pages.push_back({block.span.begin, block.page, turned_ ? label_ : std::string()});
        document_.text += words;
        block.span.end = static_cast<std::uint32_t>(document_.text.size());
        document_.blocks.push_back(block);
    }
    ingest::Document document_;
    std::vector<std::pair<Block, std::string>> furniture_;
    std::uint32_t page_ = 1;
    std::uint32_t table_ = 0;
    std::uint32_t over_ = 0;
    std::string label_;
    bool turned_ = false;
};

}  // namespace

ingest::Document paged_document(std::string_view text) { return PagedText().read(text); }

std::string describe_papers(const std::vector<Result<ingest::Document>>& papers) {
    std::string out;
    for (const auto& paper : papers) {
        if (!paper) {
            out += "error: " + to_string(paper.error()) + "\n";
        } else if (!paper->pack) {
            out += "whole\n";
        } else {
            const auto& place = *paper->pack;
            out += fmt::format("{}-{} [{}] {}\n", place.first_page, place.last_page, place.item, place.title);
        }
    }
    return out;
}

}  // namespace boardcheck::test
