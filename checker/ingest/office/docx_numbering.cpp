#include "ingest/office/docx_numbering.hpp"

#include <algorithm>

#include "ingest/office/docx_tree.hpp"
#include "ingest/office/numeral.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest::docx {

namespace {

bool is_level(int level) { return level >= 0 && level < list_levels; }

int value_of(const pugi::xml_node& node, std::string_view name, int fallback = 0) {
    return number_in(attribute(child(node, name), "val"), fallback);
}

/// New formats stand beside an old one, for programs that do not know them.
std::string format_of(const pugi::xml_node& level) {
    pugi::xml_node node = child(level, "numFmt");
    if (!node) node = child(child(child(level, "AlternateContent"), "Fallback"), "numFmt");
    return node ? std::string(attribute(node, "val")) : "decimal";
}

ListLevel read_level(const pugi::xml_node& node) {
    ListLevel level;
    level.start = value_of(node, "start");
    level.format = format_of(node);
    level.text = attribute(child(node, "lvlText"), "val");
    level.restart = value_of(node, "lvlRestart", -1);
    level.legal = is_on(child(node, "isLgl"));
    level.style = attribute(child(node, "pStyle"), "val");
    if (child(node, "lvlPicBulletId")) level.format = "bullet";
    return level;
}

/// "5.2", "(a)", "Appendix 1" for what is printed as "5.2.", "(a)", "Appendix 1: ".
std::string without_ending(std::string_view text) {
    std::string number = without_stop(text);
    if (number.size() > 1 && number.front() == '.') number.erase(0, 1);  // behind a level that has no number
    constexpr std::array<std::string_view, 4> endings{":", "-", "–", "—"};
    for (const std::string_view ending : endings) {
        if (number.ends_with(ending))
            number = without_stop(std::string_view(number).substr(0, number.size() - ending.size()));
    }
    return number;
}

}  // namespace

Numbering::Numbering(const pugi::xml_document& tree, const Styles& styles) {
    for (const pugi::xml_node node : tree.document_element().children()) {
        const auto name = local_name(node);
        if (name == "abstractNum") read_abstract(node);
        if (name == "num") read_list(node);
    }
    follow_links(styles);
}

void Numbering::read_abstract(const pugi::xml_node& node) {
    const int id = number_in(attribute(node, "abstractNumId"));
    Levels& levels = abstracts_[id];
    for (const pugi::xml_node each : node.children()) {
        const auto name = local_name(each);
        if (name == "numStyleLink") links_[id] = attribute(each, "val");
        const int level = number_in(attribute(each, "ilvl"));
        if (name == "lvl" && is_level(level)) levels[static_cast<std::size_t>(level)] = read_level(each);
    }
}

void Numbering::read_list(const pugi::xml_node& node) {
    List& list = lists_[number_in(attribute(node, "numId"))];
    list.abstract = value_of(node, "abstractNumId");
    for (const pugi::xml_node each : node.children()) {
        const int level = number_in(attribute(each, "ilvl"));
        if (local_name(each) != "lvlOverride" || !is_level(level)) continue;
        if (const auto own = child(each, "lvl")) list.levels[level] = read_level(own);
        if (const auto start = child(each, "startOverride")) list.starts[level] = number_in(attribute(start, "val"));
    }
}

/// A list that names a style has the levels of the list that the style names.
void Numbering::follow_links(const Styles& styles) {
    for (const auto& [id, name] : links_) {
        const Style* style = styles.find(name);
        if (style == nullptr || !style->place.list) continue;
        const auto list = lists_.find(*style->place.list);
        if (list == lists_.end() || links_.count(list->second.abstract) > 0) continue;
        const int target = list->second.abstract;
        if (abstracts_.count(target) == 0) continue;
        for (auto& [number, each] : lists_) {
            if (each.abstract == id) each.abstract = target;
        }
    }
}

const ListLevel& Numbering::level_of(const List& list, int level) const {
    const auto own = list.levels.find(level);
    if (own != list.levels.end()) return own->second;
    return abstracts_.at(list.abstract)[static_cast<std::size_t>(level)];
}

/// The level that names the style: of a heading, its level of the headings' list.
int Numbering::level_of_style(const List& list, const Style& style) const {
    for (const std::string_view name : {std::string_view(style.id), std::string_view(style.numbered_by)}) {
        for (int level = 0; level < list_levels; ++level) {
            if (!name.empty() && level_of(list, level).style == name) return level;
        }
    }
    return style.place.level.value_or(0);
}

std::optional<ListMark> Numbering::next(const Style& style, const ListPlace& direct) {
    const int id = direct.list ? *direct.list : style.place.list.value_or(0);
    const auto found = lists_.find(id);
    if (id == 0 || found == lists_.end() || abstracts_.count(found->second.abstract) == 0) return std::nullopt;
    const List& list = found->second;
    int level = 0;
    if (direct.level) {
        level = *direct.level;
    } else if (!direct.list) {
        level = level_of_style(list, style);
    }
    level = std::clamp(level, 0, list_levels - 1);
    count(id, list, level);
    const ListLevel& form = level_of(list, level);
    ListMark mark{level, form.format == "bullet", {}};
    if (!mark.bullet) mark.number = text_of(list, level);
    return mark;
}

int Numbering::start_of(const List& list, int level) const {
    const auto own = list.starts.find(level);
    return own != list.starts.end() ? own->second : level_of(list, level).start;
}

void Numbering::count(int id, const List& list, int level) {
    Counter& counter = counters_[list.abstract];
    const auto at = static_cast<std::size_t>(level);
    if (list.starts.count(level) > 0 && !restarted_[id].test(at)) {
        restarted_[id].set(at);
        counter.started.reset(at);
    }
    for (std::size_t outer = 0; outer <= at; ++outer) {
        const bool counted = counter.started.test(outer);
        if (!counted) counter.value[outer] = start_of(list, static_cast<int>(outer));
        if (counted && outer == at && counter.value[at] < 1'000'000) ++counter.value[at];
        counter.started.set(outer);
    }
    for (std::size_t inner = at + 1; inner < list_levels; ++inner) {
        const int restart = level_of(list, static_cast<int>(inner)).restart;
        if (restart < 0 || level < restart) counter.started.reset(inner);
    }
}

std::string Numbering::text_of(const List& list, int level) const {
    const ListLevel& form = level_of(list, level);
    const Counter& counter = counters_.at(list.abstract);
    std::string out;
    for (std::size_t i = 0; i < form.text.size(); ++i) {
        const char digit = i + 1 < form.text.size() && form.text[i] == '%' ? form.text[i + 1] : '0';
        if (digit < '1' || digit > '9') {
            out += form.text[i];
            continue;
        }
        ++i;
        const int named = digit - '1';
        if (named > level) continue;
        const std::string& format = level_of(list, named).format;
        const int value = counter.value[static_cast<std::size_t>(named)];
        out += form.legal && format != "none" ? list_number(value, "decimal") : list_number(value, format);
    }
    return without_ending(out);
}

}  // namespace boardcheck::ingest::docx
