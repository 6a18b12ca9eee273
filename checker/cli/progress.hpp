// "12 of 40 papers" on a line of its own, for people who wait at a terminal.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <mutex>
#include <string>

namespace boardcheck::cli {

class Progress {
public:
    /// Stays silent where `shown` is false. The line is gone when the object is.
    Progress(std::ostream& err, bool shown, std::size_t total, std::string noun);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    /// One more is done; may be called from any thread.
    void done();

private:
    std::ostream& err_;
    bool shown_;
    std::size_t done_ = 0, total_;
    std::string noun_;
    std::mutex mutex_;
};

}  // namespace boardcheck::cli
