// A parsed page, and what its elements say of themselves.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gumbo.h>

namespace boardcheck::ingest {

class HtmlPage {
public:
    /// `html` as `tame` writes it; it must outlive the page.
    explicit HtmlPage(std::string_view html);
    /// Null where there is none.
    const GumboNode* body() const { return body_; }
    const GumboNode* head() const { return head_; }

private:
    struct Destroy {
        void operator()(GumboOutput* output) const;
    };
    std::unique_ptr<GumboOutput, Destroy> output_;
    const GumboNode* body_ = nullptr;
    const GumboNode* head_ = nullptr;
};

bool is_element(const GumboNode& node);
/// Empty where `node` is no element.
std::vector<const GumboNode*> children_of(const GumboNode& node);
inline GumboTag tag_of(const GumboNode& node) { return is_element(node) ? node.v.element.tag : GUMBO_TAG_LAST; }
/// Empty where `node` is no text.
std::string_view text_of(const GumboNode& node);
/// All text below it.
std::string all_text(const GumboNode& node);

/// Empty where there is none.
std::string_view attribute(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);
/// The value of a property of the style attribute, in small letters: "none" of "display: none".
std::string style_of(const GumboNode& node, std::string_view property);
bool has_role(const GumboNode& node, std::string_view role);
/// "main-nav siteFooter" has the words main, nav, site and footer. Of class and id.
std::vector<std::string> naming_words(const GumboNode& node);
bool has_class(const GumboNode& node, std::string_view name);
/// 1 to 6; 0 where it is no heading.
int heading_level(const GumboNode& node);
/// Begins on a line of its own.
bool is_block(const GumboNode& node);
/// Not shown to a reader.
bool is_hidden(const GumboNode& node);

/// Whole number at the beginning of the attribute, kept within bounds; `fallback` where there is none.
int number_of(const GumboNode& node, const char* name, int fallback, int least, int most);

std::string lower_case(std::string_view text);
std::string_view trimmed(std::string_view text);

}  // namespace boardcheck::ingest
