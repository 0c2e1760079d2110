#define LT_PRODUCT(op) \
  LT_EXPORT Tensor* lt_##op(const Tensor& x, const Tensor& y) { return produce([&] { return x.op(y); }); }

LT_PRODUCT(matmul)
LT_PRODUCT(mm)
LT_PRODUCT(bmm)
LT_PRODUCT(mv)
LT_PRODUCT(dot)
LT_PRODUCT(outer)
LT_PRODUCT(inner)
LT_PRODUCT(kron)

#define LT_AFFINE(op)                                                                                          \
  LT_EXPORT Tensor* lt_##op(const Tensor& x, const Tensor& y, const Tensor& z, float beta, float alpha) {      \
    return produce([&] { return x.op(y, z, beta, alpha); });                                                   \
  }

LT_AFFINE(addmm)
LT_AFFINE(addmv)
LT_AFFINE(addbmm)
LT_AFFINE(baddbmm)

LT_EXPORT bool lt_addmm_(Tensor& x, const Tensor& y, const Tensor& z, float beta, float alpha) {
  return attempt([&] { x.addmm_(y, z, beta, alpha); });
}

LT_EXPORT Tensor* lt_einsum(const char* equation, const Tensor* const* tensors, int64_t count) {
  return produce([&] { return at::einsum(equation, list(tensors, count)); });
}

LT_EXPORT Tensor* lt_tensordot(
    const Tensor& x, const Tensor& y, const int64_t* dims1, int64_t count1, const int64_t* dims2, int64_t count2) {
  return produce([&] { return at::tensordot(x, y, sizes(dims1, count1), sizes(dims2, count2)); });
}

LT_EXPORT Tensor* lt_cdist(const Tensor& x, const Tensor& y, double p, const int64_t* mode) {
  return produce([&] { return at::cdist(x, y, p, mode ? optional<int64_t>(*mode) : nullopt); });
}

#define LT_DIAGONAL(op)                                               \
  LT_EXPORT Tensor* lt_##op(const Tensor& x, int64_t diagonal) {      \
    return produce([&] { return x.op(diagonal); });                   \
  }

LT_DIAGONAL(diag)
LT_DIAGONAL(tril)
LT_DIAGONAL(triu)

LT_EXPORT bool lt_tril_(Tensor& x, int64_t diagonal) {
  return attempt([&] { x.tril_(diagonal); });
}

LT_EXPORT bool lt_triu_(Tensor& x, int64_t diagonal) {
  return attempt([&] { x.triu_(diagonal); });
}

LT_EXPORT Tensor* lt_diagonal(const Tensor& x, int64_t offset, int64_t dim1, int64_t dim2) {
  return produce([&] { return x.diagonal(offset, dim1, dim2); });
}

LT_EXPORT Tensor* lt_diag_embed(const Tensor& x, int64_t offset, int64_t dim1, int64_t dim2) {
  return produce([&] { return x.diag_embed(offset, dim1, dim2); });
}

LT_EXPORT Tensor* lt_trace(const Tensor& x) {
  return produce([&] { return x.trace(); });
}
