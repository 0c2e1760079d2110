// The rules of the C boundary. A tensor crosses it as a pointer to a heap-allocated at::Tensor. A function that makes a
// tensor returns null when it failed, one that makes nothing returns false; no exception crosses. The message of a
// failure waits, one a thread, for lt_last_error.
#pragma once

#include <ATen/ATen.h>

#include <torch/version.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#define LT_EXPORT extern "C" __attribute__((visibility("default")))

namespace lasco {

using at::Tensor;

// What libtorch's API takes for "or nothing" and for strings changed from its own types to the standard's.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 6)
using std::nullopt;
using std::optional;
using std::string_view;
#else
using c10::nullopt;
using c10::optional;
using c10::string_view;
#endif

/// Keeps the message of the exception that is being handled.
void remember_failure() noexcept;

template <class F>
Tensor* produce(F&& make) noexcept {
  try {
    return new Tensor(make());
  } catch (...) {
    remember_failure();
    return nullptr;
  }
}

template <class F>
bool attempt(F&& act) noexcept {
  try {
    act();
    return true;
  } catch (...) {
    remember_failure();
    return false;
  }
}

/// A number as managed code passes it; `None` stands for an argument that was left out.
struct Number {
  enum Kind : int64_t { None, Integer, Floating, Boolean };

  union {
    int64_t integer;
    double floating;
  };
  Kind kind;

  at::Scalar scalar() const {
    switch (kind) {
      case Integer: return at::Scalar(integer);
      case Boolean: return at::Scalar(integer != 0);
      default: return at::Scalar(floating);
    }
  }

  lasco::optional<at::Scalar> maybe() const {
    if (kind == None) return nullopt;
    return scalar();
  }
};

inline at::IntArrayRef sizes(const int64_t* data, int64_t count) {
  return {data, static_cast<size_t>(count)};
}

/// A data type as managed code passes it; a negative number stands for none.
inline optional<at::ScalarType> dtype(int8_t type) {
  if (type < 0) return nullopt;
  return static_cast<at::ScalarType>(type);
}

inline at::Device device(int32_t type, int32_t index) {
  return {static_cast<at::DeviceType>(type), static_cast<at::DeviceIndex>(index)};
}


inline optional<Tensor> maybe(const Tensor* tensor) {
  if (tensor == nullptr) return nullopt;
  return *tensor;
}

inline optional<at::Generator> maybe(const at::Generator* generator) {
  if (generator == nullptr) return nullopt;
  return *generator;
}

inline std::vector<Tensor> list(const Tensor* const* tensors, int64_t count) {
  std::vector<Tensor> result;
  result.reserve(count);
  for (int64_t i = 0; i < count; i++) result.push_back(tensors[i] ? *tensors[i] : Tensor());
  return result;
}


template <class F>
std::vector<Tensor>* produce_many(F&& make) noexcept {
  try {
    return new std::vector<Tensor>(make());
  } catch (...) {
    remember_failure();
    return nullptr;
  }
}

/// Hands out the two tensors of a tuple.
template <class Pair>
void put(Pair&& pair, Tensor** first, Tensor** second) {
  auto one = std::make_unique<Tensor>(std::get<0>(pair));
  *second = new Tensor(std::get<1>(pair));
  *first = one.release();
}

}  // namespace lasco

using namespace lasco;
