using System.Text.Json;

namespace Lasco.Research.Datasets;

/// <summary>Reads <c>v2_mscoco_{train,val}2014_complementary_pairs.json</c>: a list of <c>[question id, question id]</c>.</summary>
internal static class VqaPairFile
{
    /// <summary>Hands over the pairs in the order of the file.</summary>
    public static void Read(string path, VqaFaults faults, Action<(long A, long B)> add) =>
        VqaEntries.ReadList(path, "pairs [question id, question id]", faults, (ref JsonFile json, long index) =>
        {
            long? first = null, second = null;
            int count = 0;
            bool isQuoted = false;
            if (json.TokenType == JsonTokenType.StartArray)
            {
                for (; json.NextElement(); count++)
                {
                    long? id = VqaEntries.ReadNumber(ref json, ref isQuoted);
                    if (count == 0)
                        first = id;
                    else
                        second = id;
                }
            }
            else
            {
                json.Skip();
            }

            if (isQuoted)
                faults.Add(path, first ?? second, VqaFaultKind.NumberAsString, $"entry {index}");
            if (count != 2 || first is null || second is null)
            {
                faults.Add(path, first, VqaFaultKind.Malformed, $"entry {index} is no pair of ids");
                return false;
            }

            add((first.Value, second.Value));
            return true;
        });
}
