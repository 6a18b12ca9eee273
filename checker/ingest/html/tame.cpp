#include "ingest/html/tame.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "ingest/characters.hpp"
#include "ingest/html/elements.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::size_t longest_name = 32;
constexpr std::size_t longest_value = 2000;
constexpr std::size_t elements_for_a_block = 4;
constexpr std::string_view white_space = " \t\r\n\f";

struct Open {
    std::string name;
    Shape shape = Shape::block;
};

bool is_table_part(Shape shape) {
    return shape == Shape::table || shape == Shape::table_part || shape == Shape::row || shape == Shape::cell;
}
bool holds_cells(Shape shape) { return is_table_part(shape) && shape != Shape::cell; }

class Tamer {
public:
    Tamer(std::string_view html, std::size_t most) : html_(html), most_(most) { out_.reserve(html.size()); }
    /// False where there are too many elements.
    bool run() {
        while (at_ < html_.size() && elements_ <= most_) {
            const auto tag = std::min(html_.find('<', at_), html_.size());
            out_ += html_.substr(at_, tag - at_);
            at_ = tag;
            if (at_ < html_.size()) markup();
        }
        close_down_to(0);
        return elements_ <= most_;
    }
    std::string take() { return std::move(out_); }

private:
    char ahead(std::size_t by) const { return at_ + by < html_.size() ? html_[at_ + by] : '\0'; }

    void markup() {
        if (html_.substr(at_, 4) == "<!--") return comment();
        if (ahead(1) == '!' || ahead(1) == '?') return skip_past('>');
        const bool closing = ahead(1) == '/';
        if (!is_letter(ahead(closing ? 2 : 1))) {
            out_ += "&lt;";
            ++at_;
            return;
        }
        at_ += closing ? 2 : 1;
        const std::string name = tag_name();
        const std::string attributes = read_attributes();
        closing ? close(name) : open(name, attributes);
    }

    void skip_past(char mark) {
        const auto end = html_.find(mark, at_);
        at_ = end == std::string_view::npos ? html_.size() : end + 1;
    }

    /// One that never ends is read as text: it would swallow the rest of the paper.
    void comment() {
        const auto end = comments_end_ ? html_.find("-->", at_ + 2) : std::string_view::npos;
        comments_end_ = end != std::string_view::npos;
        at_ = comments_end_ ? end + 3 : at_ + 4;
    }

    std::string tag_name() {
        std::string name;
        for (; at_ < html_.size() && white_space.find(html_[at_]) == std::string_view::npos; ++at_) {
            if (html_[at_] == '>' || html_[at_] == '/') break;
            if (name.size() < longest_name) name += lower(html_[at_]);
        }
        return name;
    }

    /// Reads on past the end of the tag.
    std::string read_attributes() {
        std::string kept;
        std::vector<std::string> seen;
        while (true) {
            while (at_ < html_.size() &&
                   (html_[at_] == '/' || white_space.find(html_[at_]) != std::string_view::npos)) {
                ++at_;
            }
            if (at_ >= html_.size()) return kept;
            if (html_[at_] == '>') {
                ++at_;
                return kept;
            }
            const std::string name = attribute_name();
            const std::string_view value = attribute_value();
            if (!is_read_attribute(name) || std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
            seen.push_back(name);
            kept += fmt::format(" {}=\"", name);
            for (const char c : value.substr(0, longest_value)) c == '"' ? kept += "&quot;" : kept += c;
            kept += '"';
        }
    }

    std::string attribute_name() {
        std::string name;
        do {
            if (name.size() < longest_name) name += lower(html_[at_]);
            ++at_;
        } while (at_ < html_.size() && html_[at_] != '=' && html_[at_] != '>' && html_[at_] != '/' &&
                 white_space.find(html_[at_]) == std::string_view::npos);
        return name;
    }

    std::string_view attribute_value() {
        const auto sign = html_.find_first_not_of(white_space, at_);
        if (sign == std::string_view::npos || html_[sign] != '=') return {};
        at_ = std::min(html_.find_first_not_of(white_space, sign + 1), html_.size());
        if (at_ == html_.size()) return {};
        const char quote = html_[at_];
        const bool quoted = quote == '"' || quote == '\'';
        const std::size_t begin = at_ + (quoted ? 1 : 0);
        const auto end = quoted ? html_.find(quote, begin) : html_.find_first_of(" \t\r\n\f>", begin);
        at_ = std::min(end, html_.size());
        const std::string_view value = html_.substr(begin, at_ - begin);
        if (quoted && at_ < html_.size()) ++at_;
        return value;
    }

    void open(const std::string& name, const std::string& attributes) {
        const Shape shape = shape_of(name);
        if (shape == Shape::gone) return skip_content(name);
        if (shape == Shape::transparent) return;
        ++elements_;
        if (shape == Shape::title) return title();
        if (shape == Shape::root || shape == Shape::empty) {
            if (name == "hr") close_paragraph();
            out_ += fmt::format("<{}{}>", name, attributes);
            return;
        }
        if (!over_.empty() || (open_.size() >= deepest_element && !is_table_part(shape)) ||
            (open_.size() + 4 >= deepest_element && shape == Shape::table)) {
            over_.push_back(name);
            if (shape != Shape::phrase) out_ += "<br><br>";
            return;
        }
        if (!make_room(name, shape)) {
            out_ += ' ';
            return;
        }
        out_ += fmt::format("<{}{}>", name, attributes);
        open_.push_back({name, shape});
    }

    /// Up to its end tag; where there is none, only the tag is dropped.
    void skip_content(const std::string& name) {
        const std::size_t end = end_of(name);
        if (end == html_.size()) return;
        at_ = end;
        skip_past('>');
    }

    /// Searches no byte twice for the same name.
    std::size_t end_of(const std::string& name) {
        auto [cached, fresh] = ends_.try_emplace(name, 0);
        if (fresh || cached->second < at_) cached->second = find_end(name);
        return cached->second;
    }

    std::size_t find_end(const std::string& name) const {
        for (auto at = html_.find("</", at_); at != std::string_view::npos; at = html_.find("</", at + 2)) {
            const std::string_view there = html_.substr(at + 2, name.size());
            if (std::equal(there.begin(), there.end(), name.begin(), name.end(),
                           [](char a, char b) { return lower(a) == b; })) {
                return at;
            }
        }
        return html_.size();
    }

    void title() {
        const std::size_t end = end_of("title");
        const std::string_view words = html_.substr(at_, end - at_);
        if (end == html_.size() || words.size() > longest_value) return;
        out_ += fmt::format("<title>{}</title>", words);
        at_ = end;
        skip_past('>');
    }

    /// Closes what cannot stay open around a new element; false where the element cannot stand here.
    bool make_room(const std::string& name, Shape shape) {
        if (shape == Shape::phrase) return true;
        if (is_table_part(shape) && shape != Shape::table) return make_table_room(shape);
        close_paragraph();
        if (shape == Shape::heading && !open_.empty() && open_.back().shape == Shape::heading) {
            close_down_to(open_.size() - 1);
        }
        if (shape == Shape::item) close_item(name == "li");
        return true;
    }

    /// A cell begins in a row, a row in a part of a table, a part in a table.
    bool make_table_room(Shape shape) {
        std::size_t depth = open_.size();
        while (depth > 0 && !fits(open_[depth - 1].shape, shape)) --depth;
        if (depth == 0) return false;
        close_down_to(depth);
        return true;
    }
    static bool fits(Shape outer, Shape inner) {
        if (!holds_cells(outer)) return false;
        if (inner == Shape::table_part) return outer == Shape::table;
        return inner == Shape::cell || outer != Shape::row;
    }

    void close_paragraph() {
        for (std::size_t depth = open_.size(); depth > 0 && !is_table_part(open_[depth - 1].shape); --depth) {
            if (open_[depth - 1].name == "p") return close_down_to(depth - 1);
        }
    }

    void close_item(bool of_list) {
        for (std::size_t depth = open_.size(); depth > 0; --depth) {
            const Open& element = open_[depth - 1];
            if (element.shape == Shape::item && (element.name == "li") == of_list) return close_down_to(depth - 1);
            const bool stays = element.shape != Shape::phrase && element.name != "div" && element.name != "p";
            if (stays) return;
        }
    }

    void close(const std::string& name) {
        const Shape shape = shape_of(name);
        if (!over_.empty()) return close_deep(name);
        if (name == "br") out_ += "<br>";
        for (std::size_t depth = open_.size(); depth > 0; --depth) {
            const Open& element = open_[depth - 1];
            const bool same_heading = shape == Shape::heading && element.shape == Shape::heading;
            if (element.name == name || same_heading) return close_down_to(depth - 1);
            // "<b><p></b>": a phrase ends no block. "<td></div>": what is outside of a table ends none of its cells.
            if (shape == Shape::phrase && element.shape != Shape::phrase) return;
            if (is_table_part(element.shape) && !is_table_part(shape)) break;
            if (element.shape == Shape::table) break;
        }
        if (name == "p") out_ += "<p></p>";
    }

    /// Of what was opened too deep only the last ones are looked at.
    void close_deep(const std::string& name) {
        constexpr std::size_t looked_at = 16;
        const std::size_t from = over_.size() - std::min(over_.size(), looked_at);
        for (std::size_t depth = over_.size(); depth > from; --depth) {
            if (over_[depth - 1] != name) continue;
            over_.resize(depth - 1);
            break;
        }
        if (shape_of(name) != Shape::phrase) out_ += "<br><br>";
    }

    void close_down_to(std::size_t depth) {
        for (; open_.size() > depth; open_.pop_back()) out_ += fmt::format("</{}>", open_.back().name);
    }

    std::string_view html_;
    std::size_t most_;
    std::size_t at_ = 0;
    std::size_t elements_ = 0;
    bool comments_end_ = true;
    std::string out_;
    std::vector<Open> open_;
    std::vector<std::string> over_;
    std::map<std::string, std::size_t> ends_;  // where the next end tag of a name stands
};

}  // namespace

Result<std::string> tame(const std::string& file, std::string_view html, const Limits& limits) {
    const std::size_t most = limits.blocks * elements_for_a_block;
    Tamer tamer(html, most);
    if (!tamer.run()) {
        return tl::unexpected(Error{file, 0, fmt::format("the page has more than {} elements", most),
                                    "split it, or check that it is a paper"});
    }
    return tamer.take();
}

}  // namespace boardcheck::ingest
