#include "ingest/candidate.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "ingest/characters.hpp"
#include "ingest/sniff.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::size_t names_shown = 5;
constexpr std::array<std::string_view, 22> endings{
    ".doc", ".docm", ".docx", ".dot",  ".dotm", ".dotx", ".htm",  ".html", ".markdown", ".md",  ".odp",
    ".odt", ".pdf",  ".pps",  ".ppsx", ".ppt",  ".pptm", ".pptx", ".rtf",  ".text",     ".txt", ".zip"};

std::string_view last_part(std::string_view name) { return name.substr(name.find_last_of('/') + 1); }

bool named_as_paper(std::string_view name) {
    const std::string_view part = last_part(name);
    const auto dot = part.rfind('.');
    if (dot == std::string_view::npos) return false;
    return std::find(endings.begin(), endings.end(), lower(part.substr(dot))) != endings.end();
}

bool holds_a_paper(std::string_view beginning) {
    if (beginning.starts_with("PK\x03\x04")) {
        const auto has = [beginning](std::string_view mark) { return beginning.find(mark) != std::string_view::npos; };
        return has("word/") || has("ppt/") || has("opendocument.text") || has("opendocument.presentation");
    }
    const auto format = sniff("", beginning, {});
    return format && (*format == Format::pdf || *format == Format::html);
}

}  // namespace

bool is_ignored(std::string_view name) {
    const bool hidden = name.starts_with('.') || name.find("/.") != std::string_view::npos;
    const bool left_behind = name.starts_with("__MACOSX/") || name.find("/__MACOSX/") != std::string_view::npos;
    const std::string part = lower(last_part(name));
    return hidden || left_behind || part.substr(0, part.rfind('.')) == "readme" || part == "thumbs.db" ||
           part == "desktop.ini" || part.starts_with("~$");
}

bool is_paper(std::string_view name, std::string_view beginning) {
    return named_as_paper(name) || holds_a_paper(beginning);
}

Notice left_out_notice(const std::string& where, const std::vector<std::string>& names) {
    const bool one = names.size() == 1;
    const std::size_t shown = std::min(names.size(), names_shown);
    const std::vector<std::string> first(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown));
    return {where, 0,
            fmt::format("{} left out, as {}: {}{}", one ? "1 file was" : fmt::format("{} files were", names.size()),
                        one ? "it is no paper" : "they are no papers", fmt::join(first, ", "),
                        shown == names.size() ? "" : fmt::format(" and {} more", names.size() - shown))};
}

}  // namespace boardcheck::ingest
