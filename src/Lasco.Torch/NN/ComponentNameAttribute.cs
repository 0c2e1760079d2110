namespace TorchSharp.Utils;

/// <summary>Names a module's field in its state dictionary, where the C# name differs from the checkpoint's key.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    /// <summary>The component's key, without dots.</summary>
    public string Name { get; set; } = "";
}
