using Suyuan.Common;

namespace Suyuan.IdentityCodes.Tests;

public sealed class CodeAllocationTests
{
    [Fact]
    public void Allocation_is_a_run_of_district_enterprise_product_and_units_IC1()
    {
        var allocation = Given.Allocation();

        Assert.Equal((Given.Code(0), Given.Code(99), 100L), (allocation.Start, allocation.End, allocation.Codes));
        Assert.StartsWith("3301100007001000000", allocation.Start.Value, StringComparison.Ordinal);
        Assert.Equal(("001", "3301100007"), (allocation.ProductSerial, allocation.Space));
        Assert.Equal(CodeSource.Platform, allocation.Source);
    }

    [Fact]
    public void Runs_that_follow_each_other_join_IC1()
    {
        var plan = Given.Plan().Value;

        Assert.True(plan.RunFrom(new(7, 0), 0).JoinsOn(plan.RunFrom(new(7, 100), 100)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void Run_has_one_code_at_least_and_no_more_than_its_digits_hold_IC1(long count) =>
        Refused.With(IdentityCodeRefusals.CountInvalid(1_000_000), Given.Plan(Given.Asking(count)));

    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(-1)]
    public void Product_serial_is_asked_for_where_the_layout_has_one_IC1(int? serial) =>
        Refused.With(IdentityCodeRefusals.ProductSerialInvalid(3), Given.Plan(Given.Asking(product: serial)));

    [Fact]
    public void Product_serial_has_no_place_in_a_layout_without_one_IC1()
    {
        var layout = IdentityCodeLayout.Parse("short", "enterprise:4 unit:8");

        Refused.With(IdentityCodeRefusals.ProductSerialInvalid(0), Given.Plan(Given.Asking(product: 1), layout));
        Assert.Equal("0007", Given.Plan(Given.Asking(product: null), layout).Value.Prefix(7));
    }

    [Fact]
    public void New_codes_need_a_layout_that_says_how_long_they_are_IC1() => Refused.With(
        IdentityCodeRefusals.LayoutOfAnyLength(CodeLayouts.Plain), Given.Plan(Given.Asking(product: null), Given.Layouts.Find(CodeLayouts.Plain)));

    [Fact]
    public void Layout_without_so_many_serials_gives_none_IC1()
    {
        Refused.With(IdentityCodeRefusals.SerialsExhausted("standard"), new CodeAllocation().Allocate(Given.Plan().Value, new(7, null), Given.By));
        Assert.True(Given.Plan().Value.Holds(9_999));
        Assert.False(Given.Plan().Value.Holds(10_000));
    }

    [Fact]
    public void Note_is_text_that_can_be_shown_IC1() => Refused.With(
        IdentityCodeRefusals.NoteInvalid, Given.Plan(Given.Asking(note: "a\u0007")));

    [Fact]
    public void Earlier_vendors_run_is_registered_by_start_and_end_IC1()
    {
        var asked = Given.Registration(Given.Registering(" 00012345 ", "00012999"));
        var allocation = new CodeAllocation().Register(asked.Value, null, Given.By).Value;

        Assert.Equal((655L, CodeSource.EarlierVendor, "某软件公司"), (allocation.Codes, allocation.Source, allocation.Vendor));
        Assert.Same(allocation, allocation.Repeat("a1", asked.Value).Value);
        Refused.With(
            IdentityCodeRefusals.ExistsWithDifferentContent("a1"),
            allocation.Repeat("a1", Given.Registration(Given.Registering("00012345", "00013000")).Value));
    }

    [Theory]
    [InlineData("1234567", "12345678", "identity-code/invalid")]
    [InlineData("12345678", "12345678x", "identity-code/invalid")]
    [InlineData("12345678", "123456789", "identity-code/lengths-differ")]
    [InlineData("12345679", "12345678", "identity-code/end-before-start")]
    [InlineData("00000000000", "99999999999", "identity-code/count-invalid")]
    public void Run_that_is_none_is_not_registered_IC1(string start, string end, string code) =>
        Assert.Equal(code, Given.Registration(Given.Registering(start, end)).Refusal?.Code);

    [Fact]
    public void Registered_run_is_of_its_layout_IC1()
    {
        Refused.With(
            IdentityCodeRefusals.CheckDigitWrong("12345678"), Given.Registration(Given.Registering("12345678", "12345688", CodeLayouts.Checked)));
        Refused.With(IdentityCodeRefusals.LayoutUnknown("none"), Given.Registration(Given.Registering("12345678", "12345688", "none")));
        Refused.With(
            IdentityCodeRefusals.LayoutUnfit("6901234567892", "standard"),
            Given.Registration(Given.Registering("6901234567892", "6901234567892", CodeLayouts.Standard)));
        Refused.With(
            IdentityCodeRefusals.NoteInvalid, Given.Registration(Given.Registering("12345678", "12345688", vendor: new string('长', 61))));
    }

    [Fact]
    public void Codes_that_somebody_has_are_not_registered_IC1() => Refused.With(
        IdentityCodeRefusals.AllocationOverlap("12345680", "12345688"),
        new CodeAllocation().Register(
            Given.Registration(Given.Registering("12345678", "12345688")).Value, new() { Start = "12345680", End = "12345688" }, Given.By));

    [Fact]
    public void Asking_for_the_same_again_is_a_repetition_and_something_else_is_not_IC1()
    {
        Assert.False(Given.Allocation().Repeat("a1", Given.Plan().Value).Refused);
        Refused.With(
            IdentityCodeRefusals.ExistsWithDifferentContent("a1"), Given.Allocation().Repeat("a1", Given.Plan(Given.Asking(99)).Value));
    }
}
