using Suyuan.Bales;
using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.Bales.Tests;

public sealed class PremiumCottonTests
{
    private static readonly PremiumRule Standard = new();

    private static Inspection Inspected(
        double length = 29.0, double strength = 29.0, double micronaire = 4.0, double uniformity = 82.0, ForeignFibre? foreignFibre = null) => new()
        {
            LengthMm = FibreProperty.Published((decimal)length),
            Strength = FibreProperty.Published((decimal)strength),
            Micronaire = FibreProperty.Published((decimal)micronaire),
            Uniformity = FibreProperty.Published((decimal)uniformity),
            ForeignFibre = foreignFibre,
            ColourGrade = new("31"),
        };

    [Fact]
    public void A_bale_not_yet_inspected_is_pending_and_never_premium_ST3() =>
        Assert.Equal(PremiumState.Pending, Standard.StateOf(null));

    [Theory]
    [InlineData(29.0, PremiumState.Premium)]
    [InlineData(28.95, PremiumState.Premium)]
    [InlineData(28.94, PremiumState.Ordinary)]
    [InlineData(28.9, PremiumState.Ordinary)]
    public void Length_counts_as_published_ST3(double length, PremiumState state) =>
        Assert.Equal(state, Standard.StateOf(Inspected(length: length)));

    [Theory]
    [InlineData(29.0, PremiumState.Premium)]
    [InlineData(28.95, PremiumState.Premium)]
    [InlineData(28.9, PremiumState.Ordinary)]
    public void Strength_counts_as_published_ST3(double strength, PremiumState state) =>
        Assert.Equal(state, Standard.StateOf(Inspected(strength: strength)));

    [Theory]
    [InlineData(3.4, PremiumState.Ordinary)] // C1
    [InlineData(3.5, PremiumState.Ordinary)] // B1
    [InlineData(3.6, PremiumState.Ordinary)]
    [InlineData(3.7, PremiumState.Premium)] // A
    [InlineData(4.2, PremiumState.Premium)]
    [InlineData(4.3, PremiumState.Premium)] // B2
    [InlineData(4.9, PremiumState.Premium)]
    [InlineData(4.95, PremiumState.Ordinary)] // published 5.0, C2
    [InlineData(5.0, PremiumState.Ordinary)]
    public void Micronaire_is_of_the_levels_A_and_B2_ST3(double micronaire, PremiumState state) =>
        Assert.Equal(state, Standard.StateOf(Inspected(micronaire: micronaire)));

    [Theory]
    [InlineData(81.94, PremiumState.Ordinary)]
    [InlineData(81.95, PremiumState.Premium)]
    public void Uniformity_counts_only_when_the_season_asks_for_it_ST3(double uniformity, PremiumState asked)
    {
        Assert.Equal(PremiumState.Premium, Standard.StateOf(Inspected(uniformity: uniformity)));
        Assert.Equal(asked, (Standard with { MinimumUniformity = 82.0m }).StateOf(Inspected(uniformity: uniformity)));
    }

    [Theory]
    [InlineData(null, PremiumState.Premium)]
    [InlineData(ForeignFibre.None, PremiumState.Premium)]
    [InlineData(ForeignFibre.Low, PremiumState.Ordinary)]
    [InlineData(ForeignFibre.Present, PremiumState.Ordinary)]
    public void Foreign_fibre_counts_only_when_the_season_asks_for_it_ST3(ForeignFibre? found, PremiumState asked)
    {
        Assert.Equal(PremiumState.Premium, Standard.StateOf(Inspected(foreignFibre: found)));
        Assert.Equal(PremiumState.Premium, (Standard with { ForeignFibreAllowed = true }).StateOf(Inspected(foreignFibre: found)));
        Assert.Equal(asked, (Standard with { ForeignFibreAllowed = false }).StateOf(Inspected(foreignFibre: found)));
    }

    [Fact]
    public void The_published_batch_weighs_43547_9_kg_conditioned_ST2() =>
        Assert.Equal(43_547.93m, new SeasonPolicy().ConditionedKg(Kilograms.Of(41_939.6m), 2.4m, 4.6m));

    [Fact]
    public void Impurity_is_standard_until_it_is_known_ST2()
    {
        var policy = new SeasonPolicy();
        Assert.Equal(
            policy.ConditionedKg(Kilograms.Of(225.48m), policy.StandardImpurityPct, 4.6m), policy.ConditionedKg(Kilograms.Of(225.48m), null, 4.6m));
    }
}
