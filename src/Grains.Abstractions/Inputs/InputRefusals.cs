using System.Globalization;
using Suyuan.Common;

namespace Suyuan.Inputs;

/// <summary>Why something about inputs is refused.</summary>
public static class InputRefusals
{
    /// <summary>Stock never goes below zero, whoever draws at once (SR2).</summary>
    public static Refusal InsufficientStock(string lot, string item, decimal asked, decimal left) =>
        Refusal.Conflict("input/insufficient-stock", ("lot", lot), ("item", item), ("asked", asked), ("left", left));

    /// <summary>Nothing more is taken of a lot that was retired.</summary>
    public static Refusal LotRetired(string lot, string item) => Refusal.Conflict("input/lot-retired", ("lot", lot), ("item", item));

    /// <summary>The enterprise has no such lot.</summary>
    public static Refusal LotUnknown(string lot) => Refusal.Unprocessable("input/lot-unknown", ("lot", lot));

    /// <summary>The form is none of an item of the catalogue.</summary>
    public static Refusal KindUnknown(string form) => Refusal.Unprocessable("input/kind-unknown", ("form", form));

    /// <summary>Nothing more is bought of an item that was retired.</summary>
    public static Refusal Retired(string item) => Refusal.Conflict("input/retired", ("item", item));

    /// <summary>A purchase names an item of the enterprise.</summary>
    public static Refusal ItemUnknown(string item) => Refusal.Unprocessable("input/item-unknown", ("item", item));

    /// <summary>Lots are counted in the unit of their item, so it stands once there is a lot.</summary>
    public static Refusal UnitInUse(string unit) => Refusal.Conflict("input/unit-in-use", ("unit", unit));

    /// <summary>The same id was made before with other content.</summary>
    public static Refusal ExistsWithDifferentContent(string id) =>
        Refusal.Conflict("input/exists-with-different-content", ("id", id));

    /// <summary>A retirement needs a reason of 1 to 500 characters.</summary>
    public static Refusal ReasonRequired => Refusal.Unprocessable("input/reason-required");

    /// <summary>A pesticide's registration number is PD, WP, LS or EX and digits.</summary>
    public static Refusal RegistrationNumberInvalid => Refusal.Unprocessable("input/registration-number-invalid");

    /// <summary>A lot is valid after it was produced.</summary>
    public static Refusal ValidityBeforeProduction => Refusal.Unprocessable("input/validity-before-production");

    /// <summary>A lot is not issued after its validity.</summary>
    public static Refusal LotExpired(string lot, string item, DateOnly validUntil) => Refusal.Unprocessable(
        "input/lot-expired", ("lot", lot), ("item", item), ("validUntil", validUntil.ToString("O", CultureInfo.InvariantCulture)));
}
