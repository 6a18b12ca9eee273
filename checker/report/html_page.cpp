// What all pages about papers have: head, masthead, and what could not be read.
#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

void write_head(Markup& html, std::string_view title) {
    html.open("head").single("meta", {{"charset", "utf-8"}});
    html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.single("meta", {{"http-equiv", "Content-Security-Policy"},
                         {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
    html.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html.element("title", title).style(style_sheet()).close();
}

void write_masthead(Markup& html, std::string_view brand, std::string_view title, std::string_view lead) {
    html.element("a", "Skip to the report", {{"class", "skip"}, {"href", "#report"}});
    html.open("header", {{"class", "masthead"}}).element("p", brand, {{"class", "brand"}});
    html.element("h1", title).element("p", lead, {{"class", "lead"}}).close();
}

void write_errors(Markup& html, const std::vector<Error>& errors) {
    if (errors.empty()) return;
    html.open("div", {{"class", "unread"}}).element("h3", "Papers that could not be read").open("ul");
    for (const Error& error : errors) {
        html.open("li").element("strong", error.file).text(": " + error.message);
        if (!error.mend.empty()) html.text(". To put it right: " + error.mend);
        html.close();
    }
    html.close().close();
}

void write_left_out(Markup& html, const std::vector<Notice>& notices) {
    if (notices.empty()) return;
    html.open("ul", {{"class", "notices"}});
    for (const Notice& notice : notices) {
        html.open("li").element("strong", notice.file).text(": " + notice.message).close();
    }
    html.close();
}

std::string unread_in_words(const std::vector<Error>& errors) {
    return errors.empty() ? "" : fmt::format(" {} could not be read.", counted(errors.size(), "paper"));
}

void write_notices(Markup& html, const Paper& paper, const std::string& id) {
    const auto& notices = paper.document.notices;
    if (notices.empty()) return;
    html.element("h3", "How the paper was read", {{"id", id + "-notices"}});
    html.open("ul", {{"class", "notices"}});
    for (const Notice& notice : notices) {
        const std::string where = notice.line == 0 ? "" : fmt::format("Line {}: ", notice.line);
        html.element("li", where + notice.message);
    }
    html.close();
}

}  // namespace boardcheck::report
