#include "ingest/office/odf_lists.hpp"

#include <algorithm>

#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

constexpr int largest = 1'000'000;  // no paper counts further, and sums stay sums

bool look_alike(const OdfLabel& a, const OdfLabel& b) {
    return a.kind == b.kind && a.numerals == b.numerals && a.prefix == b.prefix && a.suffix == b.suffix &&
           a.start == b.start;
}

}  // namespace

std::size_t OdfLists::suspend() {
    const std::size_t before = base_;
    base_ = open_.size();
    box_ = {};
    return before;
}

void OdfLists::resume(std::size_t before) {
    base_ = before;
    box_ = {};
}

std::size_t OdfLists::counters_for(const pugi::xml_node& node, std::string_view style) {
    const auto continued = by_id_.find(attribute(node, "continue-list"));
    if (has_attribute(node, "continue-list") && continued != by_id_.end()) return continued->second;
    const auto last = by_style_.find(style);
    if (attribute(node, "continue-numbering") == "true" && last != by_style_.end()) return last->second;
    counters_.emplace_back();
    return counters_.size() - 1;
}

void OdfLists::enter_list(const pugi::xml_node& node) {
    OpenList list;
    list.style = attribute(node, "style-name");
    const bool inner = open_.size() > base_;
    if (inner && (list.style.empty() || list.style == open_.back().style)) {
        list.style = open_.back().style;
        list.counters = open_.back().counters;
    } else {
        list.counters = counters_for(node, list.style);
        if (!list.style.empty()) by_style_[list.style] = list.counters;
    }
    const std::string_view id = attribute(node, "id");
    if (!id.empty()) by_id_[id] = list.counters;
    open_.push_back(list);
}

void OdfLists::leave_list() {
    if (open_.size() > base_) open_.pop_back();
}

void OdfLists::enter_item(const pugi::xml_node& node) {
    if (open_.size() <= base_) return;
    OpenList& list = open_.back();
    list.fresh = true;
    list.header = local_name(node) == "list-header";
    list.start = has_attribute(node, "start-value") ? number_in(attribute(node, "start-value"), unset) : unset;
}

void OdfLists::leave_item() {
    if (open_.size() > base_) open_.back().fresh = false;
}

void OdfLists::count(Counters& counters, const OdfLabels& labels, std::size_t level, int start) {
    int& at = counters.at[level - 1];
    at = start >= 0 ? start : at == unset ? labels[level - 1].start : at + 1;
    at = std::min(at, largest);
    std::fill(counters.at.begin() + static_cast<std::ptrdiff_t>(level), counters.at.end(), unset);
}

std::string OdfLists::number(const Counters& counters, const OdfLabels& labels, std::size_t level) {
    const OdfLabel& label = labels[level - 1];
    if (label.kind != OdfLabel::Kind::number || !label.shown) return {};
    std::string out(label.prefix);
    const std::size_t shown = std::min(level, static_cast<std::size_t>(label.levels_shown));
    bool first = true;
    for (std::size_t i = level - shown; i < level; ++i) {
        if (!labels[i].shown) continue;
        if (!first) out += '.';
        first = false;
        out += numeral(counters.at[i] == unset ? labels[i].start : counters.at[i], labels[i].numerals);
    }
    out += label.suffix;
    return without_stop(out);
}

OdfPoint OdfLists::paragraph(std::string_view style) {
    OdfPoint point;
    if (open_.size() <= base_) {
        box_ = {};
        return point;
    }
    OpenList& list = open_.back();
    point.level = open_.size() - base_;
    point.list = static_cast<std::uint32_t>(list.counters) + 1;
    const bool labelled = list.fresh;
    list.fresh = false;
    if (list.header) return point;
    const std::string_view name = list.style.empty() ? styles_->list_of_paragraph(style) : list.style;
    const OdfLabels* labels = styles_->list(name);
    if (labels == nullptr) {
        point.item = true;  // the program's own default, a bullet
        return point;
    }
    const std::size_t level = std::min(point.level, odf_levels);
    const OdfLabel& label = (*labels)[level - 1];
    Counters& counters = slides_ ? box_.counters : counters_[list.counters];
    if (labelled && slides_) count_in_box(*labels, level, list.start);
    if (labelled && !slides_) count(counters, *labels, level, list.start);
    std::string printed = number(counters, *labels, level);
    point.item = label.kind == OdfLabel::Kind::bullet || (!printed.empty() && !numbers_clause(printed));
    if (labelled) point.number = std::move(printed);
    return point;
}

void OdfLists::count_in_box(const OdfLabels& labels, std::size_t level, int start) {
    const OdfLabel& label = labels[level - 1];
    const OdfLabel*& last = box_.labels[level - 1];
    if (last == nullptr || !look_alike(*last, label)) box_.counters.at[level - 1] = unset;
    last = label.kind == OdfLabel::Kind::number ? &label : nullptr;
    std::fill(box_.labels.begin() + static_cast<std::ptrdiff_t>(level), box_.labels.end(), nullptr);
    count(box_.counters, labels, level, start);
}

std::string OdfLists::heading(const pugi::xml_node& node, std::size_t level) {
    level = std::clamp<std::size_t>(level, 1, odf_levels);
    if (attribute(node, "is-list-header") == "true") return {};
    const bool restart = attribute(node, "restart-numbering") == "true";
    const OdfLabels& labels = styles_->outline();
    int start = unset;
    if (restart) start = number_in(attribute(node, "start-value"), labels[level - 1].start);
    count(outline_, labels, level, start);
    return number(outline_, labels, level);
}

}  // namespace boardcheck::ingest
