// One rule file as XML, read strictly: what is not expected is a fault, and every fault knows its line.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "catalogue/catalogue.hpp"
#include "catalogue/faults.hpp"
#include "catalogue/split.hpp"

namespace boardcheck::catalogue {

/// Line starts of a file, to turn byte offsets into lines.
class LineIndex {
public:
    explicit LineIndex(std::string_view bytes);
    std::uint32_t line(std::ptrdiff_t offset) const;  // 1-based

private:
    std::vector<std::ptrdiff_t> starts_;
};

using Names = std::initializer_list<std::string_view>;

class XmlFile {
public:
    /// Parses `file`; where it is not well-formed UTF-8 XML with one root element, adds the fault and returns nothing.
    static std::optional<XmlFile> parse(const RuleFile& file, Faults& faults);

    const std::string& name() const { return name_; }
    pugi::xml_node root() const { return document_->document_element(); }
    std::uint32_t line(pugi::xml_node node) const;

    void fault(pugi::xml_node node, std::string message, std::string mend) const;
    void fault(std::uint32_t line, std::string message, std::string mend) const;

    /// Faults for attributes of `node` outside these lists, for missing ones, for empty ones and for repeated ones.
    void expect_attributes(pugi::xml_node node, Names required, Names optional) const;
    /// Faults for child elements outside the list, and for words between them.
    void expect_elements(pugi::xml_node node, Names allowed) const;
    /// Faults for any child element: `node` holds words only.
    void expect_words(pugi::xml_node node) const;
    /// The words of `node` with single spaces; a fault where there are none or where elements stand among them.
    std::string words(pugi::xml_node node) const;
    /// The words of the child `name`, which must be there once; empty after a fault.
    std::string words_of_child(pugi::xml_node node, std::string_view name) const;
    /// Like words_of_child, for a child that may be missing.
    std::string words_of_optional_child(pugi::xml_node node, std::string_view name) const;
    /// A date attribute; nothing where it is missing, or after the fault where it is no date.
    std::optional<Date> date(pugi::xml_node node, const char* attribute) const;
    /// Several, with spaces between.
    std::vector<Date> dates(pugi::xml_node node, const char* attribute) const;
    /// An attribute that is a whole number from `low` to `high`; nothing where it is missing, or after the fault.
    std::optional<int> whole_number(pugi::xml_node node, const char* attribute, int low, int high) const;
    /// A fault for an id (name, reference) that is not made of letters, digits, "-", "." and ":".
    bool well_formed_id(pugi::xml_node node, const char* attribute) const;

    /// The value of `attribute` among the closed choice `choices`; the fault lists them. Nothing where it is missing.
    template <typename Choice>
    std::optional<Choice> choice(pugi::xml_node node, const char* attribute,
                                 std::initializer_list<std::pair<std::string_view, Choice>> choices) const {
        const auto found = node.attribute(attribute);
        if (!found) return {};
        std::vector<std::string_view> names;
        for (const auto& [name, value] : choices) {
            if (name == found.value()) return value;
            names.push_back(name);
        }
        bad_choice(node, attribute, names);
        return {};
    }

private:
    std::optional<Date> parsed_date(pugi::xml_node node, const char* attribute, std::string_view text) const;
    XmlFile(std::string name, std::string_view bytes, Faults& faults)
        : name_(std::move(name)), lines_(bytes), faults_(&faults), document_(std::make_unique<pugi::xml_document>()) {}
    void bad_choice(pugi::xml_node node, const char* attribute, const std::vector<std::string_view>& names) const;
    void expect_attribute(pugi::xml_node node, pugi::xml_attribute attribute, Names required, Names optional) const;

    std::string name_;
    LineIndex lines_;
    Faults* faults_;
    std::unique_ptr<pugi::xml_document> document_;
};

}  // namespace boardcheck::catalogue
