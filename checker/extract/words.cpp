#include "extract/words.hpp"

namespace boardcheck::extract {

std::string lower(std::string_view words) {
    std::string out(words);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

}  // namespace boardcheck::extract
