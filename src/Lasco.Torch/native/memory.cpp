// Counts the bytes of the CPU's tensors, so that managed code knows when memory that nobody disposed of is worth a
// garbage collection: to the collector, a tensor of any size is an object of some forty bytes.
#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>
#include <malloc.h>

#include <atomic>

namespace {

std::atomic<int64_t> in_use{0};

void release(void* memory) {
  in_use.fetch_sub(static_cast<int64_t>(malloc_usable_size(memory)), std::memory_order_relaxed);
  c10::free_cpu(memory);
}

struct CountingAllocator final : c10::Allocator {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 3)
  c10::DataPtr allocate(size_t bytes) override {
    return take(bytes);
  }

  void copy_data(void* target, const void* source, std::size_t count) const override {
    default_copy_data(target, source, count);
  }
#else
  c10::DataPtr allocate(size_t bytes) const override {
    return take(bytes);
  }
#endif

  c10::DeleterFnPtr raw_deleter() const override {
    return &release;
  }

  static c10::DataPtr take(size_t bytes) {
    void* memory = c10::alloc_cpu(bytes);
    in_use.fetch_add(static_cast<int64_t>(malloc_usable_size(memory)), std::memory_order_relaxed);
    return {memory, memory, &release, c10::Device(c10::kCPU)};
  }
};

CountingAllocator allocator;

}  // namespace

/// Installs the counter, once, before the first tensor is made, and tells where the count stands.
LT_EXPORT const int64_t* lt_count_memory() {
  static_assert(sizeof(in_use) == sizeof(int64_t));
  static const bool installed = (c10::SetCPUAllocator(&allocator, /*priority=*/1), true);
  (void)installed;
  return reinterpret_cast<const int64_t*>(&in_use);
}
