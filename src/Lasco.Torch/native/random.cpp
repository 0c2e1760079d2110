#include <ATen/CPUGeneratorImpl.h>

#include <mutex>

LT_EXPORT void lt_manual_seed(int64_t seed) {
  at::manual_seed(static_cast<uint64_t>(seed));
}

LT_EXPORT at::Generator* lt_generator_default() {
  return new at::Generator(at::detail::getDefaultCPUGenerator());
}

LT_EXPORT at::Generator* lt_generator_new(uint64_t seed, int32_t device_type, int32_t device_index) {
  try {
    auto place = device(device_type, device_index);
    if (place.is_cpu()) return new at::Generator(at::detail::createCPUGenerator(seed));
    auto generator = at::globalContext().defaultGenerator(place).clone();
    generator.set_current_seed(seed);
    return new at::Generator(std::move(generator));
  } catch (...) {
    remember_failure();
    return nullptr;
  }
}

LT_EXPORT void lt_generator_dispose(at::Generator* generator) {
  delete generator;
}

LT_EXPORT bool lt_generator_seed(at::Generator& generator, int64_t seed) {
  return attempt([&] {
    std::lock_guard<std::mutex> lock(generator.mutex());
    generator.set_current_seed(static_cast<uint64_t>(seed));
  });
}

LT_EXPORT int64_t lt_generator_initial_seed(at::Generator& generator) {
  std::lock_guard<std::mutex> lock(generator.mutex());
  return static_cast<int64_t>(generator.current_seed());
}

LT_EXPORT Tensor* lt_generator_state(at::Generator& generator) {
  return produce([&] {
    std::lock_guard<std::mutex> lock(generator.mutex());
    return generator.get_state();
  });
}

LT_EXPORT bool lt_generator_set_state(at::Generator& generator, const Tensor& state) {
  return attempt([&] {
    std::lock_guard<std::mutex> lock(generator.mutex());
    generator.set_state(state);
  });
}

LT_EXPORT bool lt_normal_(Tensor& x, double mean, double std, const at::Generator* generator) {
  return attempt([&] { x.normal_(mean, std, maybe(generator)); });
}

LT_EXPORT bool lt_uniform_(Tensor& x, double from, double to, const at::Generator* generator) {
  return attempt([&] { x.uniform_(from, to, maybe(generator)); });
}

LT_EXPORT bool lt_random_(Tensor& x, double from, double to, const at::Generator* generator) {
  return attempt([&] { x.random_(static_cast<int64_t>(from), static_cast<int64_t>(to), maybe(generator)); });
}

LT_EXPORT bool lt_exponential_(Tensor& x, double lambda, const at::Generator* generator) {
  return attempt([&] { x.exponential_(lambda, maybe(generator)); });
}

LT_EXPORT bool lt_bernoulli_(Tensor& x, double p, const at::Generator* generator) {
  return attempt([&] { x.bernoulli_(p, maybe(generator)); });
}

LT_EXPORT Tensor* lt_bernoulli(const Tensor& x, const at::Generator* generator) {
  return produce([&] { return x.bernoulli(maybe(generator)); });
}

LT_EXPORT Tensor* lt_multinomial(const Tensor& x, int64_t samples, bool replacement, const at::Generator* generator) {
  return produce([&] { return x.multinomial(samples, replacement, maybe(generator)); });
}
