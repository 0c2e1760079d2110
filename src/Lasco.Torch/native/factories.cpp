#include <cstring>

// Every factory takes data type, device type, device index and whether gradients are wanted, in this order, last.
#define LT_OPTIONS int8_t type, int32_t device_type, int32_t device_index, bool requires_grad
#define LT_PLACE at::TensorOptions().dtype(static_cast<at::ScalarType>(type)).device(device(device_type, device_index))

namespace {
// at:: factories, unlike torch:: ones, pay no attention to the option.
Tensor leaf(Tensor x, bool requires_grad) {
  if (requires_grad) x.set_requires_grad(true);
  return x;
}
}  // namespace

LT_EXPORT Tensor* lt_empty(const int64_t* shape, int64_t ndim, LT_OPTIONS) {
  return produce([&] { return leaf(at::empty(sizes(shape, ndim), LT_PLACE), requires_grad); });
}

LT_EXPORT Tensor* lt_empty_strided(const int64_t* shape, int64_t ndim, const int64_t* strides, LT_OPTIONS) {
  return produce([&] { return leaf(at::empty_strided(sizes(shape, ndim), sizes(strides, ndim), LT_PLACE), requires_grad); });
}

LT_EXPORT Tensor* lt_zeros(const int64_t* shape, int64_t ndim, LT_OPTIONS) {
  return produce([&] { return leaf(at::zeros(sizes(shape, ndim), LT_PLACE), requires_grad); });
}

LT_EXPORT Tensor* lt_ones(const int64_t* shape, int64_t ndim, LT_OPTIONS) {
  return produce([&] { return leaf(at::ones(sizes(shape, ndim), LT_PLACE), requires_grad); });
}

LT_EXPORT Tensor* lt_full(const int64_t* shape, int64_t ndim, Number value, LT_OPTIONS) {
  return produce([&] { return leaf(at::full(sizes(shape, ndim), value.scalar(), LT_PLACE), requires_grad); });
}

LT_EXPORT Tensor* lt_eye(int64_t rows, int64_t columns, LT_OPTIONS) {
  return produce([&] { return leaf(at::eye(rows, columns, LT_PLACE), requires_grad); });
}

LT_EXPORT Tensor* lt_arange(Number start, Number stop, Number step, LT_OPTIONS) {
  return produce([&] { return leaf(at::arange(start.scalar(), stop.scalar(), step.scalar(), LT_PLACE), requires_grad); });
}

LT_EXPORT Tensor* lt_linspace(double start, double end, int64_t steps, LT_OPTIONS) {
  return produce([&] { return leaf(at::linspace(start, end, steps, LT_PLACE), requires_grad); });
}

LT_EXPORT Tensor* lt_logspace(double start, double end, int64_t steps, double base, LT_OPTIONS) {
  return produce([&] { return leaf(at::logspace(start, end, steps, base, LT_PLACE), requires_grad); });
}

LT_EXPORT Tensor* lt_rand(const int64_t* shape, int64_t ndim, const at::Generator* generator, LT_OPTIONS) {
  return produce([&] {
    return leaf(at::rand(sizes(shape, ndim), maybe(generator), LT_PLACE), requires_grad);
  });
}

LT_EXPORT Tensor* lt_randn(const int64_t* shape, int64_t ndim, const at::Generator* generator, LT_OPTIONS) {
  return produce([&] {
    return leaf(at::randn(sizes(shape, ndim), maybe(generator), LT_PLACE), requires_grad);
  });
}

LT_EXPORT Tensor* lt_randint(
    int64_t low, int64_t high, const int64_t* shape, int64_t ndim, const at::Generator* generator, LT_OPTIONS) {
  return produce([&] {
    return leaf(at::randint(low, high, sizes(shape, ndim), maybe(generator), LT_PLACE), requires_grad);
  });
}

LT_EXPORT Tensor* lt_randperm(int64_t n, const at::Generator* generator, LT_OPTIONS) {
  return produce([&] {
    return leaf(at::randperm(n, maybe(generator), LT_PLACE), requires_grad);
  });
}

/// Copies `bytes` of row-major elements from managed memory.
LT_EXPORT Tensor* lt_from_memory(const void* data, int64_t bytes, const int64_t* shape, int64_t ndim, int8_t type) {
  return produce([&] {
    auto result = at::empty(sizes(shape, ndim), at::TensorOptions().dtype(static_cast<at::ScalarType>(type)));
    TORCH_CHECK(static_cast<int64_t>(result.nbytes()) == bytes, "shape '", sizes(shape, ndim), "' is invalid for input of size ",
                bytes / static_cast<int64_t>(result.element_size()));
    if (bytes > 0) std::memcpy(result.data_ptr(), data, bytes);
    return result;
  });
}

// The *_like factories and the random fills: the options may each be left out (negative).
namespace {
at::TensorOptions like(const Tensor& x, int8_t type, int32_t device_type, int32_t device_index) {
  return at::TensorOptions()
      .dtype(type < 0 ? x.scalar_type() : static_cast<at::ScalarType>(type))
      .device(device_type < 0 ? x.device() : device(device_type, device_index));
}
}  // namespace

#define LT_LIKE(op)                                                                                       \
  LT_EXPORT Tensor* lt_##op(const Tensor& x, LT_OPTIONS) {                                                \
    return produce([&] { return leaf(at::op(x, like(x, type, device_type, device_index)), requires_grad); }); \
  }
LT_LIKE(empty_like)
LT_LIKE(zeros_like)
LT_LIKE(ones_like)
LT_LIKE(rand_like)
LT_LIKE(randn_like)

LT_EXPORT Tensor* lt_full_like(const Tensor& x, Number value, LT_OPTIONS) {
  return produce([&] { return leaf(at::full_like(x, value.scalar(), like(x, type, device_type, device_index)), requires_grad); });
}

LT_EXPORT Tensor* lt_randint_like(const Tensor& x, int64_t low, int64_t high, LT_OPTIONS) {
  return produce([&] { return leaf(at::randint_like(x, low, high, like(x, type, device_type, device_index)), requires_grad); });
}
