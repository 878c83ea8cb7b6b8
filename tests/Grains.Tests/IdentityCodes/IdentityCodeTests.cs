using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Suyuan.Common;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>The arithmetic of codes against naive models: strings and lists that know no formula.</summary>
public sealed class IdentityCodeTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static Gen<string> Digits { get; } =
        from length in Gen.Choose(IdentityCode.Shortest, IdentityCode.Longest)
        from digits in Gen.ArrayOf(Gen.Choose(0, 9), length)
        select string.Concat(digits);

    /// <summary>A run of up to sixty codes, anywhere, with or without a check digit.</summary>
    private static Gen<CodeRun> Runs { get; } =
        from start in Digits
        from count in Gen.Choose(1, 60)
        from isChecked in Gen.Elements(true, false)
        let length = start.Length - (isChecked ? 1 : 0)
        let first = BigInteger.Min(BigInteger.Parse(start[..length], CultureInfo.InvariantCulture), BigInteger.Pow(10, length) - 60)
        select CodeRun.Of((UInt128)first, (UInt128)(first + count - 1), start.Length, isChecked);

    [Theory]
    [InlineData("6901234567892")]
    [InlineData("00012345600012")]
    public void Check_digit_is_that_of_GS1_IC1(string code) => Assert.True(IdentityCode.Parse(code, null).HasCheckDigit);

    [Fact]
    public void Check_digit_finds_every_single_wrong_digit_IC1() => Prop.ForAll(Digits.ToArbitrary(), digits =>
    {
        var code = digits[..^1] + (char)('0' + CheckDigit.Of(digits.AsSpan(0, digits.Length - 1)));
        for (var place = 0; place < code.Length; place++)
            for (var wrong = '0'; wrong <= '9'; wrong++)
                Assert.Equal(wrong == code[place], CheckDigit.Fits(code[..place] + wrong + code[(place + 1)..]));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Codes_of_a_run_are_its_count_in_the_order_of_numbers_texts_and_serials_IC1() => Prop.ForAll(Runs.ToArbitrary(), run =>
    {
        var codes = run.Codes().ToList();

        Assert.Equal(run.Count, (UInt128)codes.Count);
        Assert.Equal((run.Start, run.End), (codes[0], codes[^1]));
        Assert.All(codes, code => Assert.Equal((run.Start.Length, true), (code.Length, !run.Checked || code.HasCheckDigit)));
        Assert.Equal(codes.OrderBy(code => code.Number), codes);
        Assert.Equal(codes.OrderBy(code => code.Value, StringComparer.Ordinal), codes);
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }).Check(Thorough);

    [Fact]
    public void Run_contains_what_it_counts_and_nothing_else_IC2() => Prop.ForAll(Runs.ToArbitrary(), Gen.Choose(-700, 700).ToArbitrary(), (run, away) =>
    {
        var number = (BigInteger)run.Start.Number + away;
        if (number < 0 || number.ToString(CultureInfo.InvariantCulture).Length > run.Start.Length) return;
        var code = IdentityCode.Of((UInt128)number, run.Start.Length);

        Assert.Equal(run.Codes().Contains(code), run.Contains(code));
    }).Check(Thorough);

    [Fact]
    public void Common_part_of_two_runs_is_what_both_count_IC2() => Prop.ForAll(Runs.ToArbitrary(), Gen.Choose(-70, 70).ToArbitrary(), (run, away) =>
    {
        var first = (BigInteger)run.First + away;
        if (first < 0 || (first + 60).ToString(CultureInfo.InvariantCulture).Length > run.Start.Length - (run.Checked ? 1 : 0)) return;
        var other = CodeRun.Of((UInt128)first, (UInt128)(first + 29), run.Start.Length, run.Checked);

        Assert.Equal(run.Codes().Intersect(other.Codes()), run.Within(other)?.Codes() ?? []);
    }).Check(Thorough);

    [Fact]
    public void First_code_outside_is_the_first_that_no_run_has_IC2() => Prop.ForAll(
        Runs.ToArbitrary(), Gen.ListOf(Gen.Choose(0, 12)).ToArbitrary(), (run, sizes) =>
    {
        // Runs and holes in turn, from a little before the run on; sizes of nothing make holes and neighbours vanish.
        var (runs, serial, isHole) = (new List<CodeRun>(), run.First, false);
        foreach (var size in sizes)
        {
            if (!isHole && size > 0) runs.Add(CodeRun.Of(serial, serial + (UInt128)size - 1, run.Start.Length, run.Checked));
            (serial, isHole) = (serial + (UInt128)(isHole ? size % 3 : size), !isHole);
            if (serial > run.Last) break;
        }

        var held = runs.SelectMany(one => one.Codes()).ToHashSet();
        var expected = run.Codes().Where(code => !held.Contains(code)).Select(code => (IdentityCode?)code).FirstOrDefault();
        Assert.Equal(expected, run.FirstOutside(runs));
    }).Check(Thorough);

    [Theory]
    [InlineData("1234567")]
    [InlineData("123456789012345678901234567890123")]
    [InlineData("1234567x")]
    [InlineData("１２３４５６７８")]
    [InlineData("-12345678")]
    [InlineData("")]
    [InlineData(null)]
    public void Code_is_8_to_32_digits_IC1(string? text) => Assert.False(IdentityCode.TryParse(text, null, out _));
}
