// Memory for one parse: handed out from large blocks, given back all at once.
//
// cmark-gfm asks for some hundred bytes for every piece of a paragraph. Its own arena is one for the whole process, so
// threads cannot share it; this one belongs to the thread.
#pragma once

struct cmark_mem;

namespace boardcheck::ingest {

/// An allocator for cmark-gfm, for this thread.
cmark_mem* thread_arena();
/// Gives back what the allocator of this thread has handed out; nothing made with it may be used any more.
void reset_thread_arena();

}  // namespace boardcheck::ingest
