#include "ingest/markdown/arena.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

#include <cmark-gfm.h>

namespace boardcheck::ingest {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;
constexpr std::size_t alignment = alignof(std::max_align_t);

class Arena {
public:
    void* allocate(std::size_t size) {
        // The size is kept in front, for `reallocate`.
        const std::size_t whole = alignment + (size + alignment - 1) / alignment * alignment;
        if (block_ == blocks_.size() || blocks_[block_].size - used_ < whole) next_block(whole);
        std::byte* at = blocks_[block_].bytes.get() + used_;
        used_ += whole;
        std::memcpy(at, &size, sizeof size);
        return at + alignment;
    }
    void* reallocate(void* old, std::size_t size) {
        if (old == nullptr) return allocate(size);
        std::size_t old_size = 0;
        std::memcpy(&old_size, static_cast<std::byte*>(old) - alignment, sizeof old_size);
        if (size <= old_size) return old;
        void* grown = allocate(size);
        std::memcpy(grown, old, old_size);
        return grown;
    }
    /// Keeps the first block for the next parse.
    void reset() {
        if (blocks_.size() > 1) blocks_.resize(1);
        block_ = used_ = 0;
    }

private:
    struct Block {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size = 0;
    };
    void next_block(std::size_t least) {
        const std::size_t size = std::max(block_size, least);
        blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
        block_ = blocks_.size() - 1;
        used_ = 0;
    }

    std::vector<Block> blocks_;
    std::size_t block_ = 0;
    std::size_t used_ = 0;
};

thread_local Arena arena;

void* arena_calloc(std::size_t count, std::size_t size) {
    void* bytes = arena.allocate(count * size);
    std::memset(bytes, 0, count * size);
    return bytes;
}
void* arena_realloc(void* old, std::size_t size) { return arena.reallocate(old, size); }
void arena_free(void*) {}

}  // namespace

cmark_mem* thread_arena() {
    static cmark_mem functions{arena_calloc, arena_realloc, arena_free};
    return &functions;
}

void reset_thread_arena() { arena.reset(); }

}  // namespace boardcheck::ingest
