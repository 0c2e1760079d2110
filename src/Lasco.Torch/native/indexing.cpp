#include <ATen/TensorIndexing.h>

namespace {

/// One entry of an index, as managed code passes it.
struct Index {
  enum Kind : int64_t { None, Single, Slice, Ellipsis, Boolean, Mask };

  Kind kind;
  int64_t start, stop, step;  // of a slice; `start` is a single's number and a boolean's value
  const Tensor* tensor;
};

constexpr int64_t absent = INT64_MIN;

#if TORCH_VERSION_MAJOR >= 2
optional<c10::SymInt> bound(int64_t value) {
  if (value == absent) return nullopt;
  return c10::SymInt(value);
}
#else
optional<int64_t> bound(int64_t value) {
  if (value == absent) return nullopt;
  return value;
}
#endif

std::vector<at::indexing::TensorIndex> indices(const Index* entries, int64_t count) {
  std::vector<at::indexing::TensorIndex> result;
  result.reserve(count);
  for (int64_t i = 0; i < count; i++) {
    const auto& entry = entries[i];
    switch (entry.kind) {
      case Index::None: result.emplace_back(at::indexing::None); break;
      case Index::Ellipsis: result.emplace_back(at::indexing::Ellipsis); break;
      case Index::Single: result.emplace_back(entry.start); break;
      case Index::Boolean: result.emplace_back(entry.start != 0); break;
      case Index::Mask: result.emplace_back(*entry.tensor); break;
      default: {
        result.emplace_back(at::indexing::Slice(bound(entry.start), bound(entry.stop), bound(entry.step)));
      }
    }
  }
  return result;
}

}  // namespace

LT_EXPORT Tensor* lt_index(const Tensor& x, const Index* entries, int64_t count) {
  return produce([&] { return x.index(indices(entries, count)); });
}

LT_EXPORT bool lt_index_put_(Tensor& x, const Index* entries, int64_t count, const Tensor& value) {
  return attempt([&] { x.index_put_(indices(entries, count), value); });
}

LT_EXPORT bool lt_index_put_scalar_(Tensor& x, const Index* entries, int64_t count, Number value) {
  return attempt([&] { x.index_put_(indices(entries, count), value.scalar()); });
}

namespace {
c10::List<optional<Tensor>> positions(const Tensor* const* tensors, int64_t count) {
  c10::List<optional<Tensor>> result;
  result.reserve(count);
  for (int64_t i = 0; i < count; i++) result.push_back(maybe(tensors[i]));
  return result;
}
}  // namespace

LT_EXPORT bool lt_index_put_accumulate_(
    Tensor& x, const Tensor* const* tensors, int64_t count, const Tensor& value, bool accumulate) {
  return attempt([&] { x.index_put_(positions(tensors, count), value, accumulate); });
}

/// x[i0, i1, …]: one view a number, without the machinery of lt_index.
LT_EXPORT Tensor* lt_at(const Tensor& x, const int64_t* position, int64_t count) {
  return produce([&] {
    auto result = x.select(0, position[0]);
    for (int64_t i = 1; i < count; i++) result = result.select(0, position[i]);
    return result;
  });
}

LT_EXPORT bool lt_put_at_(Tensor& x, const int64_t* position, int64_t count, const Tensor& value) {
  return attempt([&] {
    auto target = x.select(0, position[0]);
    for (int64_t i = 1; i < count; i++) target = target.select(0, position[i]);
    target.copy_(value.expand_as(target));
  });
}

LT_EXPORT Tensor* lt_select(const Tensor& x, int64_t dim, int64_t index) {
  return produce([&] { return x.select(dim, index); });
}

LT_EXPORT Tensor* lt_slice(const Tensor& x, int64_t dim, int64_t start, int64_t finish, int64_t step) {
  return produce([&] { return x.slice(dim, start, finish, step); });
}

LT_EXPORT Tensor* lt_narrow(const Tensor& x, int64_t dim, int64_t start, int64_t length) {
  return produce([&] { return x.narrow(dim, start, length); });
}

LT_EXPORT Tensor* lt_index_select(const Tensor& x, int64_t dim, const Tensor& index) {
  return produce([&] { return x.index_select(dim, index); });
}

LT_EXPORT Tensor* lt_gather(const Tensor& x, int64_t dim, const Tensor& index) {
  return produce([&] { return x.gather(dim, index); });
}

LT_EXPORT Tensor* lt_take(const Tensor& x, const Tensor& index) {
  return produce([&] { return x.take(index); });
}

LT_EXPORT Tensor* lt_take_along_dim(const Tensor& x, const Tensor& indices, const int64_t* dim) {
  return produce([&] { return x.take_along_dim(indices, dim ? optional<int64_t>(*dim) : nullopt); });
}

LT_EXPORT Tensor* lt_masked_select(const Tensor& x, const Tensor& mask) {
  return produce([&] { return x.masked_select(mask); });
}

LT_EXPORT Tensor* lt_masked_scatter(const Tensor& x, const Tensor& mask, const Tensor& value) {
  return produce([&] { return x.masked_scatter(mask, value); });
}

LT_EXPORT bool lt_masked_scatter_(Tensor& x, const Tensor& mask, const Tensor& value) {
  return attempt([&] { x.masked_scatter_(mask, value); });
}

LT_EXPORT Tensor* lt_nonzero(const Tensor& x) {
  return produce([&] { return x.nonzero(); });
}

#define LT_INDEXED(op)                                                                                   \
  LT_EXPORT Tensor* lt_##op(const Tensor& x, int64_t dim, const Tensor& index, const Tensor& source) {   \
    return produce([&] { return x.op(dim, index, source); });                                            \
  }                                                                                                      \
  LT_EXPORT bool lt_##op##_(Tensor& x, int64_t dim, const Tensor& index, const Tensor& source) {         \
    return attempt([&] { x.op##_(dim, index, source); });                                                \
  }

LT_INDEXED(scatter)
LT_INDEXED(scatter_add)
LT_INDEXED(index_copy)

LT_EXPORT Tensor* lt_index_add(const Tensor& x, int64_t dim, const Tensor& index, const Tensor& source, Number alpha) {
  return produce([&] { return x.index_add(dim, index, source, alpha.scalar()); });
}

LT_EXPORT bool lt_index_add_(Tensor& x, int64_t dim, const Tensor& index, const Tensor& source, Number alpha) {
  return attempt([&] { x.index_add_(dim, index, source, alpha.scalar()); });
}

LT_EXPORT Tensor* lt_index_fill(const Tensor& x, int64_t dim, const Tensor& index, Number value) {
  return produce([&] { return x.index_fill(dim, index, value.scalar()); });
}

LT_EXPORT bool lt_index_fill_(Tensor& x, int64_t dim, const Tensor& index, Number value) {
  return attempt([&] { x.index_fill_(dim, index, value.scalar()); });
}

LT_EXPORT Tensor* lt_repeat_interleave(
    const Tensor& x, const Tensor& repeats, const int64_t* dim, const int64_t* output_size) {
  return produce([&] {
    return x.repeat_interleave(repeats, dim ? optional<int64_t>(*dim) : nullopt,
                               output_size ? optional<int64_t>(*output_size) : nullopt);
  });
}

LT_EXPORT Tensor* lt_repeat_interleave_count(
    const Tensor& x, int64_t repeats, const int64_t* dim, const int64_t* output_size) {
  return produce([&] {
    return x.repeat_interleave(repeats, dim ? optional<int64_t>(*dim) : nullopt,
                               output_size ? optional<int64_t>(*output_size) : nullopt);
  });
}
