// Time that a test takes of the processor, so that a busy machine fails nothing; sanitizers get a multiple of it.
#pragma once

#include <ctime>

namespace boardcheck::test {

class Stopwatch {
public:
    /// Processor time of the whole program since the watch was made, as it would be without sanitizers, about.
    double seconds() const {
        const double taken = static_cast<double>(std::clock() - begin_) / CLOCKS_PER_SEC;
        return taken / slowness;
    }

private:
#if defined(__SANITIZE_ADDRESS__)
    static constexpr double slowness = 8;
#else
    static constexpr double slowness = 1;
#endif
    std::clock_t begin_ = std::clock();
};

}  // namespace boardcheck::test
