using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Tensor lt_abs(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_abs_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_acos(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_acos_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_asin(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_asin_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_atan(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_atan_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_bitwise_not(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_bitwise_not_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_ceil(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_ceil_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_cos(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_cos_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_cosh(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_cosh_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_erf(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_erf_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_erfc(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_erfc_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_erfinv(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_erfinv_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_exp(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_exp_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_exp2(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_exp2_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_expm1(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_expm1_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_floor(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_floor_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_frac(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_frac_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_log(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_log_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_log10(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_log10_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_log1p(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_log1p_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_log2(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_log2_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_logical_not(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_logical_not_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_neg(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_neg_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_reciprocal(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_reciprocal_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_relu(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_relu_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_rsqrt(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_rsqrt_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_sigmoid(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_sigmoid_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_sign(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_sign_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_sin(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_sin_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_sinh(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_sinh_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_sqrt(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_sqrt_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_tan(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_tan_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_tanh(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_tanh_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_trunc(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_trunc_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_zero_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_isfinite(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_isinf(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_isnan(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_isneginf(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_isposinf(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_signbit(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_atan2(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_atan2_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_bitwise_and(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_bitwise_and_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_bitwise_or(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_bitwise_or_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_bitwise_xor(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_bitwise_xor_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_eq(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_eq_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_floor_divide(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_floor_divide_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_fmod(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_fmod_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_ge(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_ge_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_gt(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_gt_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_le(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_le_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_logical_and(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_logical_and_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_logical_or(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_logical_or_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_logical_xor(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_logical_xor_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_lt(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_lt_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_mul(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_mul_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_ne(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_ne_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_pow(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_pow_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_remainder(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_remainder_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_fmax(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_fmin(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_logaddexp(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_maximum(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_minimum(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_eq_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_eq_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_floor_divide_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_floor_divide_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_fmod_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_fmod_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_ge_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_ge_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_gt_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_gt_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_le_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_le_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_lt_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_lt_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_mul_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_mul_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_ne_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_ne_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_pow_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_pow_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_remainder_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_remainder_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_add(Tensor x, Tensor y, Scalar alpha);

    [LibraryImport(Library)]
    internal static partial Status lt_add_(Tensor x, Tensor y, Scalar alpha);

    [LibraryImport(Library)]
    internal static partial Tensor lt_add_scalar(Tensor x, Scalar y, Scalar alpha);

    [LibraryImport(Library)]
    internal static partial Status lt_add_scalar_(Tensor x, Scalar y, Scalar alpha);

    [LibraryImport(Library)]
    internal static partial Tensor lt_sub(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Status lt_sub_(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_sub_scalar(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Status lt_sub_scalar_(Tensor x, Scalar y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_div(Tensor x, Tensor y, int mode);

    [LibraryImport(Library)]
    internal static partial Status lt_div_(Tensor x, Tensor y, int mode);

    [LibraryImport(Library)]
    internal static partial Tensor lt_div_scalar(Tensor x, Scalar y, int mode);

    [LibraryImport(Library)]
    internal static partial Status lt_div_scalar_(Tensor x, Scalar y, int mode);

    [LibraryImport(Library)]
    internal static partial Tensor lt_round(Tensor x, long decimals);

    [LibraryImport(Library)]
    internal static partial Status lt_round_(Tensor x, long decimals);

    [LibraryImport(Library)]
    internal static partial Tensor lt_addcmul(Tensor x, Tensor y, Tensor z, Scalar value);

    [LibraryImport(Library)]
    internal static partial Status lt_addcmul_(Tensor x, Tensor y, Tensor z, Scalar value);

    [LibraryImport(Library)]
    internal static partial Tensor lt_addcdiv(Tensor x, Tensor y, Tensor z, Scalar value);

    [LibraryImport(Library)]
    internal static partial Status lt_addcdiv_(Tensor x, Tensor y, Tensor z, Scalar value);

    [LibraryImport(Library)]
    internal static partial Tensor lt_lerp(Tensor x, Tensor end, Tensor weight);

    [LibraryImport(Library)]
    internal static partial Status lt_lerp_(Tensor x, Tensor end, Tensor weight);

    [LibraryImport(Library)]
    internal static partial Tensor lt_clamp(Tensor x, Scalar? min, Scalar? max);

    [LibraryImport(Library)]
    internal static partial Status lt_clamp_(Tensor x, Scalar? min, Scalar? max);

    [LibraryImport(Library)]
    internal static partial Tensor lt_clamp_tensor(
        Tensor x, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? min, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? max);

    [LibraryImport(Library)]
    internal static partial Status lt_clamp_tensor_(
        Tensor x, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? min, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? max);

    [LibraryImport(Library)]
    internal static partial Status lt_fill_(Tensor x, Scalar value);

    [LibraryImport(Library)]
    internal static partial Tensor lt_masked_fill(Tensor x, Tensor mask, Scalar value);

    [LibraryImport(Library)]
    internal static partial Status lt_masked_fill_(Tensor x, Tensor mask, Scalar value);

    [LibraryImport(Library)]
    internal static partial Tensor lt_where(Tensor condition, Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_nan_to_num(
        Tensor x, double nan, ReadOnlySpan<double> posinf, ReadOnlySpan<double> neginf);

    [LibraryImport(Library)]
    internal static partial Status lt_allclose(
        Tensor x, Tensor y, double rtol, double atol, [MarshalAs(UnmanagedType.U1)] bool equalNan, [MarshalAs(UnmanagedType.U1)] out bool result);

    [LibraryImport(Library)]
    internal static partial Tensor lt_isclose(
        Tensor x, Tensor y, double rtol, double atol, [MarshalAs(UnmanagedType.U1)] bool equalNan);

    [LibraryImport(Library)]
    internal static partial Status lt_equal(Tensor x, Tensor y, [MarshalAs(UnmanagedType.U1)] out bool result);

    [LibraryImport(Library)]
    internal static partial Tensor lt_isin(
        Tensor x, Tensor elements, [MarshalAs(UnmanagedType.U1)] bool assumeUnique, [MarshalAs(UnmanagedType.U1)] bool invert);
}
