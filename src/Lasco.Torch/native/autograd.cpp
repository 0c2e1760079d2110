#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

LT_EXPORT bool lt_is_grad_enabled() {
  return at::GradMode::is_enabled();
}

LT_EXPORT void lt_set_grad_enabled(bool enabled) {
  at::GradMode::set_enabled(enabled);
}

LT_EXPORT bool lt_is_inference_mode_enabled() {
  return c10::InferenceMode::is_enabled();
}

LT_EXPORT c10::InferenceMode* lt_inference_mode_begin(bool enabled) {
  return new c10::InferenceMode(enabled);
}

LT_EXPORT void lt_inference_mode_end(c10::InferenceMode* guard) {
  delete guard;
}

LT_EXPORT bool lt_backward(
    const Tensor* const* tensors, int64_t count, const Tensor* const* grads, int64_t grad_count, bool retain_graph,
    bool create_graph, const Tensor* const* inputs, int64_t input_count) {
  return attempt([&] {
    torch::autograd::backward(list(tensors, count), list(grads, grad_count), retain_graph, create_graph,
                              list(inputs, input_count));
  });
}

LT_EXPORT std::vector<Tensor>* lt_grad_of(
    const Tensor* const* outputs, int64_t count, const Tensor* const* inputs, int64_t input_count,
    const Tensor* const* grads, int64_t grad_count, bool retain_graph, bool create_graph, bool allow_unused) {
  return produce_many([&] {
    return torch::autograd::grad(list(outputs, count), list(inputs, input_count), list(grads, grad_count),
                                 retain_graph, create_graph, allow_unused);
  });
}
