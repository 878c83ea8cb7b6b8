using System.Runtime.InteropServices;

namespace Suyuan.Lookup;

/// <summary>
/// Short numbers for what many spans share: batches, and what recalls say. Numbers are never taken back. One writer; readers
/// only resolve numbers that they found in an index, which was put there after them.
/// </summary>
internal sealed class CodeRegister
{
    private readonly Dictionary<BatchKey, int> numbers = [];
    private readonly Dictionary<string, int> notices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> ofEnterprise = new(StringComparer.Ordinal);
    private BatchKey[] batches = new BatchKey[64];
    private string[] texts = [""];

    public BatchKey Batch(int number) => Volatile.Read(ref batches)[number];

    public string Notice(int number) => Volatile.Read(ref texts)[number];

    public IReadOnlyList<int> BatchesOf(string enterprise) => ofEnterprise.GetValueOrDefault(enterprise) ?? [];

    public int NumberOf(string enterprise, string batch)
    {
        // The enterprise's name is kept once, not once for each batch.
        var batchesOf = CollectionsMarshal.GetValueRefOrAddDefault(ofEnterprise, enterprise, out _) ??= [];
        var key = new BatchKey(batchesOf.Count > 0 ? batches[batchesOf[0]].Enterprise : enterprise, batch);
        if (numbers.TryGetValue(key, out var known)) return known;
        var number = numbers.Count;
        if (number == batches.Length)
        {
            var longer = batches;
            Array.Resize(ref longer, 2 * batches.Length);
            Volatile.Write(ref batches, longer);
        }

        batches[number] = key;
        numbers.Add(key, number);
        batchesOf.Add(number);
        return number;
    }

    public int NumberOfNotice(string? text)
    {
        if (text is null) return 0;
        if (notices.TryGetValue(text, out var known)) return known;
        Volatile.Write(ref texts, [.. texts, text]);
        notices.Add(text, texts.Length - 1);
        return texts.Length - 1;
    }
}
