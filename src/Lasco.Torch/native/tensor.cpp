#include <cstring>

LT_EXPORT void lt_dispose(Tensor* x) {
  delete x;
}

LT_EXPORT bool lt_defined(const Tensor& x) {
  return x.defined();
}

LT_EXPORT int64_t lt_ndim(const Tensor& x) {
  return x.dim();
}

LT_EXPORT int64_t lt_numel(const Tensor& x) {
  return x.numel();
}

LT_EXPORT int64_t lt_element_size(const Tensor& x) {
  return static_cast<int64_t>(x.element_size());
}

LT_EXPORT int64_t lt_storage_offset(const Tensor& x) {
  return x.storage_offset();
}

LT_EXPORT int8_t lt_dtype(const Tensor& x) {
  return static_cast<int8_t>(x.scalar_type());
}

LT_EXPORT int32_t lt_device_type(const Tensor& x) {
  return static_cast<int32_t>(x.device().type());
}

LT_EXPORT int32_t lt_device_index(const Tensor& x) {
  return x.device().index();
}

LT_EXPORT bool lt_is_sparse(const Tensor& x) {
  return x.is_sparse();
}

LT_EXPORT bool lt_is_contiguous(const Tensor& x) {
  return x.is_contiguous();
}

LT_EXPORT bool lt_is_leaf(const Tensor& x) {
  return x.is_leaf();
}

LT_EXPORT bool lt_requires_grad(const Tensor& x) {
  return x.requires_grad();
}

LT_EXPORT void lt_shape(const Tensor& x, int64_t* result) {
  auto sizes = x.sizes();
  std::copy(sizes.begin(), sizes.end(), result);
}

LT_EXPORT bool lt_strides(const Tensor& x, int64_t* result) {
  return attempt([&] {
    auto strides = x.strides();
    std::copy(strides.begin(), strides.end(), result);
  });
}

LT_EXPORT bool lt_set_requires_grad(const Tensor& x, bool value) {
  return attempt([&] { x.set_requires_grad(value); });
}

LT_EXPORT bool lt_retain_grad(const Tensor& x) {
  return attempt([&] { x.retain_grad(); });
}

/// The gradient, or null where there is none.
LT_EXPORT bool lt_grad(const Tensor& x, Tensor** result) {
  return attempt([&] {
    const auto& grad = x.grad();
    *result = grad.defined() ? new Tensor(grad) : nullptr;
  });
}

LT_EXPORT bool lt_set_grad(const Tensor& x, const Tensor* grad) {
  return attempt([&] { x.mutable_grad() = grad ? *grad : Tensor(); });
}

LT_EXPORT bool lt_data_ptr(const Tensor& x, void** result) {
  return attempt([&] {
    TORCH_CHECK(x.layout() == at::kStrided, "the elements of a sparse tensor cannot be read in place: call to_dense() first");
    *result = x.data_ptr();
  });
}

LT_EXPORT bool lt_item(const Tensor& x, Number* result) {
  return attempt([&] {
    auto value = x.item();
    if (value.isBoolean()) {
      result->kind = Number::Boolean;
      result->integer = value.toBool();
    } else if (value.isIntegral(false)) {
      result->kind = Number::Integer;
      result->integer = value.toLong();
    } else {
      result->kind = Number::Floating;
      result->floating = value.toDouble();
    }
  });
}

LT_EXPORT Tensor* lt_alias(const Tensor& x) {
  return produce([&] { return x.alias(); });
}

/// A second handle on the very same tensor.
LT_EXPORT Tensor* lt_share(const Tensor& x) {
  return produce([&] { return x; });
}

LT_EXPORT Tensor* lt_clone(const Tensor& x) {
  return produce([&] { return x.clone(); });
}

LT_EXPORT Tensor* lt_detach(const Tensor& x) {
  return produce([&] { return x.detach(); });
}

LT_EXPORT bool lt_detach_(Tensor& x) {
  return attempt([&] { x.detach_(); });
}

LT_EXPORT Tensor* lt_contiguous(const Tensor& x) {
  return produce([&] { return x.contiguous(); });
}

LT_EXPORT Tensor* lt_to_dense(const Tensor& x) {
  return produce([&] { return x.to_dense(); });
}

LT_EXPORT bool lt_copy_(Tensor& x, const Tensor& source, bool non_blocking) {
  return attempt([&] { x.copy_(source, non_blocking); });
}

LT_EXPORT bool lt_set_(Tensor& x, const Tensor& source) {
  return attempt([&] { x.set_(source); });
}

LT_EXPORT Tensor* lt_to_type(const Tensor& x, int8_t type, bool copy, bool non_blocking) {
  return produce([&] { return x.to(static_cast<at::ScalarType>(type), non_blocking, copy); });
}

LT_EXPORT Tensor* lt_to_device(const Tensor& x, int32_t type, int32_t index, bool copy, bool non_blocking) {
  return produce([&] { return x.to(x.options().device(device(type, index)), non_blocking, copy); });
}

LT_EXPORT Tensor* lt_to_device_type(
    const Tensor& x, int32_t device_type, int32_t index, int8_t type, bool copy, bool non_blocking) {
  return produce([&] {
    return x.to(device(device_type, index), static_cast<at::ScalarType>(type), non_blocking, copy);
  });
}

LT_EXPORT int64_t lt_list_count(const std::vector<Tensor>& list) {
  return static_cast<int64_t>(list.size());
}

/// Moves the tensors of a list into `result` (null for an undefined one) and ends the list.
LT_EXPORT void lt_list_take(std::vector<Tensor>* list, Tensor** result) {
  for (size_t i = 0; i < list->size(); i++)
    result[i] = (*list)[i].defined() ? new Tensor(std::move((*list)[i])) : nullptr;
  delete list;
}
