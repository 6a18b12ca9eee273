#include "ingest/prepare.hpp"

namespace boardcheck::ingest {

Prepared prepare(std::string_view text, std::uint32_t begin, const Limits&) {
    Prepared prepared;
    prepared.source.replace({0, begin}, 0);
    prepared.text = text.substr(begin);
    prepared.source.copy(begin, static_cast<std::uint32_t>(prepared.text.size()));
    prepared.cuts = {0, static_cast<std::uint32_t>(prepared.text.size())};
    return prepared;
}

}  // namespace boardcheck::ingest
