using Npgsql;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.Bales;

/// <summary>An inspection result in a list, with the gin whose bale it is once the bale is known.</summary>
internal sealed record InspectionItem(Inspection Inspection, GinCode? Gin);

/// <summary>Which results to list: of a gin's bales, a batch, days of inspection, an import, known bales or those that wait.</summary>
internal sealed record InspectionFilter(GinCode? Gin, string? Batch, DateOnly? From, DateOnly? To, bool? BaleKnown, long? Import);

internal sealed class InspectionQueries(NpgsqlDataSource database)
{
    public async Task<Page<InspectionItem>> List(InspectionFilter filter, Limit limit, Cursor cursor)
    {
        var items = await database.Read<InspectionItem>(
            """
            select jsonb_build_object('inspection', jsonb_strip_nulls(describe_inspection(i)), 'gin', b.gin)
            from inspections i left join bales b on b.barcode = i.barcode
            where ($1::text is null or b.gin = $1) and ($2::text is null or i.batch = $2)
                and ($3::date is null or i.inspected_on >= $3) and ($4::date is null or i.inspected_on <= $4)
                and ($5::boolean is null or (b.barcode is not null) = $5) and ($6::bigint is null or i.import = $6)
                and ($7::text is null or i.barcode > $7)
            order by i.barcode
            limit $8
            """,
            filter.Gin?.Value, filter.Batch, filter.From, filter.To, filter.BaleKnown, filter.Import, cursor[0], limit.Value + 1);
        return Page<InspectionItem>.Of(items, limit, item => [item.Inspection.Barcode.Value]);
    }
}
