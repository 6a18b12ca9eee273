// Compiled rules, kept between runs: compiling them anew takes longer than reading most papers.
//
// A cache is named after what it was made of (the rule files, byte for byte, and this very program), so that it is
// never out of date; one that is damaged, or cannot be written, is as good as none.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace boardcheck::cli {

class RuleCache {
public:
    /// `folder` empty: nothing is ever found or kept.
    RuleCache(std::filesystem::path folder, const std::filesystem::path& program,
              const std::vector<catalogue::RuleFile>& files);
    /// Without examples.
    std::optional<catalogue::Catalogue> find() const;
    /// Also takes away what other rules or programs left long ago.
    void keep(const catalogue::Catalogue& catalogue) const;

private:
    std::filesystem::path folder_, file_;
};

}  // namespace boardcheck::cli
