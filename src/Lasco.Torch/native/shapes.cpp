LT_EXPORT Tensor* lt_reshape(const Tensor& x, const int64_t* shape, int64_t ndim) {
  return produce([&] { return x.reshape(sizes(shape, ndim)); });
}

LT_EXPORT Tensor* lt_view(const Tensor& x, const int64_t* shape, int64_t ndim) {
  return produce([&] { return x.view(sizes(shape, ndim)); });
}

LT_EXPORT Tensor* lt_as_strided(
    const Tensor& x, const int64_t* shape, int64_t ndim, const int64_t* strides, int64_t count, int64_t offset) {
  return produce([&] { return x.as_strided(sizes(shape, ndim), sizes(strides, count), offset); });
}

LT_EXPORT Tensor* lt_permute(const Tensor& x, const int64_t* dims, int64_t ndim) {
  return produce([&] { return x.permute(sizes(dims, ndim)); });
}

LT_EXPORT Tensor* lt_expand(const Tensor& x, const int64_t* shape, int64_t ndim, bool implicit) {
  return produce([&] { return x.expand(sizes(shape, ndim), implicit); });
}

LT_EXPORT Tensor* lt_repeat(const Tensor& x, const int64_t* counts, int64_t ndim) {
  return produce([&] { return x.repeat(sizes(counts, ndim)); });
}

LT_EXPORT Tensor* lt_tile(const Tensor& x, const int64_t* counts, int64_t ndim) {
  return produce([&] { return x.tile(sizes(counts, ndim)); });
}

LT_EXPORT Tensor* lt_flip(const Tensor& x, const int64_t* dims, int64_t ndim) {
  return produce([&] { return x.flip(sizes(dims, ndim)); });
}

LT_EXPORT Tensor* lt_roll(
    const Tensor& x, const int64_t* shifts, int64_t count, const int64_t* dims, int64_t ndim) {
  return produce([&] { return x.roll(sizes(shifts, count), sizes(dims, ndim)); });
}

LT_EXPORT Tensor* lt_movedim(
    const Tensor& x, const int64_t* source, int64_t count, const int64_t* destination, int64_t ndim) {
  return produce([&] { return x.movedim(sizes(source, count), sizes(destination, ndim)); });
}

LT_EXPORT Tensor* lt_flatten(const Tensor& x, int64_t start, int64_t end) {
  return produce([&] { return x.flatten(start, end); });
}

LT_EXPORT Tensor* lt_unflatten(const Tensor& x, int64_t dim, const int64_t* shape, int64_t ndim) {
  return produce([&] { return x.unflatten(dim, sizes(shape, ndim)); });
}

LT_EXPORT Tensor* lt_squeeze_all(const Tensor& x) {
  return produce([&] { return x.squeeze(); });
}

LT_EXPORT bool lt_squeeze_all_(Tensor& x) {
  return attempt([&] { x.squeeze_(); });
}

LT_EXPORT Tensor* lt_squeeze(const Tensor& x, int64_t dim) {
  return produce([&] { return x.squeeze(dim); });
}

LT_EXPORT bool lt_squeeze_(Tensor& x, int64_t dim) {
  return attempt([&] { x.squeeze_(dim); });
}

LT_EXPORT Tensor* lt_unsqueeze(const Tensor& x, int64_t dim) {
  return produce([&] { return x.unsqueeze(dim); });
}

LT_EXPORT bool lt_unsqueeze_(Tensor& x, int64_t dim) {
  return attempt([&] { x.unsqueeze_(dim); });
}

LT_EXPORT Tensor* lt_t(const Tensor& x) {
  return produce([&] { return x.t(); });
}

LT_EXPORT Tensor* lt_mT(const Tensor& x) {
  return produce([&] { return x.mT(); });
}

LT_EXPORT Tensor* lt_transpose(const Tensor& x, int64_t dim0, int64_t dim1) {
  return produce([&] { return x.transpose(dim0, dim1); });
}

LT_EXPORT bool lt_transpose_(Tensor& x, int64_t dim0, int64_t dim1) {
  return attempt([&] { x.transpose_(dim0, dim1); });
}

LT_EXPORT Tensor* lt_unfold(const Tensor& x, int64_t dim, int64_t size, int64_t step) {
  return produce([&] { return x.unfold(dim, size, step); });
}

LT_EXPORT Tensor* lt_cat(const Tensor* const* tensors, int64_t count, int64_t dim) {
  return produce([&] { return at::cat(list(tensors, count), dim); });
}

LT_EXPORT Tensor* lt_stack(const Tensor* const* tensors, int64_t count, int64_t dim) {
  return produce([&] { return at::stack(list(tensors, count), dim); });
}

LT_EXPORT std::vector<Tensor>* lt_split(const Tensor& x, int64_t size, int64_t dim) {
  return produce_many([&] { return x.split(size, dim); });
}

LT_EXPORT std::vector<Tensor>* lt_split_sizes(const Tensor& x, const int64_t* counts, int64_t count, int64_t dim) {
  return produce_many([&] { return x.split_with_sizes(sizes(counts, count), dim); });
}

LT_EXPORT std::vector<Tensor>* lt_tensor_split(const Tensor& x, int64_t sections, int64_t dim) {
  return produce_many([&] { return x.tensor_split(sections, dim); });
}

LT_EXPORT std::vector<Tensor>* lt_tensor_split_at(
    const Tensor& x, const int64_t* indices, int64_t count, int64_t dim) {
  return produce_many([&] { return x.tensor_split(sizes(indices, count), dim); });
}

LT_EXPORT std::vector<Tensor>* lt_chunk(const Tensor& x, int64_t chunks, int64_t dim) {
  return produce_many([&] { return x.chunk(chunks, dim); });
}

LT_EXPORT std::vector<Tensor>* lt_unbind(const Tensor& x, int64_t dim) {
  return produce_many([&] { return x.unbind(dim); });
}

LT_EXPORT std::vector<Tensor>* lt_broadcast_tensors(const Tensor* const* tensors, int64_t count) {
  return produce_many([&] { return at::broadcast_tensors(list(tensors, count)); });
}

LT_EXPORT std::vector<Tensor>* lt_meshgrid(const Tensor* const* tensors, int64_t count, bool xy) {
  return produce_many([&] { return at::meshgrid(list(tensors, count), xy ? "xy" : "ij"); });
}
