// Optimizers: one call updates every parameter of a group.
#include "shim.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>

namespace {

// Elements below which a second thread costs more than it saves.
constexpr int64_t kGrain = 32768;

/// The numbers of one parameter's step, as PyTorch's single-tensor Adam and AdamW round them.
struct AdamNumbers {
  float decay;         // what remains of the weight: 1 - lr * weight_decay in AdamW, 1 in Adam
  float l2;            // what of the weight joins the gradient: 0 in AdamW, weight_decay in Adam
  float sign;          // -1 to maximize
  float beta1, rest1;  // rest = 1 - beta
  float beta2, rest2;
  float correction2;   // sqrt(1 - beta2^step)
  float eps;
  float rate;          // -lr / (1 - beta1^step)
};

struct AdamSlice {
  float* weight;
  const float* grad;
  float* mean;
  float* square;
  float* largest;  // null without AMSGrad
  AdamNumbers numbers;
};

// CMakeLists.txt compiles this file without contracting a multiplication and an addition, which would make the result
// depend on the processor and on where a vector loop hands over to its remainder: so every machine and every number of
// threads gives the same bits.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__gnu_linux__)
#define LT_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define LT_CLONES
#endif

LT_CLONES void adam(float* __restrict weight, const float* __restrict grad, float* __restrict mean,
                    float* __restrict square, int64_t count, AdamNumbers n) {
  for (int64_t i = 0; i < count; i++) {
    float w = weight[i] * n.decay;
    float g = n.sign * grad[i] + n.l2 * w;
    float m = mean[i] * n.beta1 + n.rest1 * g;
    float v = square[i] * n.beta2 + n.rest2 * g * g;
    mean[i] = m;
    square[i] = v;
    weight[i] = w + n.rate * m / (std::sqrt(v) / n.correction2 + n.eps);
  }
}

LT_CLONES void amsgrad(float* __restrict weight, const float* __restrict grad, float* __restrict mean,
                       float* __restrict square, float* __restrict largest, int64_t count, AdamNumbers n) {
  for (int64_t i = 0; i < count; i++) {
    float w = weight[i] * n.decay;
    float g = n.sign * grad[i] + n.l2 * w;
    float m = mean[i] * n.beta1 + n.rest1 * g;
    float v = square[i] * n.beta2 + n.rest2 * g * g;
    float most = largest[i] > v ? largest[i] : v;
    mean[i] = m;
    square[i] = v;
    largest[i] = most;
    weight[i] = w + n.rate * m / (std::sqrt(most) / n.correction2 + n.eps);
  }
}

bool is_flat_float(const Tensor& x, const Tensor& like) {
  return x.scalar_type() == at::kFloat && x.device().is_cpu() && x.layout() == at::kStrided && !x.is_neg() &&
         x.sizes() == like.sizes() && x.strides() == like.strides() && x.is_non_overlapping_and_dense();
}

void adam_by_operators(const Tensor& weight, Tensor grad, const Tensor& mean, const Tensor& square,
                       const Tensor* largest, double beta1, double beta2, double eps, double decay, double l2,
                       bool maximize, double rate, double correction2) {
  if (maximize) grad = grad.neg();
  weight.mul_(decay);
  if (l2 != 0) grad = grad.add(weight, l2);
  mean.mul_(beta1).add_(grad, 1 - beta1);
  square.mul_(beta2).addcmul_(grad, grad.conj(), 1 - beta2);
  if (largest) at::maximum_out(const_cast<Tensor&>(*largest), *largest, square);
  weight.addcdiv_(mean, (largest ? *largest : square).sqrt().div_(correction2).add_(eps), rate);
}

/// Runs `act(index, from, count)` over the elements of all slices, which begin at `starts`, on all threads.
template <class F>
void over_elements(const std::vector<int64_t>& starts, int64_t total, const F& act) {
  at::parallel_for(0, total, kGrain, [&](int64_t begin, int64_t end) {
    auto index = static_cast<size_t>(std::upper_bound(starts.begin(), starts.end(), begin) - starts.begin()) - 1;
    for (; begin < end; index++) {
      auto slice_end = index + 1 < starts.size() ? std::min(starts[index + 1], end) : end;
      act(index, begin - starts[index], slice_end - begin);
      begin = slice_end;
    }
  });
}

}  // namespace

/// A step of AdamW (decoupled) or Adam for the parameters that have a gradient; `steps` counts theirs up. `largest` is
/// null without AMSGrad.
LT_EXPORT bool lt_adam_step(const Tensor* const* weights, const Tensor* const* means, const Tensor* const* squares,
                            const Tensor* const* largest, int64_t* steps, int64_t count, double lr, double beta1,
                            double beta2, double eps, double weight_decay, bool decoupled, bool maximize) {
  return attempt([&] {
    at::NoGradGuard no_grad;
    const double decay = decoupled ? 1 - lr * weight_decay : 1;
    const double l2 = decoupled ? 0 : weight_decay;
    std::vector<AdamSlice> slices;
    std::vector<int64_t> starts;
    int64_t total = 0;
    for (int64_t i = 0; i < count; i++) {
      const auto& weight = *weights[i];
      const auto& grad = weight.grad();
      if (!grad.defined()) continue;
      TORCH_CHECK(!grad.is_sparse(), "Adam and AdamW do not support sparse gradients");
      const auto& mean = *means[i];
      const auto& square = *squares[i];
      const auto* most = largest ? largest[i] : nullptr;
      const auto step = static_cast<double>(++steps[i]);
      const double rate = -lr / (1 - std::pow(beta1, step));
      const double correction2 = std::sqrt(1 - std::pow(beta2, step));
      if (!is_flat_float(weight, weight) || !is_flat_float(grad, weight) || !is_flat_float(mean, weight) ||
          !is_flat_float(square, weight) || (most && !is_flat_float(*most, weight))) {
        adam_by_operators(weight, grad, mean, square, most, beta1, beta2, eps, decay, l2, maximize, rate, correction2);
        continue;
      }
      if (weight.numel() == 0) continue;
      slices.push_back({weight.data_ptr<float>(),
                        grad.data_ptr<float>(),
                        mean.data_ptr<float>(),
                        square.data_ptr<float>(),
                        most ? most->data_ptr<float>() : nullptr,
                        {float(decay), float(l2), maximize ? -1.f : 1.f, float(beta1), float(1 - beta1), float(beta2),
                         float(1 - beta2), float(correction2), float(eps), float(rate)}});
      starts.push_back(total);
      total += weight.numel();
      // Backward through a graph that saved the old weight must notice that it changed.
      if (!weight.is_inference()) weight.unsafeGetTensorImpl()->bump_version();
    }
    over_elements(starts, total, [&](size_t index, int64_t from, int64_t n) {
      const auto& s = slices[index];
      if (s.largest)
        amsgrad(s.weight + from, s.grad + from, s.mean + from, s.square + from, s.largest + from, n, s.numbers);
      else
        adam(s.weight + from, s.grad + from, s.mean + from, s.square + from, n, s.numbers);
    });
  });
}

/// A step of stochastic gradient descent for the parameters that have a gradient. With momentum, a null entry of
/// `buffers` becomes a new tensor, which the caller owns.
LT_EXPORT bool lt_sgd_step(const Tensor* const* weights, Tensor** buffers, int64_t count, double lr, double momentum,
                           double dampening, double weight_decay, bool nesterov, bool maximize) {
  return attempt([&] {
    at::NoGradGuard no_grad;
    for (int64_t i = 0; i < count; i++) {
      const auto& weight = *weights[i];
      if (!weight.grad().defined()) continue;
      auto grad = maximize ? weight.grad().neg() : weight.grad();
      if (weight_decay != 0) grad = grad.add(weight, weight_decay);
      if (momentum != 0) {
        if (buffers[i])
          buffers[i]->mul_(momentum).add_(grad, 1 - dampening);
        else
          buffers[i] = new Tensor(grad.detach().clone());
        grad = nesterov ? grad.add(*buffers[i], momentum) : *buffers[i];
      }
      weight.add_(grad, -lr);
    }
  });
}

LT_EXPORT bool lt_zero_grad(const Tensor* const* weights, int64_t count, bool set_to_none) {
  return attempt([&] {
    at::NoGradGuard no_grad;
    for (int64_t i = 0; i < count; i++) {
      auto& grad = weights[i]->mutable_grad();
      if (!grad.defined()) continue;
      if (set_to_none) {
        grad.reset();
      } else {
        if (grad.grad_fn()) grad = grad.detach();
        grad.zero_();
      }
    }
  });
}

/// The p-norm of all gradients together, which are then scaled so that it is at most `max_norm`.
LT_EXPORT bool lt_clip_grad_norm(const Tensor* const* weights, int64_t count, double max_norm, double norm_type,
                                 double* result) {
  return attempt([&] {
    at::NoGradGuard no_grad;
    std::vector<Tensor> grads, norms;
    for (int64_t i = 0; i < count; i++) {
      if (!weights[i]->grad().defined()) continue;
      grads.push_back(weights[i]->grad());
      norms.push_back(grads.back().norm(norm_type).to(at::kCPU, at::kDouble));
    }
    *result = norms.empty() ? 0 : at::stack(norms).norm(norm_type).item<double>();
    const double scale = max_norm / (*result + 1e-6);
    // Not `scale < 1`: a norm that is not a number must reach the gradients, as it does in PyTorch.
    if (scale >= 1) return;
    for (auto& grad : grads) grad.mul_(scale);
  });
}
