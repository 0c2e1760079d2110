LT_EXPORT Tensor* lt_softmax(const Tensor& x, int64_t dim, int8_t type) {
  return produce([&] { return x.softmax(dim, dtype(type)); });
}

LT_EXPORT Tensor* lt_log_softmax(const Tensor& x, int64_t dim, int8_t type) {
  return produce([&] { return x.log_softmax(dim, dtype(type)); });
}

LT_EXPORT Tensor* lt_gelu(const Tensor& x, bool tanh) {
  return produce([&] { return at::gelu(x, tanh ? "tanh" : "none"); });
}

LT_EXPORT bool lt_gelu_(Tensor& x, bool tanh) {
  return attempt([&] { at::gelu_(x, tanh ? "tanh" : "none"); });
}

LT_EXPORT Tensor* lt_silu(const Tensor& x) {
  return produce([&] { return at::silu(x); });
}

LT_EXPORT bool lt_silu_(Tensor& x) {
  return attempt([&] { at::silu_(x); });
}

LT_EXPORT Tensor* lt_leaky_relu(const Tensor& x, Number slope) {
  return produce([&] { return at::leaky_relu(x, slope.scalar()); });
}

LT_EXPORT Tensor* lt_softplus(const Tensor& x, double beta, double threshold) {
  return produce([&] { return at::softplus(x, beta, threshold); });
}

LT_EXPORT Tensor* lt_log_sigmoid(const Tensor& x) {
  return produce([&] { return at::log_sigmoid(x); });
}

LT_EXPORT Tensor* lt_linear(const Tensor& x, const Tensor& weight, const Tensor* bias) {
  return produce([&] { return at::linear(x, weight, maybe(bias)); });
}

LT_EXPORT Tensor* lt_embedding(
    const Tensor& weight, const Tensor& indices, int64_t padding_idx, bool scale_grad_by_freq, bool sparse) {
  return produce([&] { return at::embedding(weight, indices, padding_idx, scale_grad_by_freq, sparse); });
}

LT_EXPORT bool lt_embedding_renorm_(Tensor& weight, const Tensor& indices, double max_norm, double norm_type) {
  return attempt([&] {
    at::NoGradGuard guard;
    at::embedding_renorm_(weight, indices.contiguous(), max_norm, norm_type);
  });
}

LT_EXPORT Tensor* lt_one_hot(const Tensor& x, int64_t classes) {
  return produce([&] { return at::one_hot(x, classes); });
}

LT_EXPORT Tensor* lt_dropout(const Tensor& x, double p, bool training) {
  return produce([&] { return at::dropout(x, p, training); });
}

LT_EXPORT bool lt_dropout_(Tensor& x, double p, bool training) {
  return attempt([&] { at::dropout_(x, p, training); });
}

LT_EXPORT Tensor* lt_layer_norm(
    const Tensor& x, const int64_t* shape, int64_t ndim, const Tensor* weight, const Tensor* bias, double eps) {
  return produce([&] { return at::layer_norm(x, sizes(shape, ndim), maybe(weight), maybe(bias), eps); });
}

LT_EXPORT Tensor* lt_batch_norm(
    const Tensor& x, const Tensor* running_mean, const Tensor* running_var, const Tensor* weight, const Tensor* bias,
    bool training, double momentum, double eps) {
  return produce([&] {
    return at::batch_norm(x, maybe(weight), maybe(bias), maybe(running_mean), maybe(running_var), training, momentum,
                          eps, at::globalContext().userEnabledCuDNN());
  });
}

LT_EXPORT Tensor* lt_group_norm(const Tensor& x, int64_t groups, const Tensor* weight, const Tensor* bias, double eps) {
  return produce([&] { return at::group_norm(x, groups, maybe(weight), maybe(bias), eps); });
}

LT_EXPORT Tensor* lt_conv2d(
    const Tensor& x, const Tensor& weight, const Tensor* bias, const int64_t* strides, const int64_t* padding,
    const int64_t* dilation, int64_t groups) {
  return produce([&] {
    return at::conv2d(x, weight, maybe(bias), sizes(strides, 2), sizes(padding, 2), sizes(dilation, 2), groups);
  });
}

/// Padding "same" or "valid".
LT_EXPORT Tensor* lt_conv2d_padding(
    const Tensor& x, const Tensor& weight, const Tensor* bias, const int64_t* strides, bool same,
    const int64_t* dilation, int64_t groups) {
  return produce([&] {
    return at::conv2d(x, weight, maybe(bias), sizes(strides, 2), same ? "same" : "valid", sizes(dilation, 2), groups);
  });
}

LT_EXPORT Tensor* lt_avg_pool2d(
    const Tensor& x, const int64_t* kernel, const int64_t* strides, const int64_t* padding, bool ceil_mode,
    bool count_include_pad, const int64_t* divisor) {
  return produce([&] {
    return at::avg_pool2d(x, sizes(kernel, 2), sizes(strides, 2), sizes(padding, 2), ceil_mode, count_include_pad,
                          divisor ? optional<int64_t>(*divisor) : nullopt);
  });
}

LT_EXPORT Tensor* lt_max_pool2d(
    const Tensor& x, const int64_t* kernel, const int64_t* strides, const int64_t* padding, const int64_t* dilation,
    bool ceil_mode) {
  return produce([&] {
    return at::max_pool2d(x, sizes(kernel, 2), sizes(strides, 2), sizes(padding, 2), sizes(dilation, 2), ceil_mode);
  });
}

LT_EXPORT Tensor* lt_adaptive_avg_pool2d(const Tensor& x, const int64_t* shape) {
  return produce([&] { return at::adaptive_avg_pool2d(x, sizes(shape, 2)); });
}

LT_EXPORT Tensor* lt_pad(const Tensor& x, const int64_t* pad, int64_t count, int32_t mode, double value) {
  return produce([&] {
    static const char* const modes[] = {"constant", "reflect", "replicate", "circular"};
    if (mode == 0) return at::constant_pad_nd(x, sizes(pad, count), value);
    return at::pad(x, sizes(pad, count), modes[mode]);
  });
}

LT_EXPORT Tensor* lt_cross_entropy(
    const Tensor& x, const Tensor& target, const Tensor* weight, int64_t reduction, int64_t ignore_index,
    double label_smoothing) {
  return produce(
      [&] { return at::cross_entropy_loss(x, target, maybe(weight), reduction, ignore_index, label_smoothing); });
}

LT_EXPORT Tensor* lt_nll_loss(const Tensor& x, const Tensor& target, const Tensor* weight, int64_t reduction) {
  return produce([&] { return at::nll_loss(x, target, maybe(weight), reduction); });
}

LT_EXPORT Tensor* lt_bce_with_logits(
    const Tensor& x, const Tensor& target, const Tensor* weight, const Tensor* pos_weights, int64_t reduction) {
  return produce([&] {
    return at::binary_cross_entropy_with_logits(x, target, maybe(weight), maybe(pos_weights), reduction);
  });
}

LT_EXPORT Tensor* lt_bce(const Tensor& x, const Tensor& target, const Tensor* weight, int64_t reduction) {
  return produce([&] { return at::binary_cross_entropy(x, target, maybe(weight), reduction); });
}

LT_EXPORT Tensor* lt_mse_loss(const Tensor& x, const Tensor& target, int64_t reduction) {
  return produce([&] { return at::mse_loss(x, target, reduction); });
}

LT_EXPORT Tensor* lt_l1_loss(const Tensor& x, const Tensor& target, int64_t reduction) {
  return produce([&] { return at::l1_loss(x, target, reduction); });
}

LT_EXPORT Tensor* lt_kl_div(const Tensor& x, const Tensor& target, int64_t reduction, bool log_target) {
  return produce([&] { return at::kl_div(x, target, reduction, log_target); });
}

LT_EXPORT Tensor* lt_smooth_l1_loss(const Tensor& x, const Tensor& target, int64_t reduction, double beta) {
  return produce([&] { return at::smooth_l1_loss(x, target, reduction, beta); });
}

LT_EXPORT Tensor* lt_cosine_similarity(const Tensor& x, const Tensor& y, int64_t dim, double eps) {
  return produce([&] { return at::cosine_similarity(x, y, dim, eps); });
}

LT_EXPORT Tensor* lt_normalize(const Tensor& x, double p, int64_t dim, double eps) {
  return produce([&] { return x / x.norm(p, dim, /*keepdim=*/true).clamp_min(eps).expand_as(x); });
}
