using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Inputs.Tests;

public sealed class InputTests
{
    [Fact]
    public void Item_is_named_and_counted_as_its_answers_say_SR2()
    {
        var view = Given.View(Given.Item());

        Assert.Equal(("pesticide", "吡虫啉", "bottle", 1), (view.Kind, view.Name, view.Unit, view.Revision));
        Assert.Equal("recorder", view.Created!.By);
    }

    [Theory]
    [InlineData("PD20070123")]
    [InlineData("PD86148")]
    [InlineData("WP20080086")]
    [InlineData("LS20120001F040012")]
    [InlineData("EX20210005")]
    [InlineData("PD84118-12")]
    public void Registration_numbers_of_pesticides_are_known(string number) =>
        Assert.False(new Input().Add("i1", Given.Pesticide(number), Given.By).Refused);

    [Theory]
    [InlineData("20070123")]
    [InlineData("PD123")]
    [InlineData("XX20070123")]
    [InlineData("PD20070123 ")]
    public void Registration_number_that_is_none_is_told_by_its_field(string number) => Refused.With(
        FormRefusals.AnswersInvalid([new("registrationNo", InputRefusals.RegistrationNumberInvalid)]),
        new Input().Add("i1", Given.Pesticide(number), Given.By));

    [Fact]
    public void Every_wrong_field_is_told_at_once_and_none_twice_FM1()
    {
        var refusal = new Input().Add("i1", Given.Pesticide("PD1", name: null), Given.By).Refusal!;

        Assert.Equal(["name", "registrationNo"], refusal.Fields!.Value.Select(fault => fault.Path));
    }

    [Fact]
    public void Adding_the_same_again_is_a_repetition_and_something_else_is_not()
    {
        var item = Given.Item();

        Assert.Same(item, item.Add("i1", Given.Pesticide(), Given.By).Value);
        Refused.With(InputRefusals.ExistsWithDifferentContent("i1"), item.Add("i1", Given.Pesticide(unit: "kg"), Given.By));
    }

    [Fact]
    public void Edit_tells_who_and_when_and_nothing_new_is_no_edit()
    {
        var item = Given.Item();
        var edited = item.Edit(Given.Pesticide(name: "啶虫脒"), 1, Given.By).Value;

        Assert.Equal(("啶虫脒", 2, Given.By), (edited.Name, edited.Revision, edited.Changed));
        Assert.Same(item, item.Edit(Given.Pesticide(), 1, Given.By).Value);
        Refused.With(SharedRefusals.Stale(2), edited.Edit(Given.Pesticide(), 1, Given.By));
    }

    [Fact]
    public void Item_is_retired_with_a_reason_and_comes_back_SR2()
    {
        Refused.With(InputRefusals.ReasonRequired, Given.Item().Retire(null, Given.By with { Reason = " " }));
        Refused.With(SharedRefusals.Stale(1), Given.Item().Retire(7, Given.By with { Reason = "换品种" }));
        var retired = Given.RetiredItem();

        Assert.Equal("换品种", retired.Retired!.Reason);
        Assert.Same(retired, retired.Retire(null, Given.By with { Reason = "again" }).Value);
        Assert.Null(retired.Reinstate(2, Given.By).Value.Retired);
    }
}
