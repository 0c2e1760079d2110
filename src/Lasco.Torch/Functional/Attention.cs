using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(Q Kᵀ / √E + mask) V.</summary>
            /// <param name="query">Q: [*, L, E].</param>
            /// <param name="key">K: [*, S, E].</param>
            /// <param name="value">V: [*, S, Ev].</param>
            /// <param name="attn_mask">
            /// Broadcastable to [*, L, S]: booleans, true where a query may look, or numbers that are added. A query that may look
            /// nowhere gets zeros.
            /// </param>
            /// <param name="p">The probability with which a weight is dropped; pass 0 when not training.</param>
            /// <param name="is_casual">Whether query i may only look at keys 0 … i; excludes <paramref name="attn_mask"/>.</param>
            /// <returns>[*, L, Ev].</returns>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false) =>
                LibTorch.lt_scaled_dot_product_attention(query, key, value, attn_mask, p, is_casual);
        }
    }
}
