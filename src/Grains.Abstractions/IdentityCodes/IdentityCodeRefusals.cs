using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>Why something about identity codes is refused.</summary>
public static class IdentityCodeRefusals
{
    /// <summary>A code is 8 to 32 digits.</summary>
    public static Refusal Invalid(string code) => Refusal.Unprocessable("identity-code/invalid", ("code", Shown(code)));

    /// <summary>Start and end have as many digits.</summary>
    public static Refusal LengthsDiffer(int start, int end) =>
        Refusal.Unprocessable("identity-code/lengths-differ", ("start", start), ("end", end));

    /// <summary>The start does not lie behind the end.</summary>
    public static Refusal EndBeforeStart(string start, string end) =>
        Refusal.Unprocessable("identity-code/end-before-start", ("start", start), ("end", end));

    /// <summary>The last digit is not the check digit of the others.</summary>
    public static Refusal CheckDigitWrong(string code) => Refusal.Unprocessable("identity-code/check-digit-wrong", ("code", code));

    /// <summary>The code is in no run of the enterprise's.</summary>
    public static Refusal NotAllocated(string code) => Refusal.Unprocessable("identity-code/not-allocated", ("code", code));

    /// <summary>So many codes at once are too many.</summary>
    public static Refusal TooMany(string codes, long most) =>
        Refusal.Unprocessable("identity-code/too-many", ("codes", codes), ("most", most));

    /// <summary>A range that is bound is in the way, whoever races.</summary>
    public static Refusal Overlap(string range, string batch, string start, string end) => Refusal.Conflict(
        "identity-code/overlap", ("range", range), ("batch", batch), ("start", start), ("end", end));

    /// <summary>Codes are bound to a running or a completed batch.</summary>
    public static Refusal BatchVoid(string batch) => Refusal.Conflict("identity-code/batch-void", ("batch", batch));

    /// <summary>The same id was made before with other content.</summary>
    public static Refusal ExistsWithDifferentContent(string id) =>
        Refusal.Conflict("identity-code/exists-with-different-content", ("id", id));

    /// <summary>A code of the range was looked up, so only the administrator unbinds it.</summary>
    public static Refusal LookedUp(string code) => Refusal.Forbidden("identity-code/looked-up", ("code", code));

    /// <summary>What is asked for needs a reason of 1 to 500 characters.</summary>
    public static Refusal ReasonRequired => Refusal.Unprocessable("identity-code/reason-required");

    /// <summary>The range is bound to its batch no more.</summary>
    public static Refusal Unbound(string range) => Refusal.Conflict("identity-code/unbound", ("range", range));

    /// <summary>A part of the range is frozen, and unbinding would let it go.</summary>
    public static Refusal Frozen(string start, string end) => Refusal.Conflict("identity-code/frozen", ("start", start), ("end", end));

    /// <summary>Codes to freeze lie in the range.</summary>
    public static Refusal OutsideRange(string code) => Refusal.Unprocessable("identity-code/outside-range", ("code", code));

    /// <summary>A range keeps so many freezes and no more.</summary>
    public static Refusal TooManyFreezes(int most) => Refusal.Conflict("identity-code/too-many-freezes", ("most", most));

    /// <summary>The regulator who froze codes, or another one, lifts that.</summary>
    public static Refusal FrozenByRegulator => Refusal.Forbidden("identity-code/frozen-by-regulator");

    /// <summary>There is no such layout.</summary>
    public static Refusal LayoutUnknown(string layout) => Refusal.Unprocessable("identity-code/layout-unknown", ("layout", Shown(layout)));

    /// <summary>A layout of any length is for rolls that are printed already; new codes need one that says how long they are.</summary>
    public static Refusal LayoutOfAnyLength(string layout) =>
        Refusal.Unprocessable("identity-code/layout-of-any-length", ("layout", layout));

    /// <summary>A code that is registered has its layout's length and fixed digits.</summary>
    public static Refusal LayoutUnfit(string code, string layout) =>
        Refusal.Unprocessable("identity-code/layout-unfit", ("code", code), ("layout", layout));

    /// <summary>A run has one code at least.</summary>
    public static Refusal CountInvalid(long most) => Refusal.Unprocessable("identity-code/count-invalid", ("most", most));

    /// <summary>The product's serial is a number of as many digits as the layout has for it, and only there.</summary>
    public static Refusal ProductSerialInvalid(int digits) =>
        Refusal.Unprocessable("identity-code/product-serial-invalid", ("digits", digits));

    /// <summary>The layout has no free serials for so many codes.</summary>
    public static Refusal SerialsExhausted(string layout) => Refusal.Conflict("identity-code/serials-exhausted", ("layout", layout));

    /// <summary>Somebody has some of these codes, or they are kept for somebody.</summary>
    public static Refusal AllocationOverlap(string start, string end) =>
        Refusal.Conflict("identity-code/allocation-overlap", ("start", start), ("end", end));

    /// <summary>A vendor's name or a note is too long or has characters that nothing can show.</summary>
    public static Refusal NoteInvalid => Refusal.Unprocessable("identity-code/note-invalid");

    /// <summary>What was typed may be a book.</summary>
    private static string Shown(string text) => text.Length <= IdentityCode.Longest ? text : text[..IdentityCode.Longest] + "…";
}
