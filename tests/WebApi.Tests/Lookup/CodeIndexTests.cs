namespace Suyuan.Lookup.Tests;

public sealed class CodeIndexTests
{
    [Theory]
    [InlineData("00000000", 8)]
    [InlineData("65900100010010000004", 20)]
    [InlineData("99999999999999999999999999999999", 32)]
    [InlineData("18446744073709551616", 20)]
    public void A_code_is_read_and_written_with_all_its_digits_IC1(string text, int length)
    {
        Assert.True(CodeValue.TryParse(text, out var code));
        Assert.Equal(length, code.Length);
        Assert.Equal(text, code.ToString());
        Assert.Equal(code, CodeValue.Of(code.Key));
        Assert.Equal(UInt128.Parse(text), code.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("123456789012345678901234567890123")]
    [InlineData("12345678a")]
    [InlineData("１２３４５６７８")]
    [InlineData("-12345678")]
    public void What_is_no_code_is_none_LK3(string text) => Assert.False(CodeValue.TryParse(text, out _));

    [Theory]
    [InlineData("6901234567892", true)]
    [InlineData("6901234567893", false)]
    [InlineData("00000000000000000000", true)]
    [InlineData("10000000000000000007", true)]
    [InlineData("10000000000000000000000000000009", false)]
    [InlineData("10000000000000000000000000000007", true)]
    public void The_check_digit_has_the_weights_of_GS1_IC1(string text, bool holds)
    {
        Assert.True(CodeValue.TryParse(text, out var code));
        Assert.Equal(holds, CheckDigit.Holds(code));
    }

    [Fact]
    public void Whatever_is_bound_and_unbound_the_index_finds_what_a_list_would_IC2()
    {
        var random = new Random(11);
        var (index, model) = (SpanIndex.Empty, new List<CodeSpan>());
        for (var round = 0; round < 60; round++)
        {
            HashSet<int> batches = [.. Enumerable.Range(0, 3).Select(_ => random.Next(40))];
            var now = new List<CodeSpan>();
            model.RemoveAll(span => batches.Contains(span.Batch));
            for (var more = random.Next(400); more > 0; more--)
            {
                var (start, reach) = ((UInt128)random.Next(1_000_000), (ulong)random.Next(30));
                if (model.Concat(now).Any(span => start <= span.End && span.Start <= start + reach)) continue;
                now.Add(new(start, reach, batches.ElementAt(random.Next(batches.Count)), random.Next(3), random.Next(2) == 0));
            }

            model.AddRange(now);
            index = round == 0 ? SpanIndex.Of(now) : index.With(batches, now);
            Assert.Equal(model.Count, index.Count);
            foreach (var code in model.SelectMany(span => new[] { span.Start, span.End, span.End + 1, span.Start == 0 ? 0 : span.Start - 1 }))
            {
                var expected = model.Where(span => span.Start <= code && code <= span.End).ToList();
                Assert.Equal(expected.Count == 1, index.TryFind(code, out var found));
                if (expected is [var only]) Assert.Equal(only, found);
            }
        }
    }

    [Fact]
    public void A_range_is_cut_where_parts_of_it_are_frozen_IC3()
    {
        var spans = new CodeSpans();
        CodeValue start = new(8, 100), end = new(8, 199);
        spans.Add(start, end, 7, false, [new(190, 250, 2), new(100, 109, 1), new(150, 150, 1)]);
        Assert.Equal(
            [(100, 109, 1), (110, 149, 0), (150, 150, 1), (151, 189, 0), (190, 199, 2)],
            spans.Of(8).Select(span => ((int)span.Start, (int)span.End, span.Notice)));
    }

    [Fact]
    public void A_million_ranges_take_less_than_forty_bytes_each_PF1()
    {
        List<CodeSpan> spans = [.. Enumerable.Range(0, 1_000_000).Select(at => new CodeSpan((UInt128)at * 1_000, 900, at % 1000, 0, true))];
        // Of this thread alone: other tests take memory and give it back meanwhile.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var index = SpanIndex.Of(spans);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000_000.0;
        Assert.InRange(bytes, 30, 40);
        Assert.True(index.TryFind(999_999_900, out _));
    }
}
