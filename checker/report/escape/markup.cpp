#include "report/escape/markup.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "report/escape/escape.hpp"

namespace boardcheck::report {

namespace {

/// Elements whose end is followed by a line break, so that people can read the file and compare two of them.
bool ends_line(std::string_view tag) {
    constexpr std::array<std::string_view, 10> inside{"a", "abbr", "span", "mark",  "strong",
                                                      "b", "q",    "cite", "label", "code"};
    return std::find(inside.begin(), inside.end(), tag) == inside.end();
}

}  // namespace

Markup& Markup::single(std::string_view tag, Attributes attributes) {
    out_ += '<';
    out_ += tag;
    for (const auto& [name, value] : attributes) {
        if (value.empty()) continue;
        out_ += ' ';
        out_ += name;
        out_ += "=\"";
        out_ += escape_html(value);
        out_ += '"';
    }
    out_ += '>';
    return *this;
}

Markup& Markup::open(std::string_view tag, Attributes attributes) {
    open_.emplace_back(tag);
    return single(tag, attributes);
}

Markup& Markup::close() {
    assert(!open_.empty());
    out_ += "</" + open_.back() + ">";
    if (ends_line(open_.back())) out_ += '\n';
    open_.pop_back();
    return *this;
}

Markup& Markup::text(std::string_view text) {
    out_ += escape_html(text);
    return *this;
}

Markup& Markup::element(std::string_view tag, std::string_view text, Attributes attributes) {
    return open(tag, attributes).text(text).close();
}

Markup& Markup::style(std::string_view sheet) {
    open("style");
    out_ += sheet;
    return close();
}

Markup& Markup::script(std::string_view source) {
    open("script");
    out_ += source;
    return close();
}

std::string Markup::finish() && {
    assert(open_.empty());
    return std::move(out_);
}

}  // namespace boardcheck::report
