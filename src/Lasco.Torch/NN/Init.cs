using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters. All functions change the tensor, outside any gradient, and return it.</summary>
        public static class init
        {
            /// <summary>What follows a layer, as far as its initial scale depends on it.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>Nothing, after a convolution.</summary>
                Conv1D = 1,

                /// <summary>Nothing, after a convolution.</summary>
                Conv2D = 2,

                /// <summary>Nothing, after a convolution.</summary>
                Conv3D = 3,

                /// <summary>Nothing, after a transposed convolution.</summary>
                ConvTranspose1D = 4,

                /// <summary>Nothing, after a transposed convolution.</summary>
                ConvTranspose2D = 5,

                /// <summary>Nothing, after a transposed convolution.</summary>
                ConvTranspose3D = 6,

                /// <summary>The logistic function.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>max(0, x).</summary>
                ReLU = 9,

                /// <summary>max(a x, x).</summary>
                LeakyReLU = 10,
            }

            /// <summary>What is to keep its variance.</summary>
            public enum FanInOut
            {
                /// <summary>The values on their way forward.</summary>
                FanIn = 0,

                /// <summary>The gradients on their way back.</summary>
                FanOut = 1,
            }

            /// <summary>By what factor a layer's initial weights make up for the nonlinearity after it.</summary>
            /// <param name="nonlinearity">The nonlinearity.</param>
            /// <param name="param">The slope a of <see cref="NonlinearityType.LeakyReLU"/>.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>Fills with ones.</summary>
            /// <param name="tensor">The tensor.</param>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Fills with zeros.</summary>
            /// <param name="tensor">The tensor.</param>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Fills with a number.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="val">The number.</param>
            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var noGrad = no_grad();
                LibTorch.lt_fill_(tensor, val);
                return tensor;
            }

            /// <summary>Draws from U(low, high).</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="low">The smallest value.</param>
            /// <param name="high">The largest value, itself not drawn.</param>
            /// <param name="generator">The source of random numbers; the device's own if null.</param>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var noGrad = no_grad();
                LibTorch.lt_uniform_(tensor, low, high, generator);
                return tensor;
            }

            /// <summary>Draws from N(mean, std²).</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">The mean.</param>
            /// <param name="std">The standard deviation.</param>
            /// <param name="generator">The source of random numbers; the device's own if null.</param>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var noGrad = no_grad();
                LibTorch.lt_normal_(tensor, mean, std, generator);
                return tensor;
            }

            /// <summary>Draws from N(mean, std²), restricted to [a, b].</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">The mean before the restriction.</param>
            /// <param name="std">The standard deviation before the restriction.</param>
            /// <param name="a">The smallest value.</param>
            /// <param name="b">The largest value.</param>
            /// <param name="generator">The source of random numbers; the device's own if null.</param>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                LibTorch.lt_trunc_normal_(tensor, mean, std, a, b, generator);
                return tensor;
            }

            /// <summary>Draws from U(−l, l), l = gain·√(3 / fan) (He et al. 2015).</summary>
            /// <param name="tensor">A weight of at least two dimensions.</param>
            /// <param name="a">The slope of <see cref="NonlinearityType.LeakyReLU"/>.</param>
            /// <param name="mode">What is to keep its variance.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Draws from N(0, gain² / fan) (He et al. 2015).</summary>
            /// <inheritdoc cref="kaiming_uniform_"/>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Draws from U(−l, l), l = gain·√(6 / (fan_in + fan_out)) (Glorot and Bengio 2010).</summary>
            /// <param name="tensor">A weight of at least two dimensions.</param>
            /// <param name="gain">A factor.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var bound = fanIn + fanOut > 0 ? gain * Math.Sqrt(6.0 / (fanIn + fanOut)) : 0;
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>How many inputs make one output of a layer, and how many outputs an input goes into.</summary>
            /// <param name="tensor">A weight, [out, in, kernel…].</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                var field = shape[2..].Aggregate(1L, (area, size) => area * size);
                return (shape[1] * field, shape[0] * field);
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var fan = mode == FanInOut.FanIn ? fanIn : fanOut;
                return fan > 0 ? calculate_gain(nonlinearity, a) / Math.Sqrt(fan) : 0;
            }
        }
    }
}
