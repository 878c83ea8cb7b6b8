using System.Text.Json.Nodes;
using Suyuan.Forms;
using Suyuan.Samples;
using Suyuan.Samples.Enterprises;

namespace Suyuan.Privacy.Tests;

/// <summary>Every personal value of the samples, by what the forms say of the fields that hold them.</summary>
internal static class PersonalValues
{
    private static readonly FormCatalogue Forms = FormCatalogue.Load();

    public static IReadOnlyList<PersonalValue> All { get; } =
        [.. SampleEnterprise.All.SelectMany(OfEnterprise).Concat(OfGrowers()).DistinctBy(value => (value.Kind, value.Text))];

    /// <summary>What is encrypted at rest and never written to a log: numbers of people.</summary>
    public static IReadOnlyList<PersonalValue> Numbers { get; } =
        [.. All.Where(value => value.Kind is PersonalKind.IdNumber or PersonalKind.Mobile or PersonalKind.Phone)];

    private static IEnumerable<PersonalValue> OfGrowers() => SampleRoster.Create().Where(grower => !grower.Legal).SelectMany(grower =>
        new PersonalValue[]
        {
            new(PersonalKind.IdNumber, grower.Number, "roster"), new(PersonalKind.Mobile, grower.Mobile, "roster"),
            new(PersonalKind.Name, grower.Name, "roster"),
        });

    private static IEnumerable<PersonalValue> OfEnterprise(SampleEnterprise enterprise) =>
    [
        new(PersonalKind.Name, enterprise.Person, "administrator"),
        new(PersonalKind.Name, enterprise.RecorderName, "recorder"),
        new(PersonalKind.Mobile, PersonNumbers.Mobile(enterprise.Serial), "registration"),
        .. AnswersOf(enterprise).SelectMany(given => Of(enterprise, given.Form, Forms.Get(given.Form).Fields, given.Answers)),
    ];

    /// <summary>Everything that its people entered, each with the form that asked for it.</summary>
    private static IEnumerable<(string Form, JsonObject Answers)> AnswersOf(SampleEnterprise enterprise) =>
    [
        .. enterprise.Filings.Select(filing => ($"{Kebab(filing.Kind)}-filing", filing.Answers)),
        ("enterprise-profile", enterprise.Profile),
        .. enterprise.Zones.Select(zone => ("production-zone", zone.Answers)),
        .. enterprise.Plots.Select(plot => ("plot", plot.Answers)),
        .. enterprise.Products.Select(product => ("product", product.Answers)),
        .. enterprise.Inputs.Select(input => ($"input-{input.Kind}", input.Answers)),
        .. enterprise.Inputs.SelectMany(input => input.Lots).Select(lot => ("input-purchase", lot.Answers)),
        .. enterprise.Batches.Select(batch => ("batch", batch.Answers)),
        .. enterprise.Batches.SelectMany(batch => batch.Records).Select(record => (record.Stage!, record.Answers)),
        .. enterprise.SiteRecords.Select(record => (record.Form!, record.Answers)),
        ("public-profile", enterprise.PublicProfile.Answers),
    ];

    private static IEnumerable<PersonalValue> Of(
        SampleEnterprise enterprise, string form, IEnumerable<FormField> fields, JsonObject answers) =>
        from field in fields
        let given = answers[field.Key]
        where given is not null
        from value in field.Type is FieldType.Rows
            ? given.AsArray().SelectMany(row => Of(enterprise, $"{form}.{field.Key}", field.Fields, row!.AsObject()))
            : Of(enterprise, $"{form}.{field.Key}", field, given)
        select value;

    private static IEnumerable<PersonalValue> Of(SampleEnterprise enterprise, string source, FormField field, JsonNode given)
    {
        if (given is not JsonValue single || !single.TryGetValue<string>(out var text)) yield break;
        // Of a file it is its name that is looked for, be the file itself open or not.
        if (text.StartsWith("$picture:", StringComparison.Ordinal)) yield return new(PersonalKind.Secret, text[9..] + ".png", source);
        else if (KindOf(field, source) is { } kind) yield return new(kind, Meant(enterprise, text), source);
    }

    /// <summary>Null: everybody may see it, or it is too short a word to be looked for, as a choice or a figure.</summary>
    private static PersonalKind? KindOf(FormField field, string source) => field.Type switch
    {
        FieldType.IdNumber => PersonalKind.IdNumber,
        FieldType.Mobile => PersonalKind.Mobile,
        _ when !PrivateFields.Kept.ContainsKey(source) => null,
        FieldType.Attachment => PersonalKind.Secret,
        FieldType.Phone => PersonalKind.Phone,
        FieldType.Email => PersonalKind.Email,
        FieldType.Text => PrivateFields.Kept[source] == "masked" ? PersonalKind.Name : PersonalKind.Secret,
        _ => null,
    };

    private static string Meant(SampleEnterprise enterprise, string text) => text.Split(':') switch
    {
        ["$mobile"] => PersonNumbers.Mobile(enterprise.Serial),
        ["$mobile", var person] => EnterpriseDesk.MobileOf(enterprise, int.Parse(person, null)),
        ["$resident"] => EnterpriseDesk.ResidentOf(enterprise, 0),
        ["$resident", var person] => EnterpriseDesk.ResidentOf(enterprise, int.Parse(person, null)),
        _ => text,
    };

    private static string Kebab(string kind) => string.Concat(kind.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
