using FsCheck;
using FsCheck.Fluent;

namespace Suyuan.GinLines.Tests;

/// <summary>Something that happens at a line or around it, in numbers that LineScript makes sense of.</summary>
internal sealed record LineStep(int What, int Card, int Delay, int Detail, int Back, bool Joins)
{
    private static Gen<LineStep> One { get; } =
        from what in Gen.Choose(0, 99)
        from card in Gen.Choose(0, 12)
        from delay in Gen.Choose(-4, 4)
        from detail in Gen.Choose(0, 31)
        from back in Gen.Choose(0, 9)
        from joins in Gen.Choose(0, 3)
        select new LineStep(what, card, delay, detail, back, joins > 0);

    /// <summary>Days of up to 80 steps; a failing one is told with as few of them as fail.</summary>
    public static Arbitrary<LineStep[]> Days { get; } = Arb.From(
        from length in Gen.Choose(1, 80) from steps in One.ArrayOf(length) select steps,
        steps => Enumerable.Range(0, steps.Length).Select(gone => steps.Where((_, place) => place != gone).ToArray()));
}
