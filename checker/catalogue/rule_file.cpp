#include "catalogue/rule_file.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace boardcheck::catalogue {

LineIndex::LineIndex(std::string_view bytes) : starts_{0} {
    for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
        starts_.push_back(static_cast<std::ptrdiff_t>(at) + 1);
}

std::uint32_t LineIndex::line(std::ptrdiff_t offset) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), std::max<std::ptrdiff_t>(offset, 0));
    return static_cast<std::uint32_t>(next - starts_.begin());
}

namespace {

/// The number of bytes of the UTF-8 character at `text[0]`; 0 where there is none.
std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto lead = byte(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xc0u) != 0x80u) return 0;
    const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
    const bool beyond = (lead == 0xed && byte(1) >= 0xa0) || (lead == 0xf4 && byte(1) >= 0x90);
    return overlong || beyond ? 0 : length;
}

/// Where `text` stops being UTF-8 without NUL; its size where it never does.
std::size_t valid_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] > '\0') {
            ++at;
            continue;
        }
        const auto step = text[at] == '\0' ? 0 : utf8_length(text.substr(at));
        if (step == 0) return at;
        at += step;
    }
    return at;
}

bool blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

bool is_words(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

bool among(Names names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

std::string list_of(const std::vector<std::string_view>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

/// What an editor writes to find the schema says nothing to us.
bool for_editors(std::string_view attribute) {
    return attribute.substr(0, 5) == "xmlns" || attribute.substr(0, 4) == "xsi:";
}

}  // namespace

std::optional<XmlFile> XmlFile::parse(const RuleFile& file, Faults& faults) {
    XmlFile out(file.name, file.bytes, faults);
    if (const auto end = valid_prefix(file.bytes); end != file.bytes.size()) {
        out.fault(out.lines_.line(static_cast<std::ptrdiff_t>(end)), "the file is not UTF-8 text",
                  "save it in the encoding UTF-8");
        return {};
    }
    const auto parsed = out.document_->load_buffer(file.bytes.data(), file.bytes.size(),
                                                   pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (parsed.status == pugi::status_no_document_element) {
        out.fault(1, "the file holds no element", "write its root element, or take the file away");
        return {};
    }
    if (!parsed) {
        std::string why = parsed.description();
        if (!why.empty() && why[0] >= 'A' && why[0] <= 'Z') why[0] = static_cast<char>(why[0] - 'A' + 'a');
        out.fault(out.lines_.line(parsed.offset), "the XML is not well-formed: " + why,
                  "close every element in the order in which they were opened, and write &lt; and &amp; for < and &");
        return {};
    }
    for (auto node = out.root().next_sibling(); node; node = node.next_sibling()) {
        if (node.type() != pugi::node_element) continue;
        out.fault(node, fmt::format("a second root element <{}>", node.name()), "keep one root element in a file");
    }
    return out;
}

std::uint32_t XmlFile::line(pugi::xml_node node) const { return lines_.line(node.offset_debug()); }

void XmlFile::fault(pugi::xml_node node, std::string message, std::string mend) const {
    fault(line(node), std::move(message), std::move(mend));
}

void XmlFile::fault(std::uint32_t line, std::string message, std::string mend) const {
    faults_->add({name_, line, std::move(message), std::move(mend)});
}

void XmlFile::expect_attribute(pugi::xml_node node, pugi::xml_attribute attribute, Names required,
                               Names optional) const {
    const std::string_view name = attribute.name();
    if (for_editors(name)) return;
    if (!among(required, name) && !among(optional, name)) {
        std::vector<std::string_view> allowed(required);
        allowed.insert(allowed.end(), optional);
        std::string mend = did_you_mean(nearest(allowed, name), "\"", "\"");
        if (!mend.empty()) mend += ' ';
        mend += allowed.empty() ? fmt::format("<{}> has no attributes", node.name())
                                : fmt::format("<{}> has: {}", node.name(), list_of(allowed));
        fault(node, fmt::format("<{}> has an unknown attribute \"{}\"", node.name(), name), mend);
    } else if (blank(attribute.value())) {
        fault(node, fmt::format("<{}> has an empty attribute \"{}\"", node.name(), name),
              "give it a value, or leave it out");
    }
    for (auto later = attribute.next_attribute(); later; later = later.next_attribute())
        if (name == later.name())
            fault(node, fmt::format("<{}> has the attribute \"{}\" twice", node.name(), name), "keep one of them");
}

void XmlFile::expect_attributes(pugi::xml_node node, Names required, Names optional) const {
    for (const auto attribute : node.attributes()) expect_attribute(node, attribute, required, optional);
    for (const auto name : required)
        if (!node.attribute(name.data()))
            fault(node, fmt::format("<{}> has no attribute \"{}\"", node.name(), name),
                  fmt::format("write <{} {}=\"...\">", node.name(), name));
}

void XmlFile::expect_elements(pugi::xml_node node, Names allowed) const {
    for (const auto child : node.children()) {
        const bool element = child.type() == pugi::node_element;
        if (element ? among(allowed, child.name()) : blank(child.value())) continue;
        const auto what = element ? fmt::format("<{}> has an unknown element <{}>", node.name(), child.name())
                                  : fmt::format("words stand directly in <{}>", node.name());
        std::string mend = element ? did_you_mean(nearest(allowed, child.name()), "<", ">") : "";
        if (!mend.empty()) mend += ' ';
        mend += allowed.size() == 0 ? fmt::format("<{}> holds nothing", node.name())
                                    : fmt::format("<{}> holds: {}", node.name(), list_of(allowed));
        fault(child, what, mend);
    }
}

void XmlFile::expect_words(pugi::xml_node node) const {
    for (const auto child : node.children())
        if (child.type() == pugi::node_element)
            fault(child, fmt::format("<{}> stands in <{}>, which holds words only", child.name(), node.name()),
                  "take it out");
}

std::string XmlFile::words(pugi::xml_node node) const {
    expect_words(node);
    std::string all;
    for (const auto child : node.children())
        if (is_words(child)) all += child.value();
    all = single_spaced(all);
    if (all.empty()) fault(node, fmt::format("<{}> is empty", node.name()), "write its words, or take the element out");
    return all;
}

std::string XmlFile::words_of_child(pugi::xml_node node, std::string_view name) const {
    if (!node.child(name.data()))
        fault(node, fmt::format("<{}> has no <{}>", node.name(), name), fmt::format("add <{0}>...</{0}>", name));
    return words_of_optional_child(node, name);
}

std::string XmlFile::words_of_optional_child(pugi::xml_node node, std::string_view name) const {
    const auto child = node.child(name.data());
    if (!child) return {};
    expect_attributes(child, {}, {});
    if (const auto second = child.next_sibling(name.data()))
        fault(second, fmt::format("<{}> has a second <{}>", node.name(), name), "keep one of them");
    return words(child);
}

std::optional<Date> XmlFile::parsed_date(pugi::xml_node node, const char* attribute, std::string_view text) const {
    auto date = parse_date(text);
    if (!date)
        fault(node, fmt::format("<{}>: {}=\"{}\" is not a date", node.name(), attribute, text),
              "write a day, month or year that exists, as 2021-07-06, 2021-07 or 2021");
    return date;
}

std::optional<Date> XmlFile::date(pugi::xml_node node, const char* attribute) const {
    const std::string_view text = node.attribute(attribute).value();
    if (blank(text)) return {};
    return parsed_date(node, attribute, text);
}

std::vector<Date> XmlFile::dates(pugi::xml_node node, const char* attribute) const {
    std::vector<Date> dates;
    for (const auto each : split(node.attribute(attribute).value())) {
        if (const auto date = parsed_date(node, attribute, each)) dates.push_back(*date);
    }
    return dates;
}

std::optional<int> XmlFile::whole_number(pugi::xml_node node, const char* attribute, int low, int high) const {
    const auto found = node.attribute(attribute);
    if (!found || blank(found.value())) return {};
    const std::string_view text = found.value();
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= low && number <= high) return number;
    fault(node, fmt::format("<{}>: {}=\"{}\" is no such number", node.name(), attribute, text),
          fmt::format("write a whole number from {} to {}", low, high));
    return {};
}

bool XmlFile::well_formed_id(pugi::xml_node node, const char* attribute) const {
    const std::string_view value = node.attribute(attribute).value();
    if (value.empty()) return false;  // already a fault
    constexpr std::string_view id_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:";
    if (value.find_first_not_of(id_letters) == std::string_view::npos) return true;
    fault(node, fmt::format("<{}>: {}=\"{}\" is not an id", node.name(), attribute, value),
          "use letters, digits and hyphens, without spaces");
    return false;
}

void XmlFile::bad_choice(pugi::xml_node node, const char* attribute, const std::vector<std::string_view>& names) const {
    const std::string_view value = node.attribute(attribute).value();
    if (blank(value)) return;  // already a fault
    std::string mend = did_you_mean(nearest(names, value), "\"", "\"");
    if (!mend.empty()) mend += ' ';
    fault(node, fmt::format("<{}>: {}=\"{}\" is not one of its values", node.name(), attribute, value),
          mend + "its values are: " + list_of(names));
}

}  // namespace boardcheck::catalogue
