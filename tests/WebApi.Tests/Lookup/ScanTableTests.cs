namespace Suyuan.Lookup.Tests;

public sealed class ScanTableTests
{
    private static readonly DateTimeOffset Morning = new(2026, 10, 1, 8, 0, 0, TimeSpan.FromHours(8));

    private static CodeValue Code(int number) => new(20, (UInt128)number);

    [Fact]
    public void What_is_counted_while_others_are_written_is_written_next_LK2()
    {
        var table = new ScanTable(1000) { Filled = true };
        table.Add(Code(1), Morning);
        var first = Assert.Single(table.TakePending());
        table.Add(Code(1), Morning.AddSeconds(1));
        Assert.True(table.TryGet(Code(1), out var scan));
        Assert.Equal(new Scan(2, Morning), scan);
        table.Put(Code(1), new(1, Morning), first.Scans);
        Assert.Equal(1, Assert.Single(table.TakePending()).Scans);
        table.Put(Code(1), new(2, Morning), 1);
        Assert.True(table.TryGet(Code(1), out scan));
        Assert.Equal(2, scan.Count);
        Assert.Empty(table.TakePending());
    }

    [Fact]
    public void What_another_node_counted_before_is_added_and_makes_the_first_look_up_earlier_LK2()
    {
        var table = new ScanTable(1000) { Filled = true };
        table.Add(Code(1), Morning);
        table.Put(Code(1), new(5, Morning.AddDays(-1)));
        Assert.True(table.TryGet(Code(1), out var scan));
        Assert.Equal(new Scan(6, Morning.AddDays(-1)), scan);
    }

    [Fact]
    public void Codes_that_were_never_looked_up_are_not_asked_for_even_when_not_all_fit_LK2()
    {
        var table = new ScanTable(6400) { Filled = true };
        for (var code = 0; code < 20_000; code++) table.Put(Code(code), new(1, Morning));
        Assert.InRange(table.Count, 3_000, 6_400);
        for (var code = 0; code < 20_000; code++)
            Assert.True(!table.TryGet(Code(code), out var scan) || scan.Count == 1, "A stored code passes for one that was never looked up.");
        var asked = Enumerable.Range(100_000, 20_000).Count(code => !table.TryGet(Code(code), out _));
        Assert.InRange(asked, 0, 400);
    }

    [Fact]
    public void Before_all_is_read_the_database_is_asked_LK2()
    {
        var table = new ScanTable(1000);
        Assert.False(table.TryGet(Code(1), out _));
        table.Put(Code(1), new(3, Morning));
        Assert.True(table.TryGet(Code(1), out _));
    }
}
