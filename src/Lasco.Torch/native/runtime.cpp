#include <ATen/Parallel.h>

#include <malloc.h>

#ifdef __GLIBC__
/// glibc hands freed memory back to the system as soon as it can, and a training step then meets a page fault at every
/// 4 kB that it takes again. The process keeps it instead, up to a gigabyte at the heap's end.
__attribute__((constructor)) static void keep_freed_memory() {
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
}
#endif

LT_EXPORT int32_t lt_get_num_threads() {
  return at::get_num_threads();
}

LT_EXPORT bool lt_set_num_threads(int32_t count) {
  return attempt([&] { at::set_num_threads(count); });
}

LT_EXPORT int32_t lt_get_num_interop_threads() {
  return static_cast<int32_t>(at::get_num_interop_threads());
}

LT_EXPORT bool lt_set_num_interop_threads(int32_t count) {
  return attempt([&] { at::set_num_interop_threads(count); });
}

namespace {
int32_t gpus() {
  const auto& hooks = at::detail::getCUDAHooks();
  if (!hooks.hasCUDA()) return 0;
#if TORCH_VERSION_MAJOR >= 2
  return hooks.deviceCount();
#else
  return hooks.getNumGPUs();
#endif
}
}  // namespace

LT_EXPORT int32_t lt_cuda_device_count() {
  return gpus();
}

LT_EXPORT bool lt_cuda_manual_seed(int64_t seed, bool all) {
  return attempt([&] {
    int32_t count = gpus();
    for (int32_t i = 0; i < (all ? count : std::min(count, 1)); i++) {
      auto generator = at::globalContext().defaultGenerator({at::kCUDA, static_cast<at::DeviceIndex>(i)});
      std::lock_guard<std::mutex> lock(generator.mutex());
      generator.set_current_seed(static_cast<uint64_t>(seed));
    }
  });
}

LT_EXPORT const char* lt_version() {
  return TORCH_VERSION;
}
