#include "word_file.hpp"

#include <array>

namespace boardcheck::test {

namespace {

constexpr std::string_view namespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office")"
    R"( xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/")";
constexpr std::string_view relationship_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

struct Kind {
    std::string_view name;     // at the beginning of the part's name
    std::string_view element;  // around its contents
    std::string_view type;     // of the relationship that leads to it
};
constexpr std::array kinds{Kind{"document", "w:document", "officeDocument"},
                           Kind{"styles", "w:styles", "styles"},
                           Kind{"numbering", "w:numbering", "numbering"},
                           Kind{"footnotes", "w:footnotes", "footnotes"},
                           Kind{"endnotes", "w:endnotes", "endnotes"},
                           Kind{"comments", "w:comments", "comments"},
                           Kind{"header", "w:hdr", "header"},
                           Kind{"footer", "w:ftr", "footer"},
                           Kind{"core", "w:core", "core-properties"},
                           Kind{"macros", "w:macros", "vbaProject"},
                           Kind{"diagram", "dgm:dataModel", "diagramData"}};

const Kind* kind_of(std::string_view part) {
    for (const Kind& kind : kinds) {
        if (part.starts_with(kind.name)) return &kind;
    }
    return nullptr;
}

std::string relationships(std::string_view inside) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
           std::string(inside) + "</Relationships>";
}

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
    std::string out = "<Relationship Id=\"";
    out.append(id).append("\" Type=\"").append(relationship_types).append(type);
    return out.append("\" Target=\"").append(target).append("\"/>");
}

}  // namespace

Parts word_parts(std::string_view text) {
    Parts parts;
    parts.emplace_back("[Content_Types].xml",
                       R"(<Types><Override PartName="/word/document.xml" ContentType="application/)"
                       R"(vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)");
    std::string of_package = relationship("main", "officeDocument", "word/document.xml");
    std::string of_main;
    for (const auto& [name, inside] : parts_in(text)) {
        const Kind* kind = kind_of(name);
        if (kind == nullptr) continue;
        const bool main = kind->type == "officeDocument";
        std::string part = "<" + std::string(kind->element) + std::string(namespaces) + ">";
        part.append(main ? "<w:body>" : "").append(inside).append(main ? "</w:body>" : "");
        part.append("</").append(kind->element).append(">");
        parts.emplace_back("word/" + name + ".xml", std::move(part));
        if (kind->name == "core") {
            of_package += relationship(name, kind->type, "word/" + name + ".xml");
        } else if (!main) {
            of_main += relationship(name, kind->type, name + ".xml");
        }
    }
    parts.emplace_back("_rels/.rels", relationships(of_package));
    parts.emplace_back("word/_rels/document.xml.rels", relationships(of_main));
    return parts;
}

}  // namespace boardcheck::test
