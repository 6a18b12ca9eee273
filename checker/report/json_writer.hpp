// JSON written as it comes: a pack has hundreds of thousands of values, and a tree of them would cost more than the
// papers did.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace boardcheck::report {

/// Laid out as nlohmann's `dump(2)`; text that is not UTF-8 becomes U+FFFD. Every value in an object comes right after
/// its key.
class JsonWriter {
public:
    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(const char* text) { value(std::string_view(text)); }
    void value(std::nullptr_t) {
        place();
        out_ += "null";
    }
    void value(const nlohmann::ordered_json& tree);
    void value(const std::vector<std::string>& texts);
    template <std::same_as<bool> Bool>
    void value(Bool truth) {
        place();
        out_ += truth ? "true" : "false";
    }
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) void value(Number number) {
        place();
        char digits[24];
        out_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    }

    template <typename Value>
    void member(std::string_view name, const Value& what) {
        key(name);
        value(what);
    }

    std::string take() && { return std::move(out_); }

private:
    void begin(char bracket);
    void end(char bracket);
    /// What stands before a value or key: a comma, and a line of its own, unless a key has just been written.
    void place();
    void write(std::string_view text);

    std::string out_;
    std::size_t depth_ = 0;
    bool first_ = true;       // nothing yet in the innermost object or array
    bool after_key_ = false;  // the value of a key comes
};

}  // namespace boardcheck::report
