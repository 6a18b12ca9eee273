// Faults of rule files, gathered while loading goes on, and guesses at what was meant.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"

namespace boardcheck::catalogue {

/// Collects every fault; the loader reports them all at once.
class Faults {
public:
    void add(Error fault) { faults_.push_back(std::move(fault)); }
    bool empty() const { return faults_.empty(); }
    /// In the order of file and line, then of finding; each once.
    std::vector<Error> sorted() const;

private:
    std::vector<Error> faults_;
};

/// The names most like `wanted`, nearest first, at most three; empty where none is like it.
std::vector<std::string> nearest(const std::vector<std::string_view>& names, std::string_view wanted);

/// `did you mean "a" or "b"?`; empty where there is nothing to offer.
std::string did_you_mean(const std::vector<std::string>& guesses, std::string_view open, std::string_view close);

}  // namespace boardcheck::catalogue
