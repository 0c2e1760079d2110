namespace Microsoft.DotNet.Interactive;

/// <summary>A password that does not show itself.</summary>
public sealed class PasswordString(string password)
{
    /// <summary>The password.</summary>
    public string GetClearTextPassword() => password;

    /// <summary>Asterisks.</summary>
    public override string ToString() => new('*', password.Length);
}
