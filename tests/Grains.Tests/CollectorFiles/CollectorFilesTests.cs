using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

public sealed class CollectorFilesTests
{
    private static readonly GinLineId Line = new(new("65001"), 2);
    private static readonly Caller Ginner = new("qts65001", Role.Ginner, "65001");
    private static readonly DateTimeOffset Now = new(2026, 10, 12, 9, 30, 0, TimeSpan.FromHours(8));
    private static readonly CollectorFiles New = new();

    private static CollectorFiles WithKey => New.IssueKey(new(Ginner, Line), new() { KeyId = "1", Cipher = "a" }, Now).Value;

    [Fact]
    public void Keys_are_numbered_and_a_new_one_replaces_the_old_GL7()
    {
        var second = WithKey.IssueKey(new(Ginner, Line), new() { KeyId = "1", Cipher = "b" }, Now).Value;
        Assert.Equal((2, "b", "qts65001"), (second.KeyNumber, second.Key!.Cipher, second.KeyIssuedBy));
    }

    [Theory]
    [InlineData(Role.GinVerifier)]
    [InlineData(Role.Collector)]
    public void Only_the_ginner_and_the_platform_issue_keys_GL7(Role role) => Refused.With(
        SharedRefusals.Forbidden, New.IssueKey(new(new("x", role, "65001"), Line), new(), Now));

    [Fact]
    public void Without_a_key_there_are_no_files_GL7()
    {
        Refused.With(CollectorFileRefusals.KeyMissing(Line), New.Number(new(Ginner, Line, 3), Now));
        Refused.With(CollectorFileRefusals.KeyMissing(Line), New.Take(new(Ginner, Line, new() { Number = 1 }), null, Now));
    }

    [Fact]
    public void Card_files_count_up_GL7()
    {
        var second = WithKey.Number(new(Ginner, Line, 3), Now).Value.Number(new(Ginner, Line, 5), Now).Value;
        Assert.Equal((2, 5), (second.LastCardFile!.Number, second.LastCardFile.Cards));
    }

    [Fact]
    public void A_collection_file_is_taken_once_and_its_number_is_one_content_GL7()
    {
        var file = new CollectionFile { Number = 4, Sha256 = "aa", Count = 3 };
        var taken = WithKey.Take(new(Ginner, Line, file), null, Now).Value;
        Assert.Equal((4, "qts65001", Now), (taken.LastCollectionFile, taken.Taken!.TakenBy, taken.Taken.TakenAt));
        Assert.Same(taken, taken.Take(new(Ginner, Line, file), taken.Taken, Now).Value);
        Refused.With(
            CollectorFileRefusals.ExistsWithDifferentContent(4), taken.Take(new(Ginner, Line, file with { Sha256 = "bb" }), taken.Taken, Now));
        Assert.Equal(4, taken.Take(new(Ginner, Line, file with { Number = 2 }), null, Now).Value.LastCollectionFile);
    }
}
