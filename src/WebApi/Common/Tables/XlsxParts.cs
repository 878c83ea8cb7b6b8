namespace Suyuan.Common;

/// <summary>The small parts of a workbook around its sheets (ECMA-376).</summary>
internal static class XlsxParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Places of cell looks in the style sheet; plain is 0.</summary>
    public const string DayStyle = "1";
    public const string MomentStyle = "2";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Whatever is not named otherwise is a sheet: so this part can come first, where programs look for it.</summary>
    public const string ContentTypes = $"""
        <Types xmlns="{Package}/content-types">
        <Default Extension="xml" ContentType="{Sheet}.worksheet+xml"/>
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="{Sheet}.sheet.main+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="{Sheet}.styles+xml"/>
        </Types>
        """;

    public const string Styles = $"""
        <styleSheet xmlns="{Main}">
        <numFmts count="2">
        <numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/>
        </numFmts>
        <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="3">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        </cellXfs>
        </styleSheet>
        """;

    public static string PackageLinks => Linked([("r1", "officeDocument", "xl/workbook.xml")]);

    public static string SheetPath(int number) => $"xl/worksheets/sheet{number}.xml";

    public static string Workbook(int sheets)
    {
        var listed = Numbers(sheets).Select(number => $"""<sheet name="Sheet{number}" sheetId="{number}" r:id="r{number}"/>""");
        return $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(listed)}</sheets></workbook>""";
    }

    public static string WorkbookLinks(int sheets) => Linked(
        Numbers(sheets).Select(number => ($"r{number}", "worksheet", $"worksheets/sheet{number}.xml"))
            .Append(("s", "styles", "styles.xml")));

    private static IEnumerable<int> Numbers(int sheets) => Enumerable.Range(1, sheets);

    private static string Linked(IEnumerable<(string Id, string Type, string Target)> parts)
    {
        var listed = parts.Select(part => $"""<Relationship Id="{part.Id}" Type="{Relations}/{part.Type}" Target="{part.Target}"/>""");
        return $"""<Relationships xmlns="{Package}/relationships">{string.Concat(listed)}</Relationships>""";
    }
}
