using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Suyuan.Batches.Tests;

/// <summary>The interval against a model that knows no digest: every day of every application, every harvest, counted day by day.</summary>
public sealed class IntervalModelTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1_000);
    private static readonly DateOnly Start = new(2026, 3, 1);
    private static readonly string[] Names = ["p1", "p2", "p3"];

    private static Gen<string[]> Plots { get; } =
        from chosen in Gen.Choose(0, 7)
        select Names.Where((_, index) => (chosen >> index & 1) == 1).ToArray();

    private static Gen<Step> Steps { get; } =
        from kind in Gen.Choose(0, 5)
        from id in Gen.Choose(0, 3)
        from day in Gen.Choose(0, 20)
        from length in Gen.Choose(0, 4)
        from days in Gen.Choose(0, 9)
        from plots in Plots
        select new Step(kind, id, day, length, days, plots);

    private static Arbitrary<Step[]> Sequences { get; } = Gen.ArrayOf(Steps).ToArbitrary();

    [Fact]
    public void Marks_and_refusals_are_those_of_the_model_BT4() => Prop.ForAll(Sequences, steps =>
    {
        var (batch, model, kept) = (Given.Running(), new Model(), new Dictionary<string, StageRecord>());
        foreach (var step in steps)
        {
            var known = kept.GetValueOrDefault(step.Id);
            var facts = Given.Record(step.Stage, step.Answers, known);
            var decided = step.Deletes
                ? batch.DeleteRecord(Given.Delete(step.Id), facts)
                : known is null ? batch.AddRecord(Given.Add(step.Id, step.Stage), facts) : batch.ChangeRecord(Given.Change(step.Id), facts);
            if (step.Deletes && known is null)
            {
                Assert.Equal("common/not-found", decided.Refusal?.Code);
                continue;
            }

            var tooEarly = model.Take(step);
            Assert.Equal(tooEarly is null ? null : "batch/harvest-too-early", decided.Refusal?.Code);
            if (tooEarly is { } day) Assert.Equal(Text(day), decided.Refusal!.Arguments[1].Value);
            if (decided.Refused) continue;
            batch = decided.Value;
            if (step.Deletes) kept.Remove(step.Id);
            else if (batch.Written is { } written && written.Id == step.Id) kept[step.Id] = written;
            Assert.Equal(model.Marks(), batch.Harvests.Select(one => (one.Record, one.LawfulFrom)).OrderBy(one => one.Record, StringComparer.Ordinal));
        }
    }).Check(Thorough);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Adds, changes or deletes a pest-control or a harvest record.</summary>
    private sealed record Step(int Kind, int Place, int Day, int Length, int Days, string[] Plots)
    {
        public bool Sprays => Kind < 3;
        public bool Deletes => Kind is 2 or 5;
        public string Stage => Sprays ? "pest-control" : "plucking";
        public string Id => $"{(Sprays ? "s" : "h")}{Place}";
        public DateOnly First => Start.AddDays(Day);
        public DateOnly Last => First.AddDays(Sprays ? Length : 0);

        public System.Text.Json.Nodes.JsonObject Answers
        {
            get
            {
                if (!Sprays) return Given.Plucking(Text(First), Plots);
                var answers = Given.Spraying(Text(Last), Days, Plots);
                answers["firstDate"] = Text(First);
                return answers;
            }
        }
    }

    private sealed class Model
    {
        private readonly SortedDictionary<string, Step> steps = new(StringComparer.Ordinal);

        /// <summary>The first lawful day when the step is a harvest that may not be made.</summary>
        public DateOnly? Take(Step step)
        {
            if (step.Deletes)
            {
                steps.Remove(step.Id);
                return null;
            }

            var moved = !steps.TryGetValue(step.Id, out var before) || before.First != step.First || !before.Plots.SequenceEqual(step.Plots);
            if (!step.Sprays && moved && LawfulFrom(step) is { } lawful) return lawful;
            steps[step.Id] = step;
            return null;
        }

        public IEnumerable<(string, DateOnly?)> Marks() =>
            steps.Values.Where(step => !step.Sprays).Select(step => (step.Id, LawfulFrom(step)));

        private DateOnly? LawfulFrom(Step harvest)
        {
            var day = harvest.First;
            while (Forbidden(day, harvest)) day = day.AddDays(1);
            return day == harvest.First ? null : day;
        }

        private bool Forbidden(DateOnly day, Step harvest) => steps.Values.Where(step => step.Sprays).Any(spraying =>
            (spraying.Plots.Length == 0 || harvest.Plots.Length == 0 || spraying.Plots.Intersect(harvest.Plots).Any())
            && Enumerable.Range(0, spraying.Last.DayNumber - spraying.First.DayNumber + 1).Any(offset =>
                day >= spraying.First.AddDays(offset) && day < spraying.First.AddDays(offset + spraying.Days)));
    }
}
