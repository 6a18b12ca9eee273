// HTML that is well formed because it can be written in no other way: elements nest, text is escaped once, on the way
// in.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace boardcheck::report {

class Markup {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// Attributes with an empty value are left out.
    Markup& open(std::string_view tag, Attributes attributes = {});
    /// Closes the element that was opened last.
    Markup& close();
    Markup& text(std::string_view text);
    /// An element with nothing but text in it.
    Markup& element(std::string_view tag, std::string_view text, Attributes attributes = {});
    /// An element that has no end tag: meta, input.
    Markup& single(std::string_view tag, Attributes attributes = {});
    /// The style sheet: our own constant text, which HTML reads unescaped.
    Markup& style(std::string_view sheet);
    /// A script: our own constant text, likewise.
    Markup& script(std::string_view source);
    /// The whole document; every element must be closed.
    std::string finish() &&;

private:
    std::string out_ = "<!DOCTYPE html>\n";
    std::vector<std::string> open_;
};

}  // namespace boardcheck::report
