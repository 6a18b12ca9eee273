#include "ingest/sniff.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "ingest/characters.hpp"
#include "ingest/office/package.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::size_t pdf_header_within = 1024;  // as Acrobat and poppler allow
constexpr std::size_t markup_within = 4096;

struct Kind {
    std::string_view mark;  // in the package's list of content types, or its mimetype
    Format format;
};
// Documents and templates, with and without macros.
constexpr std::array kinds{Kind{"wordprocessingml.document.main+xml", Format::docx},
                           Kind{"wordprocessingml.template.main+xml", Format::docx},
                           Kind{"ms-word.document.macroEnabled.main+xml", Format::docx},
                           Kind{"ms-word.template.macroEnabledTemplate.main+xml", Format::docx},
                           Kind{"presentationml.presentation.main+xml", Format::pptx},
                           Kind{"presentationml.slideshow.main+xml", Format::pptx},
                           Kind{"presentationml.template.main+xml", Format::pptx},
                           Kind{"ms-powerpoint.presentation.macroEnabled.main+xml", Format::pptx},
                           Kind{"ms-powerpoint.slideshow.macroEnabled.main+xml", Format::pptx},
                           Kind{"opendocument.text", Format::odt},
                           Kind{"opendocument.presentation", Format::odp}};

Error not_read(const std::string& file, std::string what, std::string mend) {
    return {file, 0, std::move(what), std::move(mend)};
}

Result<Format> kind_of(const std::string& file, std::string_view types) {
    for (const Kind& kind : kinds) {
        if (types.find(kind.mark) != std::string_view::npos) return kind.format;
    }
    return tl::unexpected(not_read(file, "it is an office file, but neither a text nor a presentation",
                                   "give the paper itself, as a text, a presentation or a PDF"));
}

Result<Format> sniff_zip(const std::string& file, std::string_view bytes, const Limits& limits) {
    auto package = Package::open(file, bytes, limits);
    if (!package) return tl::unexpected(package.error());
    for (const std::string_view types : {"mimetype", "[Content_Types].xml"}) {
        if (!package->has(types)) continue;
        const auto text = package->read(types);
        if (!text) return tl::unexpected(text.error());
        return kind_of(file, *text);
    }
    return Format::zip;
}

/// An old Office file, or the wrapping of an encrypted new one: both are compound files with names in UTF-16.
Error compound_file(const std::string& file, std::string_view bytes) {
    constexpr std::string_view encrypted{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};
    if (bytes.find(encrypted) != std::string_view::npos) {
        return not_read(file, "the file is protected with a password", "save it without a password, and give that");
    }
    return not_read(file, "the file is in the old binary form of Office (.doc, .ppt, .xls)",
                    "save it as .docx, .pptx or PDF, and give that");
}

/// White space, comments, and the declarations that come before the first element.
std::string_view first_element(std::string_view text) {
    while (true) {
        const auto begin = text.find_first_not_of(" \t\r\n\f\xEF\xBB\xBF");
        if (begin == std::string_view::npos) return {};
        text.remove_prefix(begin);
        const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?") ? "?>" : "";
        if (end.empty()) return text;
        const auto at = text.find(end);
        if (at == std::string_view::npos) return {};
        text.remove_prefix(at + end.size());
    }
}

/// Where a zip ends; what stands in front of it may be damaged, or junk.
bool ends_as_zip(std::string_view bytes) {
    constexpr std::size_t record = 22;
    constexpr std::size_t longest_comment = 0xFFFF;
    if (bytes.size() < record) return false;
    const std::size_t begin = bytes.size() - std::min(bytes.size(), record + longest_comment);
    const auto at = bytes.rfind("PK\x05\x06", bytes.size() - record);
    return at != std::string_view::npos && at >= begin;
}

/// The ending of a name that no text has; empty for any other.
std::string_view promised(const std::string& file) {
    constexpr std::array<std::string_view, 9> never_text{".docx", ".docm", ".dotx", ".pptx", ".pptm",
                                                         ".ppsx", ".odt",  ".odp",  ".pdf"};
    const std::string name = lower(file);
    const auto* const found = std::find_if(never_text.begin(), never_text.end(),
                                           [&name](std::string_view ending) { return name.ends_with(ending); });
    return found == never_text.end() ? std::string_view() : *found;
}

bool is_html(std::string_view bytes) {
    const std::string beginning = lower(bytes.substr(0, markup_within));
    const std::string_view element = first_element(beginning);
    constexpr std::array<std::string_view, 5> marks{"<!doctype html", "<html", "<head", "<body", "<title"};
    return std::any_of(marks.begin(), marks.end(),
                       [element](std::string_view mark) { return element.starts_with(mark); });
}

}  // namespace

Result<Format> sniff(const std::string& file, std::string_view bytes, const Limits& limits) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return tl::unexpected(compound_file(file, bytes));
    if (bytes.substr(0, pdf_header_within).find("%PDF-") != std::string_view::npos) return Format::pdf;
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return sniff_zip(file, bytes, limits);
    if (is_html(bytes)) return Format::html;
    if (ends_as_zip(bytes)) return sniff_zip(file, bytes, limits);
    const std::string_view ending = promised(file);
    if (ending.empty() || bytes.empty()) return Format::text;
    return tl::unexpected(
        not_read(file, fmt::format("its name ends in {}, but its content is no such file", ending),
                 "if it is damaged, save it again from the program that made it; if it is text, rename it to .txt"));
}

}  // namespace boardcheck::ingest
