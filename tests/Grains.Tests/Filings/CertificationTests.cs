namespace Suyuan.Filings.Tests;

public sealed class CertificationTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    [Fact]
    public void Certificate_is_valid_three_years_from_today_and_its_number_tells_kind_district_and_year_FL2()
    {
        var certificate = Given.Issued().Certificate!;

        Assert.Equal("CP-330110-2026-000042", certificate.Number);
        Assert.Equal((Today, new DateOnly(2029, 11, 1)), (certificate.ValidFrom, certificate.ValidTo));
        Assert.Equal(("gov-330100", "杭州市农业农村局", Given.Now), (certificate.IssuedBy, certificate.IssuedByName, certificate.IssuedAt));
        Assert.StartsWith("QY-", Given.Issued(FilingKind.Enterprise).Certificate!.Number, StringComparison.Ordinal);
        Assert.StartsWith("GH-", Given.Issued(FilingKind.SupplyCapacity).Certificate!.Number, StringComparison.Ordinal);
        Assert.StartsWith("SC-", Given.Issued(FilingKind.ProductionCapacity).Certificate!.Number, StringComparison.Ordinal);
    }

    [Fact]
    public void Year_of_the_number_and_first_day_are_China_s()
    {
        var eve = Given.Facts with { Now = new(2026, 12, 31, 16, 30, 0, TimeSpan.Zero) };

        var certificate = Given.Submitted().Issue(FilingDeed.Issue, Given.Issue(), eve).Value.Certificate!;

        Assert.Equal(("CP-330110-2027-000042", new DateOnly(2027, 1, 1)), (certificate.Number, certificate.ValidFrom));
    }

    [Theory]
    [InlineData("2026-11-02", "2026-11-02", true)]
    [InlineData("2026-01-01", "2026-11-02", true)]
    [InlineData("2026-11-02", "2036-11-01", true)]
    [InlineData("2026-11-02", "2036-11-02", false)]
    [InlineData("2026-11-03", "2026-11-02", false)]
    [InlineData("2026-01-01", "2026-11-01", false)]
    [InlineData(null, "2026-11-01", false)]
    [InlineData("2020-01-01", null, false)]
    [InlineData("2027-11-02", null, true)]
    [InlineData("2027-11-03", null, false)]
    [InlineData("9999-12-31", null, false)]
    [InlineData("0001-01-01", "9999-12-31", false)]
    public void Certificate_begins_within_a_year_ends_after_that_and_not_in_the_past_and_within_ten_years_FL2(string? from, string? to, bool valid)
    {
        var issued = Given.Submitted().Issue(FilingDeed.Issue, Given.Issue(Day(from), Day(to)), Given.Facts);

        Assert.Equal(valid ? null : FilingRefusals.ValidityInvalid(default, default).Code, issued.Refusal?.Code);
    }

    [Fact]
    public void Filing_expires_the_day_after_its_last_day_China_time_FL2()
    {
        var filing = Given.Issued();

        Assert.Equal(FilingState.Issued, filing.StateOn(new(2029, 11, 1)));
        Assert.Equal(FilingState.Expired, filing.StateOn(new(2029, 11, 2)));
        Assert.Equal(FilingState.Expired, filing.ToView(Given.Id, Given.Recorder, Given.At(new(2029, 11, 2))).State);
    }

    [Fact]
    public void Issued_content_stands_until_its_amendment_is_issued_in_its_place_FL2()
    {
        var amending = Given.AmendmentSubmitted();
        Assert.Equal("径山茶", amending.ToView(Given.Id, Given.Recorder, Given.Facts).Answers.Text("productName"));
        Assert.Equal("径山红茶", amending.ToView(Given.Id, Given.Recorder, Given.Facts).Amendment!.Answers.Text("productName"));

        var amended = amending.Issue(FilingDeed.IssueAmendment, Given.Issue(), Given.Facts with { Serial = 77 }).Value;

        Assert.Equal("径山红茶", amended.Certificate!.Answers.Text("productName"));
        Assert.Equal(amending.Certificate!.Number, amended.Certificate.Number);
        Assert.Equal((amending.Certificate.ValidFrom, amending.Certificate.ValidTo), (amended.Certificate.ValidFrom, amended.Certificate.ValidTo));
        Assert.Null(amended.Application);
    }

    [Fact]
    public void Amendment_of_an_expired_filing_renews_it_FL2()
    {
        var later = Given.At(new(2030, 1, 15));
        var renewed = Given.Issued().OpenAmendment(new(Given.Recorder, null, null), Given.Product(), later).Value
            .Submit(FilingDeed.SubmitAmendment, new(Given.Recorder, null), Given.Product(), later).Value
            .Issue(FilingDeed.IssueAmendment, Given.Issue(), later).Value;

        Assert.Equal(FilingState.Issued, renewed.StateOn(new(2030, 1, 15)));
        Assert.Equal((new DateOnly(2030, 1, 15), new DateOnly(2033, 1, 14)), (renewed.Certificate!.ValidFrom, renewed.Certificate.ValidTo));
        Assert.Equal("CP-330110-2026-000042", renewed.Certificate.Number);
    }

    [Fact]
    public void Revocation_takes_an_amendment_with_it_FL2()
    {
        var revoked = Given.AmendmentSubmitted().Revoke(new(Given.Regulator, "违规", null), Given.Facts).Value;

        Assert.Equal(FilingState.Revoked, revoked.State);
        Assert.Null(revoked.Application);
        Assert.NotNull(revoked.Certificate);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
