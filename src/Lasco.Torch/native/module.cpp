// What modules do to their parameters and buffers in place.
#include "shim.h"

#include <cmath>

/// Normal numbers restricted to [low, high], by the inverse of the distribution function, so that the draws are those
/// of PyTorch's trunc_normal_.
LT_EXPORT bool lt_trunc_normal_(const Tensor& x, double mean, double std, double low, double high,
                                const at::Generator* generator) {
  return attempt([&] {
    at::NoGradGuard no_grad;
    auto below = [&](double bound) { return std::erf((bound - mean) / (std * std::sqrt(2.))); };
    x.uniform_(below(low), below(high), maybe(generator)).erfinv_().mul_(std * std::sqrt(2.)).add_(mean).clamp_(low, high);
  });
}

/// Moves a parameter or buffer, and its gradient, to another device or data type without making it another tensor:
/// whoever holds it keeps holding the parameter. A negative number leaves the device or the type as it is; only
/// floating-point and complex tensors change their type.
LT_EXPORT bool lt_module_move(const Tensor& x, int32_t device_type, int32_t device_index, int8_t type,
                              bool non_blocking) {
  return attempt([&] {
    at::NoGradGuard no_grad;
    auto move = [&](const Tensor& t) {
      auto to = device_type < 0 ? t.device() : device(device_type, device_index);
      auto as = type >= 0 && (t.is_floating_point() || t.is_complex()) ? static_cast<at::ScalarType>(type) : t.scalar_type();
      if ((to == t.device() || (to.type() == t.device().type() && !to.has_index())) && as == t.scalar_type()) return;
      t.set_data(t.detach().to(to, as, non_blocking));
    };
    auto grad = x.grad();
    x.mutable_grad() = Tensor();
    move(x);
    if (!grad.defined()) return;
    move(grad);
    x.mutable_grad() = grad;
  });
}
