namespace Lasco.Notebooks.Display;

/// <summary>Shows bundles in the running cell, or as plain text on the console where there is none.</summary>
internal static class Output
{
    public static void Show(MimeBundle bundle, string? displayId = null)
    {
        if (CellOutput.Current is { } cell)
            cell.Display(bundle, displayId);
        else
            Console.WriteLine(bundle.Data[MimeBundle.Text]);
    }

    public static void Replace(MimeBundle bundle, string displayId)
    {
        if (CellOutput.Current is { } cell)
            cell.Update(bundle, displayId);
        else
            Console.WriteLine(bundle.Data[MimeBundle.Text]);
    }
}
