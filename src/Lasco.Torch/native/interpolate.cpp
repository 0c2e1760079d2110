namespace {

// The order of managed InterpolationMode: nearest, linear, bilinear, bicubic, trilinear, area, nearest-exact.
enum Mode : int32_t { Nearest, Linear, Bilinear, Bicubic, Trilinear, Area, NearestExact };

}  // namespace

/// Resizes [N, C, H, W] (or three, or five dimensions where the mode has it) to `shape`. `scales` is null unless the
/// factors that the caller gave, instead of the ratio of the sizes, shall set the sampling grid.
LT_EXPORT Tensor* lt_interpolate(
    const Tensor& x, const int64_t* shape, int64_t ndim, const double* scales, int32_t mode, bool align_corners,
    bool antialias) {
  return produce([&]() -> Tensor {
    auto scale = [&](int64_t i) { return scales ? optional<double>(scales[i]) : nullopt; };
    auto size = sizes(shape, ndim);
    TORCH_CHECK(x.dim() == ndim + 2, "interpolate: an input of ", x.dim(), " dimensions, shape ", x.sizes(),
                ", needs ", x.dim() - 2, " output sizes, but ", ndim, " were given");
    TORCH_CHECK(!antialias || ((mode == Bilinear || mode == Bicubic) && ndim == 2),
                "interpolate: antialias needs mode bilinear or bicubic and an input of 4 dimensions, but its shape is ", x.sizes());
    switch (mode) {
      case Nearest:
        if (ndim == 1) return at::upsample_nearest1d(x, size, scale(0));
        if (ndim == 2) return at::upsample_nearest2d(x, size, scale(0), scale(1));
        if (ndim == 3) return at::upsample_nearest3d(x, size, scale(0), scale(1), scale(2));
        break;
      case NearestExact:
        if (ndim == 1) return at::_upsample_nearest_exact1d(x, size, scale(0));
        if (ndim == 2) return at::_upsample_nearest_exact2d(x, size, scale(0), scale(1));
        if (ndim == 3) return at::_upsample_nearest_exact3d(x, size, scale(0), scale(1), scale(2));
        break;
      case Area:
        if (ndim == 1) return at::adaptive_avg_pool1d(x, size);
        if (ndim == 2) return at::adaptive_avg_pool2d(x, size);
        if (ndim == 3) return at::adaptive_avg_pool3d(x, size);
        break;
      case Linear:
        if (ndim == 1) return at::upsample_linear1d(x, size, align_corners, scale(0));
        break;
      case Bilinear:
        if (ndim == 2)
          return antialias ? at::_upsample_bilinear2d_aa(x, size, align_corners, scale(0), scale(1))
                           : at::upsample_bilinear2d(x, size, align_corners, scale(0), scale(1));
        break;
      case Bicubic:
        if (ndim == 2)
          return antialias ? at::_upsample_bicubic2d_aa(x, size, align_corners, scale(0), scale(1))
                           : at::upsample_bicubic2d(x, size, align_corners, scale(0), scale(1));
        break;
      case Trilinear:
        if (ndim == 3) return at::upsample_trilinear3d(x, size, align_corners, scale(0), scale(1), scale(2));
        break;
    }
    TORCH_CHECK(false, "interpolate: an input of shape ", x.sizes(), " does not fit the mode");
  });
}
