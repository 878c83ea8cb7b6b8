namespace Suyuan.Lookup.Tests;

public sealed class PageRoomTests
{
    [Theory]
    [InlineData(100, 100)]
    [InlineData(100, 100, 30, 20)]
    [InlineData(100, 25, 50, 900, 25, 400)]
    [InlineData(100, 45, 10, 900, 400)]
    [InlineData(100, 33, 100, 100, 100)]
    [InlineData(0, 0, 5)]
    public void Small_parts_have_all_they_want_and_large_ones_what_is_left_LK4(int room, int each, params int[] wanted) =>
        Assert.Equal(each, PageRoom.OfEach(wanted, room));

    [Fact]
    public void All_parts_fit_and_no_room_is_wasted_LK4()
    {
        var lots = new Random(4);
        for (var page = 0; page < 1_000; page++)
        {
            var wanted = Enumerable.Range(0, lots.Next(1, 30)).Select(_ => lots.Next(0, 8_000)).ToArray();
            var room = lots.Next(0, 40_000);
            var each = PageRoom.OfEach(wanted, room);
            var taken = wanted.Sum(size => Math.Min(size, each));
            Assert.InRange(taken, Math.Min(wanted.Sum(), room - wanted.Length), room);
        }
    }
}
