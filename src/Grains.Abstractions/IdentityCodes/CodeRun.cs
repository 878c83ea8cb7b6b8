using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>
/// A run of codes (号段) of one length, both ends included. Where the last digit is a check digit it follows from the others, so the order
/// of whole codes is the order of serials, and serials are what is counted.
/// </summary>
[GenerateSerializer, Immutable, Alias("code-run")]
public sealed record CodeRun([property: Id(0)] IdentityCode Start, [property: Id(1)] IdentityCode End, [property: Id(2)] bool Checked)
{
    public UInt128 First => SerialOf(Start, Checked);

    public UInt128 Last => SerialOf(End, Checked);

    public UInt128 Count => Last - First + 1;

    public static UInt128 SerialOf(IdentityCode code, bool isChecked) => isChecked ? code.Number / 10 : code.Number;

    /// <summary>The code of a serial.</summary>
    public static IdentityCode CodeOf(UInt128 serial, int length, bool isChecked)
    {
        if (!isChecked) return IdentityCode.Of(serial, length);
        var body = IdentityCode.Of(serial, length - 1).Value;
        return new(body + (char)('0' + CheckDigit.Of(body)));
    }

    public static CodeRun Of(UInt128 first, UInt128 last, int length, bool isChecked) =>
        new(CodeOf(first, length, isChecked), CodeOf(last, length, isChecked), isChecked);

    public bool Contains(IdentityCode code) =>
        code.Length == Start.Length && (!Checked || code.HasCheckDigit)
            && SerialOf(code, Checked) is var serial && serial >= First && serial <= Last;

    /// <summary>The part that both have, or null.</summary>
    public CodeRun? Within(CodeRun other) =>
        Start.Length == other.Start.Length && Checked == other.Checked && First <= other.Last && other.First <= Last
            ? Of(UInt128.Max(First, other.First), UInt128.Min(Last, other.Last), Start.Length, Checked)
            : null;

    /// <summary>Whether the other begins with the very next code.</summary>
    public bool JoinsOn(CodeRun next) => Start.Length == next.Start.Length && Checked == next.Checked && next.First == Last + 1;

    public IEnumerable<IdentityCode> Codes()
    {
        for (var serial = First; serial <= Last; serial++) yield return CodeOf(serial, Start.Length, Checked);
    }

    /// <summary>The first of this run's codes that none of these runs has; they are in order and do not overlap.</summary>
    public IdentityCode? FirstOutside(IEnumerable<CodeRun> runs)
    {
        var next = First;
        foreach (var run in runs.Where(run => run.Start.Length == Start.Length && run.Checked == Checked && run.Last >= First))
        {
            if (run.First > next) break;
            if (run.Last >= Last) return null;
            next = run.Last + 1;
        }

        return CodeOf(next, Start.Length, Checked);
    }
}
