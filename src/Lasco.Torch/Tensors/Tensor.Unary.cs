using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => LibTorch.lt_abs(this);

        public Tensor absolute() => abs();

        public Tensor abs_()
        {
            LibTorch.lt_abs_(this);
            return this;
        }

        public Tensor absolute_() => abs_();

        public Tensor acos() => LibTorch.lt_acos(this);

        public Tensor arccos() => acos();

        public Tensor acos_()
        {
            LibTorch.lt_acos_(this);
            return this;
        }

        public Tensor arccos_() => acos_();

        public Tensor asin() => LibTorch.lt_asin(this);

        public Tensor arcsin() => asin();

        public Tensor asin_()
        {
            LibTorch.lt_asin_(this);
            return this;
        }

        public Tensor arcsin_() => asin_();

        public Tensor atan() => LibTorch.lt_atan(this);

        public Tensor arctan() => atan();

        public Tensor atan_()
        {
            LibTorch.lt_atan_(this);
            return this;
        }

        public Tensor arctan_() => atan_();

        public Tensor bitwise_not() => LibTorch.lt_bitwise_not(this);

        public Tensor bitwise_not_()
        {
            LibTorch.lt_bitwise_not_(this);
            return this;
        }

        public Tensor ceil() => LibTorch.lt_ceil(this);

        public Tensor ceil_()
        {
            LibTorch.lt_ceil_(this);
            return this;
        }

        public Tensor cos() => LibTorch.lt_cos(this);

        public Tensor cos_()
        {
            LibTorch.lt_cos_(this);
            return this;
        }

        public Tensor cosh() => LibTorch.lt_cosh(this);

        public Tensor cosh_()
        {
            LibTorch.lt_cosh_(this);
            return this;
        }

        public Tensor erf() => LibTorch.lt_erf(this);

        public Tensor erf_()
        {
            LibTorch.lt_erf_(this);
            return this;
        }

        public Tensor erfc() => LibTorch.lt_erfc(this);

        public Tensor erfc_()
        {
            LibTorch.lt_erfc_(this);
            return this;
        }

        public Tensor erfinv() => LibTorch.lt_erfinv(this);

        public Tensor erfinv_()
        {
            LibTorch.lt_erfinv_(this);
            return this;
        }

        public Tensor exp() => LibTorch.lt_exp(this);

        public Tensor exp_()
        {
            LibTorch.lt_exp_(this);
            return this;
        }

        public Tensor exp2() => LibTorch.lt_exp2(this);

        public Tensor exp2_()
        {
            LibTorch.lt_exp2_(this);
            return this;
        }

        public Tensor expm1() => LibTorch.lt_expm1(this);

        public Tensor expm1_()
        {
            LibTorch.lt_expm1_(this);
            return this;
        }

        public Tensor floor() => LibTorch.lt_floor(this);

        public Tensor floor_()
        {
            LibTorch.lt_floor_(this);
            return this;
        }

        public Tensor frac() => LibTorch.lt_frac(this);

        public Tensor frac_()
        {
            LibTorch.lt_frac_(this);
            return this;
        }

        public Tensor log() => LibTorch.lt_log(this);

        public Tensor log_()
        {
            LibTorch.lt_log_(this);
            return this;
        }

        public Tensor log10() => LibTorch.lt_log10(this);

        public Tensor log10_()
        {
            LibTorch.lt_log10_(this);
            return this;
        }

        public Tensor log1p() => LibTorch.lt_log1p(this);

        public Tensor log1p_()
        {
            LibTorch.lt_log1p_(this);
            return this;
        }

        public Tensor log2() => LibTorch.lt_log2(this);

        public Tensor log2_()
        {
            LibTorch.lt_log2_(this);
            return this;
        }

        public Tensor logical_not() => LibTorch.lt_logical_not(this);

        public Tensor logical_not_()
        {
            LibTorch.lt_logical_not_(this);
            return this;
        }

        public Tensor neg() => LibTorch.lt_neg(this);

        public Tensor negative() => neg();

        public Tensor neg_()
        {
            LibTorch.lt_neg_(this);
            return this;
        }

        public Tensor reciprocal() => LibTorch.lt_reciprocal(this);

        public Tensor reciprocal_()
        {
            LibTorch.lt_reciprocal_(this);
            return this;
        }

        public Tensor relu() => LibTorch.lt_relu(this);

        public Tensor relu_()
        {
            LibTorch.lt_relu_(this);
            return this;
        }

        public Tensor rsqrt() => LibTorch.lt_rsqrt(this);

        public Tensor rsqrt_()
        {
            LibTorch.lt_rsqrt_(this);
            return this;
        }

        public Tensor sigmoid() => LibTorch.lt_sigmoid(this);

        public Tensor sigmoid_()
        {
            LibTorch.lt_sigmoid_(this);
            return this;
        }

        public Tensor sign() => LibTorch.lt_sign(this);

        public Tensor sign_()
        {
            LibTorch.lt_sign_(this);
            return this;
        }

        public Tensor sin() => LibTorch.lt_sin(this);

        public Tensor sin_()
        {
            LibTorch.lt_sin_(this);
            return this;
        }

        public Tensor sinh() => LibTorch.lt_sinh(this);

        public Tensor sinh_()
        {
            LibTorch.lt_sinh_(this);
            return this;
        }

        public Tensor sqrt() => LibTorch.lt_sqrt(this);

        public Tensor sqrt_()
        {
            LibTorch.lt_sqrt_(this);
            return this;
        }

        public Tensor tan() => LibTorch.lt_tan(this);

        public Tensor tan_()
        {
            LibTorch.lt_tan_(this);
            return this;
        }

        public Tensor tanh() => LibTorch.lt_tanh(this);

        public Tensor tanh_()
        {
            LibTorch.lt_tanh_(this);
            return this;
        }

        public Tensor trunc() => LibTorch.lt_trunc(this);

        public Tensor fix() => trunc();

        public Tensor trunc_()
        {
            LibTorch.lt_trunc_(this);
            return this;
        }

        public Tensor fix_() => trunc_();

        public Tensor square() => pow(2);

        public Tensor signbit() => LibTorch.lt_signbit(this);
    }
}
