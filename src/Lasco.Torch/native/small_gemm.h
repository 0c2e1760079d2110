// Products of small matrices in single precision, without BLAS: OpenBLAS takes a lock for each call, and threads that make
// thousands of calls of a microsecond spend their time waiting for each other. For processors with AVX2 and FMA.
#pragma once

#include <cstdint>
#include <cstring>

namespace small_gemm {

#if defined(__x86_64__) && defined(__GNUC__)
#define LT_AVX2 __attribute__((target("avx2,fma")))

inline bool available() {
  static const bool result = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return result;
}
#else
#define LT_AVX2

inline bool available() {
  return false;
}
#endif

constexpr int64_t width = 8;

typedef float vector __attribute__((vector_size(width * sizeof(float))));

/// The columns that a packed factor of n columns has.
inline int64_t padded(int64_t n) {
  return (n + width - 1) / width * width;
}

/// Copies a [rows, columns] matrix, of which neighbours lie `down` and `across` elements apart, into rows without gaps,
/// filled up with zeros to a whole number of vectors.
inline void pack(const float* from, int64_t rows, int64_t columns, int64_t down, int64_t across, float* to) {
  const int64_t full = padded(columns);
  for (int64_t i = 0; i < rows; i++) {
    float* row = to + i * full;
    if (across == 1) std::memcpy(row, from + i * down, columns * sizeof(float));
    else
      for (int64_t j = 0; j < columns; j++) row[j] = from[i * down + j * across];
    for (int64_t j = columns; j < full; j++) row[j] = 0;
  }
}

/// R rows by V vectors of the result: the accumulators stay in registers.
template <int R, int V>
__attribute__((always_inline)) LT_AVX2 inline void tile(
    float alpha, const float* a, int64_t down, int64_t across, const float* b, int64_t ldb, int64_t k, float beta, float* c,
    int64_t ldc, int64_t columns) {
  vector sums[R][V] = {};
  for (int64_t p = 0; p < k; p++) {
    vector values[V];
    for (int v = 0; v < V; v++) std::memcpy(&values[v], b + p * ldb + v * width, sizeof(vector));
    for (int r = 0; r < R; r++) {
      const float factor = a[r * down + p * across];
      for (int v = 0; v < V; v++) sums[r][v] += factor * values[v];
    }
  }
  for (int r = 0; r < R; r++) {
    for (int v = 0; v < V; v++) {
      float* target = c + r * ldc + v * width;
      const size_t bytes = (columns - v * width < width ? columns - v * width : width) * sizeof(float);
      vector result = alpha * sums[r][v], before = {};
      if (beta != 0) {
        if (bytes == sizeof(vector)) std::memcpy(&before, target, sizeof(vector));
        else std::memcpy(&before, target, bytes);
        result += beta * before;
      }
      if (bytes == sizeof(vector)) std::memcpy(target, &result, sizeof(vector));
      else std::memcpy(target, &result, bytes);
    }
  }
}

template <int R>
__attribute__((always_inline)) LT_AVX2 inline void band(
    float alpha, const float* a, int64_t down, int64_t across, const float* b, int64_t n, int64_t k, float beta, float* c,
    int64_t ldc) {
  const int64_t ldb = padded(n);
  int64_t j = 0;
  for (; j + 2 * width <= n; j += 2 * width) tile<R, 2>(alpha, a, down, across, b + j, ldb, k, beta, c + j, ldc, 2 * width);
  for (; j < n; j += width) tile<R, 1>(alpha, a, down, across, b + j, ldb, k, beta, c + j, ldc, n - j < width ? n - j : width);
}

/// c [m, n] = alpha · a [m, k] · b [k, n] + beta · c, with b packed, and neighbours in a `down` and `across` elements apart.
LT_AVX2 inline void multiply(
    float alpha, const float* a, int64_t down, int64_t across, const float* b, int64_t m, int64_t n, int64_t k, float beta,
    float* c, int64_t ldc) {
  int64_t i = 0;
  for (; i + 4 <= m; i += 4) band<4>(alpha, a + i * down, down, across, b, n, k, beta, c + i * ldc, ldc);
  for (; i < m; i++) band<1>(alpha, a + i * down, down, across, b, n, k, beta, c + i * ldc, ldc);
}

}  // namespace small_gemm
