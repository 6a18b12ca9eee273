#include "ingest/pack/cut.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

namespace boardcheck::ingest::pack {

namespace {

/// Writes the text and blocks of one paper, in the order in which they come.
class PaperWriter {
public:
    PaperWriter(const Document& pack, Document& paper) : pack_(pack), paper_(paper) {}
    void add(const Block& block, std::size_t& start) {
        if (!paper_.blocks.empty()) paper_.text += '\n';
        const auto begin = static_cast<std::uint32_t>(paper_.text.size());
        turn_pages(block.span, begin, start);
        paper_.text += slice(pack_.text, block.span);
        Block& written = paper_.blocks.emplace_back(block);
        written.span = {begin, begin + length(block.span)};
        if (block.table > 0) {
            const auto number = static_cast<std::uint32_t>(tables_.size() + 1);
            written.table = tables_.emplace(block.table, number).first->second;
        }
    }

private:
    /// `start` is the last page of the pack that begins at or before the block; it moves on with the blocks.
    void turn_pages(Span block, std::uint32_t begin, std::size_t& start) {
        while (start + 1 < pack_.pages.size() && pack_.pages[start + 1].begin <= block.begin) ++start;
        if (start < pack_.pages.size() && pack_.pages[start].begin <= block.begin) turn_page(start, begin);
        for (std::size_t i = start + 1; i < pack_.pages.size() && pack_.pages[i].begin < block.end; ++i) {
            if (pack_.pages[i].begin > block.begin) turn_page(i, begin + pack_.pages[i].begin - block.begin);
        }
    }
    void turn_page(std::size_t page, std::uint32_t begin) {
        const PageStart& turned = pack_.pages[page];
        if (!paper_.pages.empty() && paper_.pages.back().page == turned.page) return;
        paper_.pages.push_back({begin, turned.page, turned.label});
    }
    const Document& pack_;
    Document& paper_;
    std::unordered_map<std::uint32_t, std::uint32_t> tables_;  // numbers in the pack -> in the paper
};

/// The first page that a message names: "pages 3 and 4 have no text layer"; 0: none.
std::uint32_t named_page(std::string_view message) {
    for (const std::string_view name : {"page ", "pages "}) {
        const auto at = message.find(name);
        if (at == std::string_view::npos) continue;
        std::uint32_t page = 0;
        std::from_chars(message.data() + at + name.size(), message.data() + message.size(), page);
        if (page > 0) return page;
    }
    return 0;
}

/// The paper on whose pages `page` is; the first one for what is before.
std::size_t paper_of(const std::vector<PaperStart>& starts, std::uint32_t page) {
    const auto after = std::upper_bound(starts.begin(), starts.end(), page,
                                        [](std::uint32_t at, const PaperStart& start) { return at < start.page; });
    return after == starts.begin() ? 0 : static_cast<std::size_t>(after - starts.begin() - 1);
}

Document empty_paper(const Document& pack, const PaperStart& start, std::uint32_t last_page) {
    Document paper;
    paper.file = pack.file;
    paper.format = pack.format;
    paper.properties.created = pack.properties.created;
    paper.properties.modified = pack.properties.modified;
    paper.pack = PackPlace{start.item, start.title, start.page, last_page};
    paper.tracked_changes = pack.tracked_changes;
    return paper;
}

void share_outline(const Document& pack, const std::vector<PaperStart>& starts, std::vector<Document>& papers) {
    for (const Bookmark& bookmark : pack.outline) {
        if (bookmark.page == 0) continue;
        papers[paper_of(starts, bookmark.page)].outline.push_back(bookmark);
    }
}

void share_notices(const Document& pack, const std::vector<PaperStart>& starts, std::vector<Document>& papers) {
    for (const Notice& notice : pack.notices) {
        papers[paper_of(starts, named_page(notice.message))].notices.push_back(notice);
    }
}

Result<Document> finished(Document paper) {
    const PackPlace& place = *paper.pack;
    if (paper.blocks.empty()) {
        const std::string name = place.item.empty() ? place.title : place.item + " " + place.title;
        return tl::unexpected(
            Error{paper.file, 0,
                  fmt::format("there are no words on pages {} to {}{}{}{}", place.first_page, place.last_page,
                              name.empty() ? "" : " (", name, name.empty() ? "" : ")"),
                  "recognise their text (OCR), or give the paper as a file with text"});
    }
    paper.source.copy(0, static_cast<std::uint32_t>(paper.text.size()));
    return paper;
}

}  // namespace

std::vector<Result<Document>> cut(const Document& pack, const std::vector<PaperStart>& starts,
                                  std::uint32_t last_page) {
    std::vector<Document> papers;
    std::vector<PaperWriter> writers;
    papers.reserve(starts.size());
    writers.reserve(starts.size());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        papers.push_back(empty_paper(pack, starts[i], i + 1 < starts.size() ? starts[i + 1].page - 1 : last_page));
    }
    for (Document& paper : papers) writers.emplace_back(pack, paper);
    std::size_t start = 0;
    for (const Block& block : pack.blocks) writers[paper_of(starts, block.page)].add(block, start);
    share_outline(pack, starts, papers);
    share_notices(pack, starts, papers);
    std::vector<Result<Document>> found;
    found.reserve(papers.size());
    for (Document& paper : papers) found.push_back(finished(std::move(paper)));
    return found;
}

}  // namespace boardcheck::ingest::pack
