using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Suyuan.Collector;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Samples;

namespace Suyuan.SeasonGeneration;

/// <summary>What only the program can make: the plan, the names, and personal data encrypted with the node's own keys.</summary>
internal sealed class Staging(NpgsqlConnection connection, IPersonalData personal, SeasonSize size)
{
    private const int SerialsOfADay = 1_000;
    private const int LengthOfUnitId = 20;

    private static readonly DateOnly FirstBirthday = new(1955, 1, 1);
    private int people;

    public async Task Fill(SeasonPlan plan, CancellationToken cancellationToken)
    {
        await Copy("regions", plan.Regions.Select(region => new object?[] { region.Code, region.Name }), cancellationToken);
        await Copy("lines", plan.Lines.Select(line => new object?[] { line.Gin, line.Line, line.Model }), cancellationToken);
        await Copy("units", plan.Companies.Select(Unit), cancellationToken, jsonAt: 6);
        await Copy("people", plan.Companies.SelectMany(People), cancellationToken, jsonAt: 4, alsoJsonAt: 6);
    }

    private object?[] Unit(PlannedCompany company)
    {
        var formation = new Deterministic(size.Seed, 3, company.Number).Between(0, 99) switch
        {
            < 80 => "company",
            < 92 => "cooperative",
            _ => "free",
        };
        var home = formation == "company" ? company.Region : company.Region[..6];
        var organizer = formation == "company" ? company.Region : $"{formation}-{company.Region}";
        return [company.Number, UnitId(company), company.Name + "追溯单元", formation, home, organizer,
            formation == "cooperative" ? LegalPerson(company) : null, company.Gin, company.SecondGin];
    }

    private string UnitId(PlannedCompany company) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{size.Seed} {size.Season} {company.Region}"))))[..LengthOfUnitId];

    private string LegalPerson(PlannedCompany company)
    {
        var credit = PersonNumbers.Credit("93", company.Number);
        var mobile = PersonNumbers.Mobile(90_000_000 + company.Number);
        return JsonSerializer.Serialize(
            new
            {
                name = company.Name + "棉花农民专业合作社",
                number = personal.Protect(credit),
                maskedNumber = credit,
                representative = ChineseNames.Person(new Deterministic(size.Seed, 4, company.Number)),
                mobile = personal.Protect(mobile),
                maskedMobile = Masked(mobile),
            },
            SuyuanJson.Options);
    }

    private IEnumerable<object?[]> People(PlannedCompany company)
    {
        for (var grower = 0; grower < company.Growers; grower++) yield return Person(company, ++people);
    }

    private object?[] Person(PlannedCompany company, int n)
    {
        var name = ChineseNames.Person(new Deterministic(size.Seed, 5, n));
        var born = FirstBirthday.AddDays(n / SerialsOfADay * 97 % 16_000);
        var number = new PersonNumber(PersonNumbers.Resident(born, n % SerialsOfADay));
        var mobile = PersonNumbers.Mobile(n);
        return [n, personal.Hash(number.Value), name, name[..1] + "*", Json(personal.Protect(number.Value)), number.Masked,
            Json(personal.Protect(mobile)), Masked(mobile), false, company.Region, company.Number];
    }

    private static string Masked(string mobile) => string.Concat(mobile.AsSpan(0, 3), "****", mobile.AsSpan(7));

    private static string Json(ProtectedText text) => JsonSerializer.Serialize(text, SuyuanJson.Options);

    private async Task Copy(
        string table, IEnumerable<object?[]> rows, CancellationToken cancellationToken, int jsonAt = -1, int alsoJsonAt = -1)
    {
        await using (var writer = await connection.BeginBinaryImportAsync(
            $"copy season_bulk.{table} from stdin (format binary)", cancellationToken))
        {
            foreach (var row in rows)
            {
                await writer.StartRowAsync(cancellationToken);
                for (var at = 0; at < row.Length; at++)
                {
                    if (row[at] is null) await writer.WriteNullAsync(cancellationToken);
                    else if (at == jsonAt || at == alsoJsonAt)
                        await writer.WriteAsync((string)row[at]!, NpgsqlDbType.Jsonb, cancellationToken);
                    else await writer.WriteAsync(row[at]!, cancellationToken);
                }
            }

            await writer.CompleteAsync(cancellationToken);
        }

        await using var analyze = new NpgsqlCommand($"analyze season_bulk.{table}", connection);
        await analyze.ExecuteNonQueryAsync(cancellationToken);
    }
}
