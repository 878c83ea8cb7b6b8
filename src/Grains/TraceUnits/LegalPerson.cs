using Suyuan.Common;

namespace Suyuan.TraceUnits;

/// <summary>Legal person (法人) of a cooperative as stored.</summary>
[GenerateSerializer, Immutable, Alias("legal-person")]
public sealed record LegalPerson
{
    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public ProtectedText Number { get; init; } = new();
    [Id(2)] public string MaskedNumber { get; init; } = "";
    [Id(3)] public string Representative { get; init; } = "";
    [Id(4)] public ProtectedText Mobile { get; init; } = new();
    [Id(5)] public string MaskedMobile { get; init; } = "";

    /// <summary>The legal person given, with what is personal about it already encrypted.</summary>
    internal static Result<LegalPerson> Of(LegalPersonDetails details, ProtectedText number, ProtectedText mobile)
    {
        if (!Wording.Fits(details.Name)) return TraceUnitRefusals.LegalPersonInvalid("name");
        if (!Wording.Fits(details.Representative)) return TraceUnitRefusals.LegalPersonInvalid("representative");
        return new LegalPerson
        {
            Name = details.Name.Trim(),
            Number = number,
            MaskedNumber = details.Number.Masked,
            Representative = details.Representative.Trim(),
            Mobile = mobile,
            MaskedMobile = details.Mobile.Masked,
        };
    }

    internal LegalPersonView ToView() => new()
    {
        Name = Name,
        MaskedNumber = MaskedNumber,
        Representative = Representative,
        MaskedMobile = MaskedMobile,
    };
}
