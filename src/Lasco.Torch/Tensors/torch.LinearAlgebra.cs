namespace TorchSharp;

// The functions of torch that a tensor has as methods.
public static partial class torch
{
    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        input.addbmm(batch1, batch2, beta, alpha);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmm(mat1, mat2, beta, alpha);

    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmm_(mat1, mat2, beta, alpha);

    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmv(mat1, mat2, beta, alpha);

    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        input.baddbmm(batch1, batch2, beta, alpha);

    public static Tensor bmm(Tensor input, Tensor batch2) =>
        input.bmm(batch2);

    public static Tensor dot(Tensor input, Tensor other) =>
        input.dot(other);

    public static Tensor ger(Tensor input, Tensor vec2) =>
        input.ger(vec2);

    public static Tensor inner(Tensor input, Tensor vec2) =>
        input.inner(vec2);

    public static Tensor matmul(Tensor input, Tensor target) =>
        input.matmul(target);

    public static Tensor mm(Tensor input, Tensor target) =>
        input.mm(target);

    public static Tensor mv(Tensor input, Tensor target) =>
        input.mv(target);

    public static Tensor outer(Tensor input, Tensor vec2) =>
        input.outer(vec2);
}
