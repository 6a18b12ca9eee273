// Work on many independent things with all cores.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace boardcheck::cli {

/// Calls work(0) ... work(count - 1), each once, in several threads; rethrows the first exception when all have ended.
template <typename Work>
void for_each_index(std::size_t count, const Work& work) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex failing;
    const auto take_work = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) work(i);
        } catch (...) {
            const std::lock_guard lock(failing);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < std::min(cores, count); ++i) threads.emplace_back(take_work);
        take_work();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace boardcheck::cli
