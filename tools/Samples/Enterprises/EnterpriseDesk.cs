using System.Globalization;
using System.Text.Json.Nodes;

namespace Suyuan.Samples.Enterprises;

/// <summary>
/// Where one sample enterprise's people work: the API as they see it, the ids of what was made so far, and answers with what stands
/// for something else put in: `$name` an id, `$picture:subject` an uploaded file, `@-20` the day twenty days ago, `$mobile:1` and
/// `$resident:1` the numbers of one of its people.
/// </summary>
internal sealed class EnterpriseDesk(Loading loading, SampleEnterprise enterprise)
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonArray> pictures = new(StringComparer.Ordinal);

    public SampleEnterprise Enterprise => enterprise;

    public string Path => $"enterprises/{enterprise.CreditCode}";

    public string Mobile => PersonNumbers.Mobile(enterprise.Serial);

    public static string MobileOf(SampleEnterprise enterprise, int person) => PersonNumbers.Mobile(enterprise.Serial * 10 + person);

    public static string ResidentOf(SampleEnterprise enterprise, int person) =>
        PersonNumbers.Resident(new DateOnly(1971, 6, 18).AddDays(1234 * person), enterprise.Serial % 99 * 10 + person);

    public Task<Api> Administrator(CancellationToken cancellationToken) => loading.As(enterprise.Administrator, cancellationToken);

    public Task<Api> Recorder(CancellationToken cancellationToken) => loading.As(enterprise.Recorder, cancellationToken);

    public string this[string name] => ids[name];

    /// <summary>Makes something once, whenever this is repeated, and keeps its id under a name.</summary>
    public async Task<Answer> Make(Api api, string name, string path, object body, CancellationToken cancellationToken, string id = "id")
    {
        var made = await api.PostOnce(path, $"sample-{enterprise.Serial}-{name}", body, cancellationToken);
        ids[name] = made.Text(id);
        return made;
    }

    public async Task<JsonObject> Fill(Api api, JsonObject answers, CancellationToken cancellationToken)
    {
        foreach (var subject in SubjectsIn(answers).Where(subject => !pictures.ContainsKey(subject)).ToList())
        {
            var name = $"{subject}.png";
            var path = $"attachments?name={Uri.EscapeDataString(name)}";
            var file = await api.Upload(path, SamplePicture.Png(subject), cancellationToken);
            pictures[subject] = [new JsonObject { ["sha256"] = file.Text("sha256"), ["name"] = name }];
        }

        return (JsonObject)Filled(answers)!;
    }

    private JsonNode? Filled(JsonNode? node) => node switch
    {
        JsonObject row => new JsonObject(row.Select(member => KeyValuePair.Create(member.Key, Filled(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Filled)]),
        JsonValue value when value.TryGetValue<string>(out var text) => Meant(text),
        _ => node?.DeepClone(),
    };

    private JsonNode? Meant(string text) => text switch
    {
        ['@', ..] => Day(int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)),
        "$creditCode" => enterprise.CreditCode,
        "$mobile" => Mobile,
        "$resident" => ResidentOf(enterprise, 0),
        _ when PersonOf(text, "$mobile:") is { } person => MobileOf(enterprise, person),
        _ when PersonOf(text, "$resident:") is { } person => ResidentOf(enterprise, person),
        _ when SubjectOf(text) is { } subject => pictures[subject].DeepClone(),
        ['$', ..] => ids[text[1..]],
        _ => text,
    };

    private string Day(int fromToday) =>
        loading.Times.Deadline(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> SubjectsIn(JsonNode? node) => node switch
    {
        JsonObject row => row.SelectMany(member => SubjectsIn(member.Value)),
        JsonArray items => items.SelectMany(SubjectsIn),
        JsonValue value when value.TryGetValue<string>(out var text) && SubjectOf(text) is { } subject => [subject],
        _ => [],
    };

    private static int? PersonOf(string text, string kind) =>
        text.StartsWith(kind, StringComparison.Ordinal) ? int.Parse(text.AsSpan(kind.Length), CultureInfo.InvariantCulture) : null;

    private static string? SubjectOf(string text) => text.StartsWith("$picture:", StringComparison.Ordinal) ? text[9..] : null;
}
