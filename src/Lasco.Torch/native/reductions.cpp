#define LT_DIMS const int64_t* dims, int64_t ndim

LT_EXPORT Tensor* lt_sum_all(const Tensor& x, int8_t type) {
  return produce([&] { return x.sum(dtype(type)); });
}

LT_EXPORT Tensor* lt_sum(const Tensor& x, LT_DIMS, bool keepdim, int8_t type) {
  return produce([&] { return x.sum(sizes(dims, ndim), keepdim, dtype(type)); });
}

LT_EXPORT Tensor* lt_mean_all(const Tensor& x) {
  return produce([&] { return x.mean(); });
}

LT_EXPORT Tensor* lt_mean(const Tensor& x, LT_DIMS, bool keepdim, int8_t type) {
  return produce([&] { return x.mean(sizes(dims, ndim), keepdim, dtype(type)); });
}

LT_EXPORT Tensor* lt_prod_all(const Tensor& x, int8_t type) {
  return produce([&] { return x.prod(dtype(type)); });
}

LT_EXPORT Tensor* lt_prod(const Tensor& x, int64_t dim, bool keepdim, int8_t type) {
  return produce([&] { return x.prod(dim, keepdim, dtype(type)); });
}

LT_EXPORT Tensor* lt_var_all(const Tensor& x, bool unbiased) {
  return produce([&] { return x.var(unbiased); });
}

LT_EXPORT Tensor* lt_var(const Tensor& x, LT_DIMS, bool unbiased, bool keepdim) {
  return produce([&] { return x.var(sizes(dims, ndim), unbiased, keepdim); });
}

LT_EXPORT Tensor* lt_std_all(const Tensor& x, bool unbiased) {
  return produce([&] { return x.std(unbiased); });
}

LT_EXPORT Tensor* lt_std(const Tensor& x, LT_DIMS, bool unbiased, bool keepdim) {
  return produce([&] { return x.std(sizes(dims, ndim), unbiased, keepdim); });
}

LT_EXPORT bool lt_std_mean(const Tensor& x, LT_DIMS, bool unbiased, bool keepdim, Tensor** std, Tensor** mean) {
  return attempt([&] { put(at::std_mean(x, sizes(dims, ndim), unbiased, keepdim), std, mean); });
}

LT_EXPORT bool lt_var_mean(const Tensor& x, LT_DIMS, bool unbiased, bool keepdim, Tensor** var, Tensor** mean) {
  return attempt([&] { put(at::var_mean(x, sizes(dims, ndim), unbiased, keepdim), var, mean); });
}

LT_EXPORT Tensor* lt_norm_all(const Tensor& x, float p) {
  return produce([&] { return x.norm(p); });
}

LT_EXPORT Tensor* lt_norm(const Tensor& x, int64_t dim, bool keepdim, float p) {
  return produce([&] { return x.norm(p, dim, keepdim); });
}

LT_EXPORT Tensor* lt_dist(const Tensor& x, const Tensor& y, float p) {
  return produce([&] { return x.dist(y, p); });
}

#define LT_REDUCE_ALL(op) \
  LT_EXPORT Tensor* lt_##op##_all(const Tensor& x) { return produce([&] { return x.op(); }); }
#define LT_REDUCE(op)                                                    \
  LT_EXPORT Tensor* lt_##op(const Tensor& x, int64_t dim, bool keepdim) { \
    return produce([&] { return x.op(dim, keepdim); });                  \
  }
#define LT_EXTREME(op)                                                                                \
  LT_EXPORT bool lt_##op(const Tensor& x, int64_t dim, bool keepdim, Tensor** values, Tensor** indices) { \
    return attempt([&] { put(x.op(dim, keepdim), values, indices); });                                \
  }

LT_REDUCE_ALL(all)
LT_REDUCE(all)
LT_REDUCE_ALL(any)
LT_REDUCE(any)
LT_REDUCE_ALL(argmax)
LT_REDUCE(argmax)
LT_REDUCE_ALL(argmin)
LT_REDUCE(argmin)
LT_REDUCE_ALL(max)
LT_EXTREME(max)
LT_REDUCE_ALL(min)
LT_EXTREME(min)
LT_REDUCE_ALL(median)
LT_REDUCE(logsumexp)

LT_EXPORT Tensor* lt_amax(const Tensor& x, LT_DIMS, bool keepdim) {
  return produce([&] { return x.amax(sizes(dims, ndim), keepdim); });
}

LT_EXPORT Tensor* lt_amin(const Tensor& x, LT_DIMS, bool keepdim) {
  return produce([&] { return x.amin(sizes(dims, ndim), keepdim); });
}

LT_EXPORT Tensor* lt_cumsum(const Tensor& x, int64_t dim, int8_t type) {
  return produce([&] { return x.cumsum(dim, dtype(type)); });
}

LT_EXPORT Tensor* lt_cumprod(const Tensor& x, int64_t dim, int8_t type) {
  return produce([&] { return x.cumprod(dim, dtype(type)); });
}

LT_EXPORT bool lt_topk(
    const Tensor& x, int64_t k, int64_t dim, bool largest, bool sorted, Tensor** values, Tensor** indices) {
  return attempt([&] { put(x.topk(k, dim, largest, sorted), values, indices); });
}

LT_EXPORT bool lt_sort(const Tensor& x, int64_t dim, bool descending, bool stable, Tensor** values, Tensor** indices) {
  return attempt([&] { put(x.sort(optional<bool>(stable), dim, descending), values, indices); });
}

LT_EXPORT bool lt_kthvalue(const Tensor& x, int64_t k, int64_t dim, bool keepdim, Tensor** values, Tensor** indices) {
  return attempt([&] { put(x.kthvalue(k, dim, keepdim), values, indices); });
}

LT_EXPORT Tensor* lt_argsort(const Tensor& x, int64_t dim, bool descending) {
  return produce([&] { return x.argsort(dim, descending); });
}

LT_EXPORT Tensor* lt_quantile(const Tensor& x, const Tensor& q, int64_t dim, bool keepdim) {
  return produce([&] { return x.quantile(q, dim, keepdim); });
}

LT_EXPORT Tensor* lt_count_nonzero(const Tensor& x, LT_DIMS) {
  return produce([&] { return ndim == 0 ? x.count_nonzero() : x.count_nonzero(sizes(dims, ndim)); });
}

LT_EXPORT Tensor* lt_bincount(const Tensor& x, const Tensor* weights, int64_t minlength) {
  return produce([&] { return x.bincount(maybe(weights), minlength); });
}

LT_EXPORT Tensor* lt_histc(const Tensor& x, int64_t bins, int64_t min, int64_t max) {
  return produce([&] { return x.histc(bins, min, max); });
}

LT_EXPORT Tensor* lt_searchsorted(const Tensor& sorted, const Tensor& values, bool out_int32, bool right) {
  return produce([&] { return at::searchsorted(sorted, values, out_int32, right); });
}

LT_EXPORT bool lt_unique(
    const Tensor& x, bool sorted, bool return_inverse, bool return_counts, const int64_t* dim, Tensor** output,
    Tensor** inverse, Tensor** counts) {
  return attempt([&] {
    auto result = dim ? at::unique_dim(x, *dim, sorted, return_inverse, return_counts)
                      : at::_unique2(x, sorted, return_inverse, return_counts);
    put(std::forward_as_tuple(std::get<0>(result), std::get<1>(result)), output, inverse);
    *counts = new Tensor(std::get<2>(result));
  });
}
