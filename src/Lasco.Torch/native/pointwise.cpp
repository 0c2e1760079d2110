#define LT_UNARY(op) \
  LT_EXPORT Tensor* lt_##op(const Tensor& x) { return produce([&] { return x.op(); }); }
#define LT_UNARY_INPLACE(op) \
  LT_EXPORT bool lt_##op##_(Tensor& x) { return attempt([&] { x.op##_(); }); }
#define LT_UNARY_BOTH(op) LT_UNARY(op) LT_UNARY_INPLACE(op)

LT_UNARY_BOTH(abs)
LT_UNARY_BOTH(acos)
LT_UNARY_BOTH(asin)
LT_UNARY_BOTH(atan)
LT_UNARY_BOTH(bitwise_not)
LT_UNARY_BOTH(ceil)
LT_UNARY_BOTH(cos)
LT_UNARY_BOTH(cosh)
LT_UNARY_BOTH(erf)
LT_UNARY_BOTH(erfc)
LT_UNARY_BOTH(erfinv)
LT_UNARY_BOTH(exp)
LT_UNARY_BOTH(exp2)
LT_UNARY_BOTH(expm1)
LT_UNARY_BOTH(floor)
LT_UNARY_BOTH(frac)
LT_UNARY_BOTH(log)
LT_UNARY_BOTH(log10)
LT_UNARY_BOTH(log1p)
LT_UNARY_BOTH(log2)
LT_UNARY_BOTH(logical_not)
LT_UNARY_BOTH(neg)
LT_UNARY_BOTH(reciprocal)
LT_UNARY_BOTH(relu)
LT_UNARY_BOTH(rsqrt)
LT_UNARY_BOTH(sigmoid)
LT_UNARY_BOTH(sign)
LT_UNARY_BOTH(sin)
LT_UNARY_BOTH(sinh)
LT_UNARY_BOTH(sqrt)
LT_UNARY_BOTH(tan)
LT_UNARY_BOTH(tanh)
LT_UNARY_BOTH(trunc)
LT_UNARY_INPLACE(zero)
LT_UNARY(isfinite)
LT_UNARY(isinf)
LT_UNARY(isnan)
LT_UNARY(isneginf)
LT_UNARY(isposinf)
LT_UNARY(signbit)

#define LT_BINARY(op) \
  LT_EXPORT Tensor* lt_##op(const Tensor& x, const Tensor& y) { return produce([&] { return x.op(y); }); }
#define LT_BINARY_INPLACE(op) \
  LT_EXPORT bool lt_##op##_(Tensor& x, const Tensor& y) { return attempt([&] { x.op##_(y); }); }
#define LT_BINARY_BOTH(op) LT_BINARY(op) LT_BINARY_INPLACE(op)

LT_BINARY_BOTH(atan2)
LT_BINARY_BOTH(bitwise_and)
LT_BINARY_BOTH(bitwise_or)
LT_BINARY_BOTH(bitwise_xor)
LT_BINARY_BOTH(eq)
LT_BINARY_BOTH(floor_divide)
LT_BINARY_BOTH(fmod)
LT_BINARY_BOTH(ge)
LT_BINARY_BOTH(gt)
LT_BINARY_BOTH(le)
LT_BINARY_BOTH(logical_and)
LT_BINARY_BOTH(logical_or)
LT_BINARY_BOTH(logical_xor)
LT_BINARY_BOTH(lt)
LT_BINARY_BOTH(mul)
LT_BINARY_BOTH(ne)
LT_BINARY_BOTH(pow)
LT_BINARY_BOTH(remainder)
LT_BINARY(fmax)
LT_BINARY(fmin)
LT_BINARY(logaddexp)
LT_BINARY(maximum)
LT_BINARY(minimum)

#define LT_SCALAR(op)                                                            \
  LT_EXPORT Tensor* lt_##op##_scalar(const Tensor& x, Number y) {                \
    return produce([&] { return x.op(y.scalar()); });                            \
  }                                                                              \
  LT_EXPORT bool lt_##op##_scalar_(Tensor& x, Number y) {                        \
    return attempt([&] { x.op##_(y.scalar()); });                                \
  }

LT_SCALAR(eq)
LT_SCALAR(floor_divide)
LT_SCALAR(fmod)
LT_SCALAR(ge)
LT_SCALAR(gt)
LT_SCALAR(le)
LT_SCALAR(lt)
LT_SCALAR(mul)
LT_SCALAR(ne)
LT_SCALAR(pow)
LT_SCALAR(remainder)

LT_EXPORT Tensor* lt_add(const Tensor& x, const Tensor& y, Number alpha) {
  return produce([&] { return x.add(y, alpha.scalar()); });
}

LT_EXPORT bool lt_add_(Tensor& x, const Tensor& y, Number alpha) {
  return attempt([&] { x.add_(y, alpha.scalar()); });
}

LT_EXPORT Tensor* lt_add_scalar(const Tensor& x, Number y, Number alpha) {
  return produce([&] { return x.add(y.scalar(), alpha.scalar()); });
}

LT_EXPORT bool lt_add_scalar_(Tensor& x, Number y, Number alpha) {
  return attempt([&] { x.add_(y.scalar(), alpha.scalar()); });
}

LT_EXPORT Tensor* lt_sub(const Tensor& x, const Tensor& y) {
  return produce([&] { return x.sub(y); });
}

LT_EXPORT bool lt_sub_(Tensor& x, const Tensor& y) {
  return attempt([&] { x.sub_(y); });
}

LT_EXPORT Tensor* lt_sub_scalar(const Tensor& x, Number y) {
  return produce([&] { return x.sub(y.scalar()); });
}

LT_EXPORT bool lt_sub_scalar_(Tensor& x, Number y) {
  return attempt([&] { x.sub_(y.scalar()); });
}

namespace {
// The order of managed RoundingMode.
optional<string_view> rounding(int32_t mode) {
  if (mode == 1) return string_view("trunc");
  if (mode == 2) return string_view("floor");
  return nullopt;
}
}  // namespace

LT_EXPORT Tensor* lt_div(const Tensor& x, const Tensor& y, int32_t mode) {
  return produce([&] { return x.div(y, rounding(mode)); });
}

LT_EXPORT bool lt_div_(Tensor& x, const Tensor& y, int32_t mode) {
  return attempt([&] { x.div_(y, rounding(mode)); });
}

LT_EXPORT Tensor* lt_div_scalar(const Tensor& x, Number y, int32_t mode) {
  return produce([&] { return x.div(y.scalar(), rounding(mode)); });
}

LT_EXPORT bool lt_div_scalar_(Tensor& x, Number y, int32_t mode) {
  return attempt([&] { x.div_(y.scalar(), rounding(mode)); });
}

LT_EXPORT Tensor* lt_round(const Tensor& x, int64_t decimals) {
  return produce([&] { return x.round(decimals); });
}

LT_EXPORT bool lt_round_(Tensor& x, int64_t decimals) {
  return attempt([&] { x.round_(decimals); });
}

LT_EXPORT Tensor* lt_addcmul(const Tensor& x, const Tensor& y, const Tensor& z, Number value) {
  return produce([&] { return x.addcmul(y, z, value.scalar()); });
}

LT_EXPORT bool lt_addcmul_(Tensor& x, const Tensor& y, const Tensor& z, Number value) {
  return attempt([&] { x.addcmul_(y, z, value.scalar()); });
}

LT_EXPORT Tensor* lt_addcdiv(const Tensor& x, const Tensor& y, const Tensor& z, Number value) {
  return produce([&] { return x.addcdiv(y, z, value.scalar()); });
}

LT_EXPORT bool lt_addcdiv_(Tensor& x, const Tensor& y, const Tensor& z, Number value) {
  return attempt([&] { x.addcdiv_(y, z, value.scalar()); });
}

LT_EXPORT Tensor* lt_lerp(const Tensor& x, const Tensor& end, const Tensor& weight) {
  return produce([&] { return x.lerp(end, weight); });
}

LT_EXPORT bool lt_lerp_(Tensor& x, const Tensor& end, const Tensor& weight) {
  return attempt([&] { x.lerp_(end, weight); });
}

LT_EXPORT Tensor* lt_clamp(const Tensor& x, Number min, Number max) {
  return produce([&] { return x.clamp(min.maybe(), max.maybe()); });
}

LT_EXPORT bool lt_clamp_(Tensor& x, Number min, Number max) {
  return attempt([&] { x.clamp_(min.maybe(), max.maybe()); });
}

LT_EXPORT Tensor* lt_clamp_tensor(const Tensor& x, const Tensor* min, const Tensor* max) {
  return produce([&] { return x.clamp(maybe(min), maybe(max)); });
}

LT_EXPORT bool lt_clamp_tensor_(Tensor& x, const Tensor* min, const Tensor* max) {
  return attempt([&] { x.clamp_(maybe(min), maybe(max)); });
}

LT_EXPORT bool lt_fill_(Tensor& x, Number value) {
  return attempt([&] { x.fill_(value.scalar()); });
}

LT_EXPORT Tensor* lt_masked_fill(const Tensor& x, const Tensor& mask, Number value) {
  return produce([&] { return x.masked_fill(mask, value.scalar()); });
}

LT_EXPORT bool lt_masked_fill_(Tensor& x, const Tensor& mask, Number value) {
  return attempt([&] { x.masked_fill_(mask, value.scalar()); });
}

LT_EXPORT Tensor* lt_where(const Tensor& condition, const Tensor& x, const Tensor& y) {
  return produce([&] { return at::where(condition, x, y); });
}

LT_EXPORT Tensor* lt_nan_to_num(const Tensor& x, double nan, const double* posinf, const double* neginf) {
  return produce([&] {
    return x.nan_to_num(nan, posinf ? optional<double>(*posinf) : nullopt,
                        neginf ? optional<double>(*neginf) : nullopt);
  });
}

LT_EXPORT bool lt_allclose(const Tensor& x, const Tensor& y, double rtol, double atol, bool equal_nan, bool* result) {
  return attempt([&] { *result = x.allclose(y, rtol, atol, equal_nan); });
}

LT_EXPORT Tensor* lt_isclose(const Tensor& x, const Tensor& y, double rtol, double atol, bool equal_nan) {
  return produce([&] { return x.isclose(y, rtol, atol, equal_nan); });
}

LT_EXPORT bool lt_equal(const Tensor& x, const Tensor& y, bool* result) {
  return attempt([&] { *result = x.equal(y); });
}

LT_EXPORT Tensor* lt_isin(const Tensor& x, const Tensor& elements, bool assume_unique, bool invert) {
  return produce([&] { return at::isin(x, elements, assume_unique, invert); });
}
