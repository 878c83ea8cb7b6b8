namespace Suyuan.Lookup;

/// <summary>Shares the room of a page among its parts: small ones have all they want, large ones have what is left, alike.</summary>
internal static class PageRoom
{
    /// <summary>The most that any part may take, so that all of them fit.</summary>
    public static int OfEach(IReadOnlyCollection<int> wanted, int room)
    {
        var left = room;
        foreach (var (at, size) in wanted.Order().Index())
        {
            var share = left / (wanted.Count - at);
            if (size > share) return share;
            left -= size;
        }

        return room;
    }
}
