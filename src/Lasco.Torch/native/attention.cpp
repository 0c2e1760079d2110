// softmax(Q Kᵀ / √E + mask) V, for versions of libtorch that have no good one of their own. On the CPU, in single and double precision, a fused kernel goes through the queries in
// blocks whose scores stay in cache, keeps one log-sum-exp a query instead of the weights, and makes the weights anew in
// the backward pass. All else, and gradients of gradients, go by plain operations.
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include "small_gemm.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

#if TORCH_VERSION_MAJOR < 2

namespace {

/// A mask without booleans: what is added to the scores.
Tensor additive(const Tensor& mask, at::ScalarType type) {
  if (mask.scalar_type() != at::kBool) return mask;
  return at::zeros_like(mask, mask.options().dtype(type))
      .masked_fill_(mask.logical_not(), -std::numeric_limits<double>::infinity());
}

Tensor causal_mask(const Tensor& q, const Tensor& k) {
  return at::ones({q.size(-2), k.size(-2)}, q.options().dtype(at::kBool)).tril();
}

Tensor attend_plainly(
    const Tensor& q, const Tensor& k, const Tensor& v, const optional<Tensor>& mask, const Tensor& keep, double p) {
  auto scores = at::matmul(q * (1 / std::sqrt(static_cast<double>(q.size(-1)))), k.transpose(-2, -1));
  if (mask) scores = scores + additive(*mask, q.scalar_type());
  auto weights = scores.softmax(-1);
  if (mask) weights = weights.masked_fill(scores.isneginf().all(-1, /*keepdim=*/true), 0);
  if (keep.defined()) weights = weights * keep * (1 / (1 - p));
  else if (p > 0) weights = at::dropout(weights, p, /*train=*/true);
  return at::matmul(weights, v);
}

extern "C" {
void sgemm_(const char*, const char*, const int*, const int*, const int*, const float*, const float*, const int*,
            const float*, const int*, const float*, float*, const int*);
void dgemm_(const char*, const char*, const int*, const int*, const int*, const double*, const double*, const int*,
            const double*, const int*, const double*, double*, const int*);
}

/// A matrix in row-major order whose rows lie `stride` elements apart.
template <class T>
struct Matrix {
  T* data;
  int64_t rows, columns, stride;

  Matrix block(int64_t first, int64_t count) const { return {data + first * stride, count, columns, stride}; }
};

inline void gemm(const char* ta, const char* tb, const int* m, const int* n, const int* k, const float* alpha,
                 const float* a, const int* lda, const float* b, const int* ldb, const float* beta, float* c, const int* ldc) {
  sgemm_(ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

inline void gemm(const char* ta, const char* tb, const int* m, const int* n, const int* k, const double* alpha,
                 const double* a, const int* lda, const double* b, const int* ldb, const double* beta, double* c, const int* ldc) {
  dgemm_(ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

/// c = alpha · op(a) · op(b) + beta · c. BLAS sees the transposes of row-major matrices, hence a and b in turn.
template <class T>
void multiply(T alpha, Matrix<const T> a, bool transpose_a, Matrix<const T> b, bool transpose_b, T beta, Matrix<T> c) {
  const int64_t inner = transpose_a ? a.rows : a.columns;
  if constexpr (std::is_same_v<T, float>) {
    if (c.columns * inner <= 4096 && small_gemm::available()) {
      static thread_local std::vector<float> packed;
      packed.resize(inner * small_gemm::padded(c.columns));
      small_gemm::pack(b.data, inner, c.columns, transpose_b ? 1 : b.stride, transpose_b ? b.stride : 1, packed.data());
      small_gemm::multiply(alpha, a.data, transpose_a ? 1 : a.stride, transpose_a ? a.stride : 1, packed.data(), c.rows,
                           c.columns, inner, beta, c.data, c.stride);
      return;
    }
  }
  int m = static_cast<int>(c.columns), n = static_cast<int>(c.rows), k = static_cast<int>(inner);
  int lda = static_cast<int>(a.stride), ldb = static_cast<int>(b.stride), ldc = static_cast<int>(c.stride);
  gemm(transpose_b ? "T" : "N", transpose_a ? "T" : "N", &m, &n, &k, &alpha, b.data, &ldb, a.data, &lda, &beta, c.data, &ldc);
}

template <class T>
Matrix<const T> constant(Matrix<T> m) {
  return {m.data, m.rows, m.columns, m.stride};
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define LT_CLONES __attribute__((target_clones("arch=skylake-avx512", "arch=haswell", "default")))
#else
#define LT_CLONES
#endif

/// e^x for x ≤ 88, within 1e-7 of it; 0 below -87.3. Written so that compilers vectorize loops of it: adding and taking
/// away 1.5 · 2²³ rounds to a whole number, whose bits then make the power of two.
inline float exponential(float x) {
  const float bounded = x < -87.3f ? -87.3f : x;
  const float shifted = bounded * 1.44269504f + 12582912.0f;
  const float n = shifted - 12582912.0f;
  const float r = (bounded - n * 0.693359375f) + n * 2.12194440e-4f;
  float y = 1.9875691500e-4f;
  y = y * r + 1.3981999507e-3f;
  y = y * r + 8.3334519073e-3f;
  y = y * r + 4.1665795894e-2f;
  y = y * r + 1.6666665459e-1f;
  y = y * r + 5.0000001201e-1f;
  y = y * r * r + r + 1.0f;
  int32_t bits;
  std::memcpy(&bits, &shifted, sizeof bits);
  bits = static_cast<int32_t>((static_cast<uint32_t>(bits) + 127u) << 23);
  float power;
  std::memcpy(&power, &bits, sizeof power);
  return x < -87.3f ? 0.0f : y * power;
}

inline double exponential(double x) {
  return std::exp(x);
}

/// Replaces a row by exp(row - shift), and returns the sum.
LT_CLONES float exponentiate(float* row, int64_t count, float shift) {
  float sum = 0;
#pragma omp simd reduction(+ : sum)
  for (int64_t i = 0; i < count; i++) {
    row[i] = exponential(row[i] - shift);
    sum += row[i];
  }
  return sum;
}

double exponentiate(double* row, int64_t count, double shift) {
  double sum = 0;
  for (int64_t i = 0; i < count; i++) sum += row[i] = exponential(row[i] - shift);
  return sum;
}

LT_CLONES float largest(const float* row, int64_t count) {
  float result = -std::numeric_limits<float>::infinity();
#pragma omp simd reduction(max : result)
  for (int64_t i = 0; i < count; i++) result = row[i] > result ? row[i] : result;
  return result;
}

double largest(const double* row, int64_t count) {
  double result = -std::numeric_limits<double>::infinity();
  for (int64_t i = 0; i < count; i++) result = row[i] > result ? row[i] : result;
  return result;
}

/// One call: the tensors as [B, H, rows, columns] with columns side by side, and what is done with the scores.
template <class T>
struct Attention {
  Tensor q, k, v;  // [B, H, L, E], [B, H, S, E], [B, H, S, Ev]
  Tensor mask;     // [B, H, L, S] by strides, additive; may be undefined
  Tensor keep;     // [B, H, L, S], bytes, contiguous; may be undefined
  double p;
  bool causal;

  int64_t B = q.size(0), H = q.size(1), L = q.size(2), E = q.size(3), S = k.size(2), Ev = v.size(3);
  T scale = static_cast<T>(1 / std::sqrt(static_cast<double>(E)));
  // Scores of a block take about a quarter of a megabyte.
  int64_t block = std::min<int64_t>(L, std::max<int64_t>(16, (1 << 18) / static_cast<int64_t>(sizeof(T)) / std::max<int64_t>(S, 1)));

  static Matrix<T> matrix(const Tensor& x, int64_t b, int64_t h) {
    return {x.data_ptr<T>() + b * x.stride(0) + h * x.stride(1), x.size(2), x.size(3), std::max<int64_t>(x.stride(2), 1)};
  }

  /// The scores of a block of queries, masked: [count, S].
  void score(int64_t b, int64_t h, int64_t first, Matrix<T> scores) const {
    multiply<T>(scale, constant(matrix(q, b, h).block(first, scores.rows)), false, constant(matrix(k, b, h)), true, 0, scores);
    if (mask.defined()) {
      const T* base = mask.data_ptr<T>() + b * mask.stride(0) + h * mask.stride(1);
      const int64_t step = mask.stride(3);
      for (int64_t i = 0; i < scores.rows; i++) {
        const T* add = base + (first + i) * mask.stride(2);
        T* row = scores.data + i * S;
        if (step == 1)
          for (int64_t j = 0; j < S; j++) row[j] += add[j];
        else
          for (int64_t j = 0; j < S; j++) row[j] += add[j * step];
      }
    }
    if (causal) {
      for (int64_t i = 0; i < scores.rows; i++)
        for (int64_t j = first + i + 1; j < S; j++) scores.data[i * S + j] = -std::numeric_limits<T>::infinity();
    }
  }

  void drop(int64_t b, int64_t h, int64_t first, Matrix<T> weights) const {
    const uint8_t* kept = keep.data_ptr<uint8_t>() + ((b * H + h) * L + first) * S;
    for (int64_t i = 0; i < weights.rows * S; i++) weights.data[i] *= kept[i];
  }

  /// Writes the outputs, [B, H, L, Ev], and the logarithms of the sums of exponentials, [B, H, L].
  void forward(const Tensor& out, const Tensor& lse) const {
    const int64_t blocks = (L + block - 1) / block;
    const T rescale = static_cast<T>(1 / (1 - p));
    at::parallel_for(0, B * H * blocks, grain(), [&](int64_t begin, int64_t end) {
      std::vector<T> buffer(block * S), inverses(block);
      for (int64_t task = begin; task < end; task++) {
        const int64_t b = task / blocks / H, h = task / blocks % H, first = task % blocks * block;
        Matrix<T> scores{buffer.data(), std::min(block, L - first), S, S};
        score(b, h, first, scores);
        auto result = matrix(out, b, h).block(first, scores.rows);
        T* sums = lse.data_ptr<T>() + (b * H + h) * L + first;
        for (int64_t i = 0; i < scores.rows; i++) {
          T* row = scores.data + i * S;
          const T top = largest(row, S);
          // A query that may look nowhere: its scores are all -∞, and so its weights all 0.
          const T shift = top == -std::numeric_limits<T>::infinity() ? T(0) : top;
          const T sum = exponentiate(row, S, shift);
          sums[i] = sum == 0 ? T(0) : shift + std::log(sum);
          inverses[i] = sum == 0 ? T(0) : (keep.defined() ? rescale : T(1)) / sum;
        }
        if (keep.defined()) drop(b, h, first, scores);
        multiply<T>(1, constant(scores), false, constant(matrix(v, b, h)), false, 0, result);
        for (int64_t i = 0; i < result.rows; i++)
          for (int64_t j = 0; j < Ev; j++) result.data[i * result.stride + j] *= inverses[i];
      }
    });
  }

  /// Writes the gradients of q, k and v, given those of the outputs.
  void backward(const Tensor& out, const Tensor& lse, const Tensor& grad, const Tensor& dq, const Tensor& dk, const Tensor& dv) const {
    const T rescale = static_cast<T>(1 / (1 - p));
    at::parallel_for(0, B * H, 1, [&](int64_t begin, int64_t end) {
      std::vector<T> weight_buffer(block * S), slope_buffer(block * S), kept_buffer(keep.defined() ? block * S : 0);
      for (int64_t task = begin; task < end; task++) {
        const int64_t b = task / H, h = task % H;
        const auto V = constant(matrix(v, b, h)), K = constant(matrix(k, b, h));
        for (int64_t first = 0; first < L; first += block) {
          const int64_t count = std::min(block, L - first);
          Matrix<T> weights{weight_buffer.data(), count, S, S}, slopes{slope_buffer.data(), count, S, S};
          const auto dO = constant(matrix(grad, b, h).block(first, count));
          const auto O = matrix(out, b, h).block(first, count);
          const auto Q = constant(matrix(q, b, h).block(first, count));
          const T* sums = lse.data_ptr<T>() + (b * H + h) * L + first;
          const T beta = first == 0 ? T(0) : T(1);

          score(b, h, first, weights);
          for (int64_t i = 0; i < count; i++) exponentiate(weights.data + i * S, S, sums[i]);
          multiply<T>(1, dO, false, V, true, 0, slopes);
          if (keep.defined()) {
            Matrix<T> kept{kept_buffer.data(), count, S, S};
            std::copy(weights.data, weights.data + count * S, kept.data);
            drop(b, h, first, kept);
            multiply<T>(rescale, constant(kept), true, dO, false, beta, matrix(dv, b, h));
            drop(b, h, first, slopes);
            for (int64_t i = 0; i < count * S; i++) slopes.data[i] *= rescale;
          } else {
            multiply<T>(1, constant(weights), true, dO, false, beta, matrix(dv, b, h));
          }
          for (int64_t i = 0; i < count; i++) {
            T mean = 0;
#pragma omp simd reduction(+ : mean)
            for (int64_t j = 0; j < Ev; j++) mean += dO.data[i * dO.stride + j] * O.data[i * O.stride + j];
            T* slope = slopes.data + i * S;
            const T* weight = weights.data + i * S;
            for (int64_t j = 0; j < S; j++) slope[j] = weight[j] * (slope[j] - mean);
          }
          multiply<T>(scale, constant(slopes), false, K, false, 0, matrix(dq, b, h).block(first, count));
          multiply<T>(scale, constant(slopes), true, Q, false, beta, matrix(dk, b, h));
        }
      }
    });
  }

  /// How many blocks make a task worth a thread.
  int64_t grain() const {
    return std::max<int64_t>(1, (1 << 17) / std::max<int64_t>(1, block * S * (E + Ev)));
  }
};

/// The same elements with the last dimension side by side, as BLAS wants them.
Tensor for_blas(const Tensor& x) {
  const bool fits = (x.stride(-1) == 1 || x.size(-1) <= 1) && x.stride(-2) >= x.size(-1);
  return fits ? x : x.contiguous();
}

/// An empty [B, H, L, E] in the memory order [B, L, H, E], so that heads join without a copy.
Tensor empty_heads(const Tensor& like, int64_t columns) {
  return at::empty({like.size(0), like.size(2), like.size(1), columns}, like.options()).transpose(1, 2);
}

template <class T>
Attention<T> attention(const Tensor& q, const Tensor& k, const Tensor& v, const Tensor& mask, const Tensor& keep, double p, bool causal) {
  return {for_blas(q), for_blas(k), for_blas(v), mask, keep, p, causal};
}

class FusedAttention : public torch::autograd::Function<FusedAttention> {
 public:
  static Tensor forward(
      torch::autograd::AutogradContext* context, const Tensor& q, const Tensor& k, const Tensor& v,
      const optional<Tensor>& given_mask, const optional<Tensor>& given_keep, double p, bool causal) {
    const auto mask = given_mask.value_or(Tensor()), keep = given_keep.value_or(Tensor());
    auto out = empty_heads(q, v.size(3));
    auto lse = at::empty({q.size(0), q.size(1), q.size(2)}, q.options());
    if (q.scalar_type() == at::kFloat) attention<float>(q, k, v, mask, keep, p, causal).forward(out, lse);
    else attention<double>(q, k, v, mask, keep, p, causal).forward(out, lse);
    context->save_for_backward({q, k, v, mask, keep, out, lse});
    context->saved_data["p"] = p;
    context->saved_data["causal"] = causal;
    return out;
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context, torch::autograd::variable_list grads) {
    auto saved = context->get_saved_variables();
    const auto &q = saved[0], &k = saved[1], &v = saved[2], &mask = saved[3], &keep = saved[4], &out = saved[5], &lse = saved[6];
    const double p = context->saved_data["p"].toDouble();
    const bool causal = context->saved_data["causal"].toBool();
    if (!grads[0].defined()) return {Tensor(), Tensor(), Tensor(), Tensor(), Tensor(), Tensor(), Tensor()};
    if (at::GradMode::is_enabled()) return differentiable(q, k, v, mask, keep, p, causal, grads[0]);

    auto grad = for_blas(grads[0]);
    auto dq = empty_heads(q, q.size(3)), dk = empty_heads(k, k.size(3)), dv = empty_heads(v, v.size(3));
    if (q.scalar_type() == at::kFloat) attention<float>(q, k, v, mask, keep, p, causal).backward(out, lse, grad, dq, dk, dv);
    else attention<double>(q, k, v, mask, keep, p, causal).backward(out, lse, grad, dq, dk, dv);
    return {dq, dk, dv, Tensor(), Tensor(), Tensor(), Tensor()};
  }

 private:
  /// The gradients with a history of their own, by plain operations.
  static torch::autograd::variable_list differentiable(
      const Tensor& q, const Tensor& k, const Tensor& v, const Tensor& mask, const Tensor& keep, double p, bool causal,
      const Tensor& grad) {
    optional<Tensor> all = mask.defined() ? optional<Tensor>(mask) : nullopt;
    if (causal) all = causal_mask(q, k);
    auto scale = 1 / std::sqrt(static_cast<double>(q.size(-1)));
    auto scores = at::matmul(q * scale, k.transpose(-2, -1));
    if (all) scores = scores + additive(*all, q.scalar_type());
    auto weights = scores.softmax(-1);
    if (all) weights = weights.masked_fill(scores.isneginf().all(-1, /*keepdim=*/true), 0);
    auto kept = keep.defined() ? weights * keep * (1 / (1 - p)) : weights;
    auto slopes = at::matmul(grad, v.transpose(-2, -1));
    if (keep.defined()) slopes = slopes * keep * (1 / (1 - p));
    auto ds = weights * (slopes - (slopes * weights).sum(-1, /*keepdim=*/true));
    return {at::matmul(ds, k) * scale, at::matmul(ds.transpose(-2, -1), q) * scale, at::matmul(kept.transpose(-2, -1), grad),
            Tensor(), Tensor(), Tensor(), Tensor()};
  }
};

/// Whether the fused kernel takes these: shapes that need no broadcasting, and no gradient of the mask.
bool fusible(const Tensor& q, const Tensor& k, const Tensor& v, const optional<Tensor>& mask) {
  if (!q.is_cpu() || q.dim() < 3 || q.dim() > 4 || k.dim() != q.dim() || v.dim() != q.dim()) return false;
  if (q.scalar_type() != at::kFloat && q.scalar_type() != at::kDouble) return false;
  if (k.scalar_type() != q.scalar_type() || v.scalar_type() != q.scalar_type()) return false;
  for (int64_t i = 0; i < q.dim() - 2; i++)
    if (k.size(i) != q.size(i) || v.size(i) != q.size(i)) return false;
  if (k.size(-1) != q.size(-1) || v.size(-2) != k.size(-2)) return false;
  if (q.numel() == 0 || k.numel() == 0 || v.numel() == 0) return false;
  if (!mask) return true;
  return !mask->requires_grad() && mask->dim() <= q.dim() &&
         (mask->scalar_type() == at::kBool || mask->scalar_type() == q.scalar_type());
}

Tensor attend(const Tensor& q, const Tensor& k, const Tensor& v, optional<Tensor> mask, double p, bool causal) {
  if (!fusible(q, k, v, mask)) return attend_plainly(q, k, v, causal ? causal_mask(q, k) : mask, Tensor(), p);
  const bool batched = q.dim() == 4;
  auto heads = [&](const Tensor& x) { return batched ? x : x.unsqueeze(1); };
  const std::vector<int64_t> shape{q.size(0), batched ? q.size(1) : 1, q.size(-2), k.size(-2)};
  optional<Tensor> add, keep;
  if (mask) {
    auto numbers = additive(*mask, q.scalar_type());
    add = (!batched && numbers.dim() == 3 ? numbers.unsqueeze(1) : numbers).expand(shape);
  }
  if (p > 0) keep = at::empty(shape, q.options().dtype(at::kByte)).bernoulli_(1 - p);
  auto out = FusedAttention::apply(heads(q), heads(k), heads(v), add, keep, p, causal);
  return batched ? out : out.squeeze(1);
}

}  // namespace

#endif

LT_EXPORT Tensor* lt_scaled_dot_product_attention(
    const Tensor& q, const Tensor& k, const Tensor& v, const Tensor* mask, double p, bool causal) {
  return produce([&] {
#if TORCH_VERSION_MAJOR < 2
    TORCH_CHECK(q.dim() >= 2 && k.dim() >= 2 && v.dim() >= 2,
                "scaled_dot_product_attention: query, key and value need two dimensions or more, but their shapes are ",
                q.sizes(), ", ", k.sizes(), " and ", v.sizes());
    TORCH_CHECK(q.size(-1) == k.size(-1) && k.size(-2) == v.size(-2),
                "scaled_dot_product_attention: query ", q.sizes(), ", key ", k.sizes(), " and value ", v.sizes(), " do not fit");
    TORCH_CHECK(p >= 0 && p < 1, "scaled_dot_product_attention: the dropout probability must be in [0, 1), but is ", p);
    TORCH_CHECK(!(mask && causal), "scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True");
    return attend(q, k, v, maybe(mask), p, causal);
#else
    return at::scaled_dot_product_attention(q, k, v, maybe(mask), p, causal);
#endif
  });
}
