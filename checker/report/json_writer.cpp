#include "report/json_writer.hpp"

#include <algorithm>

namespace boardcheck::report {

using nlohmann::ordered_json;

namespace {

constexpr std::size_t indent = 2;

/// Characters that stand for themselves; all others are left to the library.
bool is_plain(char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; }

}  // namespace

void JsonWriter::place() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    out_ += first_ ? "\n" : ",\n";
    out_.append(indent * depth_, ' ');
    first_ = false;
}

void JsonWriter::begin(char bracket) {
    place();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::end(char bracket) {
    --depth_;
    if (!first_) {
        out_ += '\n';
        out_.append(indent * depth_, ' ');
    }
    out_ += bracket;
    first_ = false;
}

void JsonWriter::write(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), is_plain)) {
        out_ += '"';
        out_ += text;
        out_ += '"';
    } else {
        out_ += ordered_json(text).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    }
}

void JsonWriter::key(std::string_view name) {
    place();
    write(name);
    out_ += ": ";
    after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
    place();
    write(text);
}

void JsonWriter::value(const std::vector<std::string>& texts) {
    begin_array();
    for (const std::string& text : texts) value(text);
    end_array();
}

void JsonWriter::value(const ordered_json& tree) {
    if (tree.is_object()) {
        begin_object();
        for (const auto& [name, part] : tree.items()) member(name, part);
        end_object();
    } else if (tree.is_array()) {
        begin_array();
        for (const ordered_json& part : tree) value(part);
        end_array();
    } else {
        place();
        out_ += tree.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    }
}

}  // namespace boardcheck::report
